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
using protocol::ClassSettings;

namespace {

const QString room = u"class 7"_s;

ClassSettings inForce()
{
    ClassSettings given;
    given.conditioner.delay = 40ms;
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
    void stepsMakeOneChoice();
    void switchesOff();

private:
    static int value(const NetworkDialog &dialog, const QString &name) { return dialog.findChild<QSpinBox *>(name)->value(); }
};

void TestNetworkDialog::showsWhatHolds()
{
    NetworkDialog dialog;
    QSignalSpy chosen(&dialog, &NetworkDialog::settingsChosen);
    dialog.setSettings(inForce(), room);
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
    QSignalSpy chosen(&dialog, &NetworkDialog::settingsChosen);
    dialog.setSettings(inForce(), room);
    dialog.findChild<QSpinBox *>(u"delay"_s)->setValue(300);
    QCOMPARE(chosen.count(), 1);
    ClassSettings expected = inForce();
    expected.setConditioner({300ms, 20ms, 64'000}, room);
    QCOMPARE(chosen[0][0].value<ClassSettings>(), expected);
    dialog.findChild<QComboBox *>(u"scope"_s)->setCurrentIndex(1);
    dialog.findChild<QSpinBox *>(u"rate"_s)->setValue(1000);
    QCOMPARE(chosen.count(), 2);
    expected.conditioner = {40ms, 0ms, 1'000'000};
    QCOMPARE(chosen[1][0].value<ClassSettings>(), expected);
}

void TestNetworkDialog::stepsMakeOneChoice()
{
    NetworkDialog dialog;
    QSignalSpy chosen(&dialog, &NetworkDialog::settingsChosen);
    dialog.setSettings(inForce(), room);
    auto *delay = dialog.findChild<QSpinBox *>(u"delay"_s);
    auto *rate = dialog.findChild<QSpinBox *>(u"rate"_s);
    for (int i = 0; i < 5; ++i)
        delay->stepUp();
    QCOMPARE(chosen.count(), 0);
    QTRY_COMPARE(chosen.count(), 1);
    ClassSettings expected = inForce();
    expected.setConditioner({200ms, 20ms, 64'000}, room);
    QCOMPARE(chosen[0][0].value<ClassSettings>(), expected);
    rate->stepUp();
    rate->stepUp();
    QTRY_COMPARE(chosen.count(), 2);
    expected.setConditioner({200ms, 20ms, 96'000}, room);
    QCOMPARE(chosen[1][0].value<ClassSettings>(), expected);
}

void TestNetworkDialog::switchesOff()
{
    NetworkDialog dialog;
    QSignalSpy chosen(&dialog, &NetworkDialog::settingsChosen);
    dialog.setSettings(inForce(), room);
    auto *off = dialog.findChild<QPushButton *>(u"off"_s);
    QVERIFY(off->isEnabled());
    off->click();
    QCOMPARE(chosen.count(), 1);
    ClassSettings now = inForce();
    now.roomConditioners.clear();
    QCOMPARE(chosen[0][0].value<ClassSettings>(), now);
    dialog.setSettings(now, room);
    QCOMPARE(value(dialog, u"delay"_s), 0);
    QVERIFY(!off->isEnabled());
}

QTEST_MAIN(TestNetworkDialog)
#include "tst_networkdialog.moc"
