// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/csvfield.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;

//! Fields of tables that are opened in spreadsheets.
class TestCsvField final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guardsSpreadsheetsAgainstFormulas_data();
    void guardsSpreadsheetsAgainstFormulas();
};

void TestCsvField::guardsSpreadsheetsAgainstFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << u"hello"_s << QByteArray("hello");
    QTest::newRow("equals") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("plus") << u"+1"_s << QByteArray("'+1");
    QTest::newRow("minus") << u"-1"_s << QByteArray("'-1");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("'\t=1");
    QTest::newRow("carriage return") << u"\r=1"_s << QByteArray("\"'\r=1\"");
    QTest::newRow("line feed") << u"\n=1"_s << QByteArray("\"'\n=1\"");
    QTest::newRow("blanks first") << u"  =1"_s << QByteArray("'  =1");
    QTest::newRow("no-break space first") << u"\u00a0=1"_s << u"'\u00a0=1"_s.toUtf8();
    QTest::newRow("unseen first") << u"\ufeff\u200b=1"_s << u"'\ufeff\u200b=1"_s.toUtf8();
    QTest::newRow("full-width equals") << u"\uff1d1+1"_s << u"'\uff1d1+1"_s.toUtf8();
    QTest::newRow("full-width plus") << u"\uff0b1"_s << u"'\uff0b1"_s.toUtf8();
    QTest::newRow("full-width minus") << u"\uff0d1"_s << u"'\uff0d1"_s.toUtf8();
    QTest::newRow("full-width at") << u"\uff20A1"_s << u"'\uff20A1"_s.toUtf8();
    QTest::newRow("quoted formula") << u"=HYPERLINK(\"x\",\"y\")"_s << QByteArray("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    QTest::newRow("sign inside") << u"a=1"_s << QByteArray("a=1");
    QTest::newRow("quotes") << u"a \"b\", c"_s << QByteArray("\"a \"\"b\"\", c\"");
    QTest::newRow("empty") << QString() << QByteArray();
}

void TestCsvField::guardsSpreadsheetsAgainstFormulas()
{
    QFETCH(QString, text);
    QTEST(protocol::csvField(text), "field");
}

QTEST_GUILESS_MAIN(TestCsvField)
#include "tst_csvfield.moc"
