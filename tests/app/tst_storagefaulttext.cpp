// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storagefaulttext.h"

#include "app/translation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using Kind = server::Fault::Kind;

//! People's words say what the English of the log does, in both languages.
class TestStorageFaultText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { app::installLanguage(QString(app::englishLanguage)); }
    void everyKind_data();
    void everyKind();
    void namesTheRoom();
};

void TestStorageFaultText::everyKind_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= int(Kind::HasMessages); ++kind)
        QTest::addRow("%d", kind) << kind;
}

void TestStorageFaultText::everyKind()
{
    QFETCH(int, kind);
    for (const QString &detail : {QString(), u"why %1"_s}) {
        const server::Fault fault = storage::faultOf(Kind(kind), u"/a %2 b.db"_s, detail);
        app::installLanguage(QString(app::englishLanguage));
        QCOMPARE(app::storageFaultText(fault), fault.text);
        app::installLanguage(QString(app::chineseLanguage));
        const QString chinese = app::storageFaultText(fault);
        QVERIFY(chinese != fault.text);
        QVERIFY2(chinese.contains(detail), qPrintable(chinese));
        QCOMPARE(chinese.contains(fault.file), fault.text.contains(fault.file));
        QVERIFY2(!chinese.contains("database"_L1), qPrintable(chinese));
    }
}

void TestStorageFaultText::namesTheRoom()
{
    const server::Fault fault = storage::faultOf(Kind::NoRoom, u"a.db"_s, u"lab"_s);
    QCOMPARE(fault.text, u"the database a.db has no room \"lab\""_s);
    app::installLanguage(QString(app::chineseLanguage));
    QVERIFY(app::storageFaultText(fault).contains(u"lab"_s));
}

QTEST_GUILESS_MAIN(TestStorageFaultText)
#include "tst_storagefaulttext.moc"
