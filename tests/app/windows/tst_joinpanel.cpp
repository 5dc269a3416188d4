// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/joinpanel.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab::app;

//! What the teacher shows the class for coming in, while networks come and go.
class TestJoinPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheBestNetwork();
    void keepsWhatWasChosenByHand();
    void withoutANetworkThereIsThisComputer();
    void leadsToBrowserAndMember();

private:
    const LanAddress m_wifi{QHostAddress(u"192.168.1.20"_s), u"wlan0"_s, AdapterKind::WiFi};
    const LanAddress m_wired{QHostAddress(u"10.0.0.5"_s), u"eth0"_s, AdapterKind::Ethernet};
    const LanAddress m_container{QHostAddress(u"172.17.0.1"_s), u"docker0"_s, AdapterKind::Virtual};
};

void TestJoinPanel::followsTheBestNetwork()
{
    JoinPanel panel;
    QSignalSpy shown(&panel, &JoinPanel::urlChanged);
    panel.setNetwork({m_wifi}, {});
    QVERIFY(panel.url().isEmpty()); // nothing runs
    panel.showRunning(QHostAddress(QHostAddress::Any), 8000, u"physics"_s, {}, {m_container});
    QCOMPARE(panel.url(), QUrl(u"http://172.17.0.1:8000/?room=physics"_s));
    const auto *const chooser = panel.findChild<QComboBox *>();
    QCOMPARE(chooser->itemText(0), u"Virtual network docker0 — 172.17.0.1"_s);
    shown.clear();
    panel.setNetwork({m_wifi, m_container}, {}); // it is there by now
    QCOMPARE(panel.url(), QUrl(u"http://192.168.1.20:8000/?room=physics"_s));
    QCOMPARE(shown.last().first().toUrl(), panel.url());
    QCOMPARE(chooser->currentText(), u"Wi-Fi wlan0 — 192.168.1.20"_s);
    panel.setNetwork({m_wifi, m_container}, "fingerprint");
    QCOMPARE(panel.url().scheme(), u"https"_s);
}

void TestJoinPanel::keepsWhatWasChosenByHand()
{
    JoinPanel panel;
    panel.showRunning(QHostAddress(QHostAddress::Any), 8000, u"lobby"_s, {}, {m_wifi, m_wired});
    panel.show();
    auto *const chooser = panel.findChild<QComboBox *>();
    chooser->setFocus();
    QTest::keyClick(chooser, Qt::Key_Down);
    QCOMPARE(panel.url().host(), u"10.0.0.5"_s);
    panel.setNetwork({m_wifi, m_wired, m_container}, {});
    QCOMPARE(panel.url().host(), u"10.0.0.5"_s);
    panel.setNetwork({m_wifi, m_container}, {}); // the cable is out
    QCOMPARE(panel.url().host(), u"192.168.1.20"_s);
    panel.setNetwork({m_wired, m_wifi}, {}); // and the choice is over
    QCOMPARE(panel.url().host(), u"10.0.0.5"_s);
}

void TestJoinPanel::withoutANetworkThereIsThisComputer()
{
    JoinPanel panel;
    panel.showRunning(QHostAddress(QHostAddress::Any), 8000, u"lobby"_s, {}, {});
    QCOMPARE(panel.url().host(), u"127.0.0.1"_s);
    panel.setNetwork({m_wifi}, {});
    QCOMPARE(panel.url().host(), u"192.168.1.20"_s);
    panel.showRunning(QHostAddress(u"10.0.0.5"_s), 8000, u"lobby"_s, {}, {m_wifi});
    panel.setNetwork({m_wifi, m_wired}, {});
    QCOMPARE(panel.url().host(), u"10.0.0.5"_s); // it listens at no other
}

void TestJoinPanel::leadsToBrowserAndMember()
{
    JoinPanel panel;
    panel.showRunning(QHostAddress(QHostAddress::LocalHost), 8000, u"lobby"_s, {}, {});
    panel.show();
    QSignalSpy browser(&panel, &JoinPanel::browserWanted);
    QSignalSpy member(&panel, &JoinPanel::memberWanted);
    for (auto *const button : panel.findChildren<QPushButton *>()) {
        if (button->text() == u"Open in the browser"_s || button->text() == u"Join from here"_s) {
            QVERIFY(!button->isHidden());
            button->click();
        }
    }
    QCOMPARE(browser.count(), 1);
    QCOMPARE(member.count(), 1);
}

QTEST_MAIN(TestJoinPanel)
#include "tst_joinpanel.moc"
