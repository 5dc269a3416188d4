// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/generatordialog.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using app::GeneratorDialog;
using protocol::ClassSettings;
using protocol::Generator;

class TestGeneratorDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatHolds();
    void isInForceAtOnce();
    void switchesOff();
};

void TestGeneratorDialog::showsWhatHolds()
{
    GeneratorDialog dialog;
    QSignalSpy chosen(&dialog, &GeneratorDialog::settingsChosen);
    ClassSettings settings;
    settings.generator = {0.5, 200, true};
    dialog.setSettings(settings);
    QCOMPARE(dialog.findChild<QDoubleSpinBox *>(u"rate"_s)->value(), 0.5);
    QCOMPARE(dialog.findChild<QSpinBox *>(u"size"_s)->value(), 200);
    QVERIFY(dialog.findChild<QCheckBox *>(u"poisson"_s)->isChecked());
    dialog.setSettings({}); // off: the next go begins with what was
    QCOMPARE(dialog.findChild<QDoubleSpinBox *>(u"rate"_s)->value(), 0.0);
    QCOMPARE(dialog.findChild<QSpinBox *>(u"size"_s)->value(), 200);
    QCOMPARE(chosen.count(), 0); // to look is not to choose
}

void TestGeneratorDialog::isInForceAtOnce()
{
    GeneratorDialog dialog;
    QSignalSpy chosen(&dialog, &GeneratorDialog::settingsChosen);
    ClassSettings given;
    given.isFrozen = true;
    dialog.setSettings(given);
    dialog.findChild<QSpinBox *>(u"size"_s)->setValue(100);
    QCOMPARE(chosen.count(), 0); // it is off
    dialog.findChild<QDoubleSpinBox *>(u"rate"_s)->setValue(4);
    given.generator = {4, 100, false};
    QCOMPARE(chosen.takeFirst().first().value<ClassSettings>(), given); // all else as it was
    dialog.findChild<QCheckBox *>(u"poisson"_s)->click();
    given.generator.isPoisson = true;
    QCOMPARE(chosen.takeFirst().first().value<ClassSettings>(), given);
}

void TestGeneratorDialog::switchesOff()
{
    GeneratorDialog dialog;
    QSignalSpy chosen(&dialog, &GeneratorDialog::settingsChosen);
    ClassSettings given;
    given.generator = {4, 100, true};
    dialog.setSettings(given);
    auto *off = dialog.findChild<QPushButton *>(u"off"_s);
    off->click();
    QCOMPARE(chosen.takeFirst().first().value<ClassSettings>(), ClassSettings());
    QVERIFY(!off->isEnabled());
    QCOMPARE(dialog.findChild<QDoubleSpinBox *>(u"rate"_s)->value(), 0.0);
    QVERIFY(chosen.isEmpty());
}

QTEST_MAIN(TestGeneratorDialog)
#include "tst_generatordialog.moc"
