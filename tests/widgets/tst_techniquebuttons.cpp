// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/techniquebuttons.h"

#include "client/widgets/techniquebutton.h"

#include <QSignalSpy>
#include <QTest>

using namespace pushlab;
using protocol::Technique;
using widgets::TechniqueButton;
using widgets::TechniqueButtons;

Q_DECLARE_METATYPE(pushlab::protocol::Technique)

namespace {

TechniqueButton *button(const TechniqueButtons &buttons, Technique technique)
{
    for (auto *each : buttons.findChildren<TechniqueButton *>()) {
        if (each->technique() == technique)
            return each;
    }
    return nullptr;
}

} // namespace

class TestTechniqueButtons final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneIsChecked_data();
    void oneIsChecked();
    void clickChooses();
    void shortcutsChoose();
    void classTechniqueLocks();
    void refusalShowsTheOldOne();
};

void TestTechniqueButtons::oneIsChecked_data()
{
    QTest::addColumn<Technique>("technique");
    QTest::newRow("short") << Technique::Polling;
    QTest::newRow("long") << Technique::LongPolling;
    QTest::newRow("websocket") << Technique::WebSocket;
}

void TestTechniqueButtons::oneIsChecked()
{
    QFETCH(Technique, technique);
    TechniqueButtons buttons;
    QSignalSpy chosen(&buttons, &TechniqueButtons::techniqueChosen);
    buttons.setTechnique(technique);
    for (const Technique each : protocol::allTechniques) {
        QCOMPARE(button(buttons, each)->isChecked(), each == technique);
        QVERIFY(!button(buttons, each)->accessibleName().isEmpty());
    }
    QCOMPARE(chosen.count(), 0);
}

void TestTechniqueButtons::clickChooses()
{
    TechniqueButtons buttons;
    buttons.setTechnique(Technique::WebSocket);
    QSignalSpy chosen(&buttons, &TechniqueButtons::techniqueChosen);
    button(buttons, Technique::Polling)->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<Technique>(), Technique::Polling);
    button(buttons, Technique::WebSocket)->click(); // it is in use
    QCOMPARE(chosen.count(), 1);
}

void TestTechniqueButtons::shortcutsChoose()
{
    TechniqueButtons buttons;
    buttons.setTechnique(Technique::WebSocket);
    buttons.show();
    QVERIFY(QTest::qWaitForWindowActive(&buttons));
    QSignalSpy chosen(&buttons, &TechniqueButtons::techniqueChosen);
    QTest::keyClick(&buttons, Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<Technique>(), Technique::LongPolling);
}

void TestTechniqueButtons::classTechniqueLocks()
{
    TechniqueButtons buttons;
    buttons.setTechnique(Technique::LongPolling);
    buttons.setClassTechnique(Technique::LongPolling);
    QVERIFY(button(buttons, Technique::LongPolling)->isLocked());
    QVERIFY(button(buttons, Technique::LongPolling)->isEnabled());
    QVERIFY(!button(buttons, Technique::WebSocket)->isEnabled());
    QSignalSpy chosen(&buttons, &TechniqueButtons::techniqueChosen);
    button(buttons, Technique::WebSocket)->click();
    QCOMPARE(chosen.count(), 0);
    buttons.setClassTechnique(std::nullopt);
    QVERIFY(!button(buttons, Technique::LongPolling)->isLocked());
    button(buttons, Technique::WebSocket)->click();
    QCOMPARE(chosen.count(), 1);
}

void TestTechniqueButtons::refusalShowsTheOldOne()
{
    TechniqueButtons buttons;
    buttons.setTechnique(Technique::WebSocket);
    button(buttons, Technique::Polling)->click(); // nobody answers
    QVERIFY(button(buttons, Technique::WebSocket)->isChecked());
    QVERIFY(!button(buttons, Technique::Polling)->isChecked());
}

QTEST_MAIN(TestTechniqueButtons)
#include "tst_techniquebuttons.moc"
