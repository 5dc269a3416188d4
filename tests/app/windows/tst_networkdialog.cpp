// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/networkdialog.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using app::NetworkDialog;
using protocol::Conditioner;

namespace {

server::HostOptions options()
{
    server::HostOptions given;
    given.room = u"class 7"_s;
    given.delay = 40ms;
    given.roomConditioners.insert(u"class 7"_s, {150ms, 20ms, 64'000});
    return given;
}

} // namespace

class TestNetworkDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatHolds();
    void isInForceAtOnce();
    void switchesOff();

private:
    static int value(const NetworkDialog &dialog, const QString &name) { return dialog.findChild<QSpinBox *>(name)->value(); }
};

void TestNetworkDialog::showsWhatHolds()
{
    NetworkDialog dialog;
    QSignalSpy chosen(&dialog, &NetworkDialog::conditionerChosen);
    dialog.setOptions(options());
    auto *scope = dialog.findChild<QComboBox *>(u"scope"_s);
    QVERIFY(scope->itemText(0).contains(u"class 7"_s));
    QCOMPARE(value(dialog, u"delay"_s), 150);
    QCOMPARE(value(dialog, u"jitter"_s), 20);
    QCOMPARE(value(dialog, u"rate"_s), 64);
    scope->setCurrentIndex(1);
    QCOMPARE(value(dialog, u"delay"_s), 40);
    QCOMPARE(value(dialog, u"jitter"_s), 0);
    QCOMPARE(chosen.count(), 0); // to look is not to choose
}

void TestNetworkDialog::isInForceAtOnce()
{
    NetworkDialog dialog;
    QSignalSpy chosen(&dialog, &NetworkDialog::conditionerChosen);
    dialog.setOptions(options());
    dialog.findChild<QSpinBox *>(u"delay"_s)->setValue(300);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<Conditioner>(), (Conditioner{300ms, 20ms, 64'000}));
    QCOMPARE(chosen[0][1].toString(), u"class 7"_s);
    dialog.findChild<QComboBox *>(u"scope"_s)->setCurrentIndex(1);
    dialog.findChild<QSpinBox *>(u"rate"_s)->setValue(1000);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen[1][0].value<Conditioner>(), (Conditioner{40ms, 0ms, 1'000'000}));
    QCOMPARE(chosen[1][1].toString(), QString());
}

void TestNetworkDialog::switchesOff()
{
    NetworkDialog dialog;
    QSignalSpy chosen(&dialog, &NetworkDialog::conditionerChosen);
    dialog.setOptions(options());
    auto *off = dialog.findChild<QPushButton *>(u"off"_s);
    QVERIFY(off->isEnabled());
    off->click();
    QCOMPARE(chosen.count(), 1);
    QVERIFY(!chosen[0][0].value<Conditioner>().isOn());
    server::HostOptions now = options();
    now.roomConditioners.clear();
    dialog.setOptions(now);
    QCOMPARE(value(dialog, u"delay"_s), 0);
    QVERIFY(!off->isEnabled());
}

QTEST_MAIN(TestNetworkDialog)
#include "tst_networkdialog.moc"
