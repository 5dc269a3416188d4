// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/hosttoolbar.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using namespace std::chrono_literals;
using app::HostToolBar;
using protocol::ClassSettings;
using protocol::Technique;

class TestHostToolBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheOptions();
    void startsAndStops();
    void setsTechniqueAndPace();
    void stepsMakeOneChoice();
    void stepsAreToldWhenEditingEnds();
    void stepsOutliveWhatIsShown();
    void offersTechniques();
    void paceHasItsBounds();
    void splitsTheClass();
    void freezesAndMarks();
    void saysWhatTheGeneratorDoes();
};

void TestHostToolBar::showsTheOptions()
{
    HostToolBar bar(u"physics"_s, {Technique::LongPolling, 1500ms, 25s});
    QSignalSpy chosen(&bar, &HostToolBar::settingsChosen);
    QCOMPARE(bar.room(), u"physics"_s);
    QCOMPARE(bar.findChild<QDoubleSpinBox *>()->value(), 1.5);
    QCOMPARE(bar.findChild<QSpinBox *>()->value(), 25);
    QCOMPARE(bar.findChild<QComboBox *>()->currentData().toInt(), int(Technique::LongPolling));
    bar.setState(HostToolBar::State::Running);
    ClassSettings others{Technique::Polling, 5s, 30s};
    others.isLocked = true;
    bar.setSettings(others); // from another surface
    QCOMPARE(bar.findChild<QDoubleSpinBox *>()->value(), 5.0);
    QCOMPARE(bar.findChild<QSpinBox *>()->value(), 30);
    QCOMPARE(bar.findChild<QComboBox *>()->currentData().toInt(), int(Technique::Polling));
    QVERIFY(bar.findChild<QToolButton *>(u"lock"_s)->isChecked());
    QCOMPARE(chosen.count(), 0); // to show is not to choose
}

void TestHostToolBar::startsAndStops()
{
    HostToolBar bar(u"lobby"_s, {});
    QSignalSpy start(&bar, &HostToolBar::startWanted);
    QSignalSpy stop(&bar, &HostToolBar::stopWanted);
    QToolButton *button = nullptr;
    for (auto *each : bar.findChildren<QToolButton *>()) {
        if (each->toolButtonStyle() == Qt::ToolButtonTextBesideIcon)
            button = each;
    }
    QVERIFY(button);
    button->click();
    QCOMPARE(start.count(), 1);
    bar.setState(HostToolBar::State::Busy);
    button->click();
    QCOMPARE(start.count(), 1);
    bar.setState(HostToolBar::State::Running);
    QVERIFY(!bar.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly)->isEnabled());
    button->click();
    QCOMPARE(stop.count(), 1);
}

void TestHostToolBar::setsTechniqueAndPace()
{
    HostToolBar bar(u"lobby"_s, {});
    QSignalSpy chosen(&bar, &HostToolBar::settingsChosen);
    ClassSettings expected;
    auto *techniques = bar.findChild<QComboBox *>();
    techniques->setCurrentIndex(3);
    Q_EMIT techniques->activated(3);
    expected.technique = Technique::WebSocket;
    QCOMPARE(chosen.takeFirst().first().value<ClassSettings>(), expected);
    Q_EMIT techniques->activated(0);
    expected.technique = std::nullopt;
    QCOMPARE(chosen.takeFirst().first().value<ClassSettings>(), expected);
    bar.findChild<QDoubleSpinBox *>()->setValue(0.5);
    expected.pollInterval = 500ms;
    QCOMPARE(chosen.takeFirst().first().value<ClassSettings>(), expected);
    bar.findChild<QSpinBox *>()->setValue(30);
    expected.hold = 30s;
    QCOMPARE(chosen.takeFirst().first().value<ClassSettings>(), expected);
}

void TestHostToolBar::stepsMakeOneChoice()
{
    HostToolBar bar(u"lobby"_s, {});
    QSignalSpy chosen(&bar, &HostToolBar::settingsChosen);
    auto *poll = bar.findChild<QDoubleSpinBox *>();
    auto *hold = bar.findChild<QSpinBox *>();
    ClassSettings expected;
    for (int i = 0; i < 8; ++i)
        QTest::keyClick(poll, Qt::Key_Up);
    QCOMPARE(chosen.count(), 0);
    QTRY_COMPARE(chosen.count(), 1);
    expected.pollInterval += 800ms;
    QCOMPARE(chosen.takeFirst().first().value<ClassSettings>(), expected);
    for (int i = 0; i < 3; ++i)
        hold->stepDown();
    QTRY_COMPARE(chosen.count(), 1);
    expected.hold -= 3s;
    QCOMPARE(chosen.takeFirst().first().value<ClassSettings>(), expected);
    QTest::qWait(400); // no second one follows
    QCOMPARE(chosen.count(), 0);
}

void TestHostToolBar::stepsAreToldWhenEditingEnds()
{
    HostToolBar bar(u"lobby"_s, {});
    QSignalSpy chosen(&bar, &HostToolBar::settingsChosen);
    auto *hold = bar.findChild<QSpinBox *>();
    const int before = hold->value();
    hold->stepUp();
    hold->stepUp();
    QTest::keyClick(hold, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1); // at once
    QCOMPARE(chosen.first().first().value<ClassSettings>().hold, std::chrono::seconds(before + 2));
    QTest::qWait(400);
    QCOMPARE(chosen.count(), 1);
}

//! What another surface sets meanwhile is shown and kept, but for the box that the teacher steps.
void TestHostToolBar::stepsOutliveWhatIsShown()
{
    HostToolBar bar(u"lobby"_s, {{}, 2s, 10s});
    QSignalSpy chosen(&bar, &HostToolBar::settingsChosen);
    bar.findChild<QSpinBox *>()->stepUp();
    bar.setSettings({Technique::Polling, 5s, 30s});
    QCOMPARE(bar.findChild<QDoubleSpinBox *>()->value(), 5.0);
    QCOMPARE(bar.findChild<QSpinBox *>()->value(), 11);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<ClassSettings>(), (ClassSettings{Technique::Polling, 5s, 11s}));
}

void TestHostToolBar::offersTechniques()
{
    HostToolBar bar(u"lobby"_s, {});
    QSignalSpy settings(&bar, &HostToolBar::settingsChosen);
    auto *techniques = bar.findChild<QComboBox *>();
    const int last = techniques->count() - 1;
    techniques->setCurrentIndex(last);
    Q_EMIT techniques->activated(last);
    QCOMPARE(techniques->currentIndex(), 0); // students choose, as before
    QVERIFY(settings.isEmpty());
    auto *menu = bar.findChild<QMenu *>(u"offer"_s);
    QCOMPARE(menu->actions().size(), qsizetype(protocol::allTechniques.size()));
    const auto chosen = [&settings] { return settings.takeFirst().first().value<ClassSettings>().techniques; };
    menu->actions().at(int(Technique::WebSocket))->setChecked(false);
    QCOMPARE(chosen(), (QList{Technique::Polling, Technique::LongPolling}));
    menu->actions().at(int(Technique::Polling))->setChecked(false);
    QCOMPARE(chosen(), QList{Technique::LongPolling});
    menu->hide();
    Q_EMIT techniques->activated(last);
    QVERIFY(!menu->actions().at(int(Technique::LongPolling))->isEnabled()); // something is offered always
    menu->actions().at(int(Technique::WebSocket))->setChecked(true);
    QCOMPARE(chosen(), (QList{Technique::LongPolling, Technique::WebSocket}));
    menu->hide();
}

void TestHostToolBar::paceHasItsBounds()
{
    const HostToolBar bar(u"lobby"_s, {});
    const auto *poll = bar.findChild<QDoubleSpinBox *>();
    QCOMPARE(poll->minimum(), 0.2);
    QCOMPARE(poll->maximum(), 30.0);
    const auto *hold = bar.findChild<QSpinBox *>();
    QCOMPARE(hold->minimum(), 1);
    QCOMPARE(hold->maximum(), 55);
}

void TestHostToolBar::splitsTheClass()
{
    HostToolBar bar(u"lobby"_s, {Technique::Polling});
    QSignalSpy chosen(&bar, &HostToolBar::settingsChosen);
    auto *techniques = bar.findChild<QComboBox *>();
    const int split = techniques->findText(HostToolBar::tr("split the class"));
    QVERIFY(split > 0);
    techniques->setCurrentIndex(split);
    Q_EMIT techniques->activated(split);
    ClassSettings expected;
    expected.isSplit = true;
    QCOMPARE(chosen.takeFirst().first().value<ClassSettings>(), expected);
    bar.setSettings(expected);
    QCOMPARE(techniques->currentIndex(), split);
    Q_EMIT techniques->activated(1);
    expected = ClassSettings{Technique::Polling};
    QCOMPARE(chosen.takeFirst().first().value<ClassSettings>(), expected);
}

void TestHostToolBar::freezesAndMarks()
{
    HostToolBar bar(u"lobby"_s, {});
    QSignalSpy chosen(&bar, &HostToolBar::settingsChosen);
    QSignalSpy mark(&bar, &HostToolBar::markWanted);
    auto *freeze = bar.findChild<QToolButton *>(u"freeze"_s);
    QVERIFY(!freeze->isEnabled()); // there is nobody
    bar.setState(HostToolBar::State::Running);
    freeze->click();
    QVERIFY(chosen.takeFirst().first().value<ClassSettings>().isFrozen);
    ClassSettings settings;
    bar.setSettings(settings); // unfrozen from another surface
    QVERIFY(!freeze->isChecked());
    settings.isFrozen = true;
    bar.setSettings(settings);
    QVERIFY(freeze->isChecked());
    QVERIFY(chosen.isEmpty());
    bar.show();
    QVERIFY(QTest::qWaitForWindowActive(&bar));
    QTest::keyClick(&bar, Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(mark.count(), 1);
    bar.setState(HostToolBar::State::Stopped);
    QTest::keyClick(&bar, Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(mark.count(), 1);
}

void TestHostToolBar::saysWhatTheGeneratorDoes()
{
    HostToolBar bar(u"lobby"_s, {});
    QSignalSpy wanted(&bar, &HostToolBar::generatorWanted);
    auto *button = bar.findChild<QToolButton *>(u"generator"_s);
    const QString off = button->text();
    ClassSettings settings;
    settings.generator.perSecond = 4;
    bar.setSettings(settings);
    QVERIFY(button->text() != off && button->text().contains(u"4/s"_s));
    button->click();
    QCOMPARE(wanted.count(), 1);
    bar.setSettings({});
    QCOMPARE(button->text(), off);
}

QTEST_MAIN(TestHostToolBar)
#include "tst_hosttoolbar.moc"
