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
using protocol::Technique;

Q_DECLARE_METATYPE(std::optional<pushlab::protocol::Technique>)
Q_DECLARE_METATYPE(std::chrono::milliseconds)

class TestHostToolBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheOptions();
    void startsAndStops();
    void setsTechniqueAndPace();
    void offersTechniques();
    void paceHasItsBounds();
};

void TestHostToolBar::showsTheOptions()
{
    server::HostOptions options;
    options.room = u"physics"_s;
    options.pollInterval = 1500ms;
    options.hold = 25s;
    options.technique = Technique::LongPolling;
    const HostToolBar bar(options);
    QCOMPARE(bar.room(), u"physics"_s);
    QCOMPARE(bar.findChild<QDoubleSpinBox *>()->value(), 1.5);
    QCOMPARE(bar.findChild<QSpinBox *>()->value(), 25);
    QCOMPARE(bar.findChild<QComboBox *>()->currentData().toInt(), int(Technique::LongPolling));
}

void TestHostToolBar::startsAndStops()
{
    HostToolBar bar({});
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
    HostToolBar bar({});
    QSignalSpy technique(&bar, &HostToolBar::techniqueChosen);
    QSignalSpy poll(&bar, &HostToolBar::pollIntervalChosen);
    QSignalSpy hold(&bar, &HostToolBar::holdChosen);
    auto *techniques = bar.findChild<QComboBox *>();
    techniques->setCurrentIndex(3);
    Q_EMIT techniques->activated(3);
    QCOMPARE(technique.takeFirst().first().value<std::optional<Technique>>(), std::optional(Technique::WebSocket));
    Q_EMIT techniques->activated(0);
    QCOMPARE(technique.takeFirst().first().value<std::optional<Technique>>(), std::nullopt);
    bar.findChild<QDoubleSpinBox *>()->setValue(0.5);
    QCOMPARE(poll.first().first().value<std::chrono::milliseconds>(), 500ms);
    bar.findChild<QSpinBox *>()->setValue(30);
    QCOMPARE(hold.first().first().value<std::chrono::milliseconds>(), 30'000ms);
}

void TestHostToolBar::offersTechniques()
{
    HostToolBar bar({});
    QSignalSpy technique(&bar, &HostToolBar::techniqueChosen);
    QSignalSpy offered(&bar, &HostToolBar::techniquesOffered);
    auto *techniques = bar.findChild<QComboBox *>();
    const int last = techniques->count() - 1;
    techniques->setCurrentIndex(last);
    Q_EMIT techniques->activated(last);
    QCOMPARE(techniques->currentIndex(), 0); // students choose, as before
    QVERIFY(technique.isEmpty());
    auto *menu = bar.findChild<QMenu *>(u"offer"_s);
    QCOMPARE(menu->actions().size(), qsizetype(protocol::allTechniques.size()));
    const auto chosen = [&offered] { return offered.takeFirst().first().value<QList<Technique>>(); };
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
    const HostToolBar bar({});
    const auto *poll = bar.findChild<QDoubleSpinBox *>();
    QCOMPARE(poll->minimum(), 0.2);
    QCOMPARE(poll->maximum(), 30.0);
    const auto *hold = bar.findChild<QSpinBox *>();
    QCOMPARE(hold->minimum(), 1);
    QCOMPARE(hold->maximum(), 55);
}

QTEST_MAIN(TestHostToolBar)
#include "tst_hosttoolbar.moc"
