// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/enginetext.h"

#include "app/windows/language.h"
#include "client/compare/result/preset.h"

#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::engineText;

class TestEngineText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void speaksEnglish();
    void knowsEveryNote_data();
    void knowsEveryNote();
    void keepsWhatIsSaidInIt();

private:
    QTemporaryDir m_directory;
};

void TestEngineText::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestEngineText::speaksEnglish()
{
    app::applyLanguage(u"en"_s);
    QCOMPARE(engineText(u"Only 3 of 20 clients could connect."_s), u"Only 3 of 20 clients could connect."_s);
    QCOMPARE(engineText(u"nobody knows this"_s), u"nobody knows this"_s);
}

void TestEngineText::knowsEveryNote_data()
{
    QTest::addColumn<QString>("note");
    for (const QString &name : compare::presetNames()) {
        const QStringList notes = compare::presetNamed(name)->notes;
        for (const QString &note : notes)
            QTest::newRow(note.toUtf8()) << note;
    }
}

void TestEngineText::knowsEveryNote()
{
    QFETCH(QString, note);
    app::applyLanguage(u"zh_CN"_s);
    const QString text = engineText(note);
    QVERIFY2(text.contains(QRegularExpression(u"\\p{Han}"_s)), qPrintable(text));
}

void TestEngineText::keepsWhatIsSaidInIt()
{
    app::applyLanguage(u"zh_CN"_s);
    const QString scaled = engineText(u"Scaled: 1000 clients here, up to 25000 there."_s);
    QVERIFY(scaled.contains(u"1000"_s) && scaled.contains(u"25000"_s) && !scaled.contains(u"clients"_s));
    const QString taken = engineText(u"cannot listen on 127.0.0.1 port 8000: The bound address is already in use"_s);
    QVERIFY(taken.contains(u"127.0.0.1"_s) && taken.contains(u"8000"_s) && !taken.contains(u"address"_s));
    QVERIFY(engineText(u"There is no host called \"nowhere.example\"."_s).contains(u"nowhere.example"_s));
}

QTEST_MAIN(TestEngineText)
#include "tst_enginetext.moc"
