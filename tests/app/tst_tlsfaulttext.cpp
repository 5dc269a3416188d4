// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tlsfaulttext.h"

#include "app/translation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using Kind = server::TlsFault::Kind;
using WarningKind = server::TlsWarning::Kind;

//! Faults of certificates are said in both languages: a whole sentence that names the file and what else is known.
class TestTlsFaultText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { app::installLanguage(QString(app::englishLanguage)); }
    void everyFault_data();
    void everyFault();
    void everyWarning_data();
    void everyWarning();
};

void TestTlsFaultText::everyFault_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("english");
    const auto row = [](Kind kind, const QString &english) { QTest::addRow("%d", int(kind)) << int(kind) << english; };
    row(Kind::NoName, u"has no name"_s);
    row(Kind::CannotRead, u"Cannot read /a %2 b.pem: why %1."_s);
    row(Kind::TooLarge, u"too large"_s);
    row(Kind::NoCertificate, u"openssl x509 -inform der"_s);
    row(Kind::DamagedCertificate, u"is damaged"_s);
    row(Kind::NoKey, u"--tls-key"_s);
    row(Kind::EncryptedKey, u"openssl pkey -in"_s);
    row(Kind::DamagedKey, u"is damaged or of a kind"_s);
    row(Kind::ForeignKey, u"does not belong to the certificate in why %1"_s);
    row(Kind::ShortKey, u"RSA with 2048 bits"_s);
    row(Kind::NoFolder, u"Cannot make the folder"_s);
    row(Kind::NotMade, u"OpenSSL could not"_s);
    row(Kind::NotKept, u"Cannot keep the certificate in /a %2 b.pem: why %1."_s);
}

void TestTlsFaultText::everyFault()
{
    QFETCH(int, kind);
    QFETCH(QString, english);
    const server::TlsFault fault{Kind(kind), u"/a %2 b.pem"_s, u"why %1"_s};
    app::installLanguage(QString(app::englishLanguage));
    const QString words = app::tlsFaultText(fault);
    QVERIFY2(words.contains(english), qPrintable(words));
    QVERIFY2(words.endsWith(u'.'), qPrintable(words));
    const bool isNameless = Kind(kind) == Kind::NoName || Kind(kind) == Kind::NotMade;
    QCOMPARE(words.contains(fault.file), !isNameless);
    app::installLanguage(QString(app::chineseLanguage));
    const QString chinese = app::tlsFaultText(fault);
    QVERIFY2(chinese.endsWith(u'\u3002'), qPrintable(chinese));
    QCOMPARE(chinese.contains(fault.file), !isNameless);
    QCOMPARE(chinese.contains(fault.detail), words.contains(fault.detail));
}

void TestTlsFaultText::everyWarning_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("english");
    QTest::newRow("expired") << int(WarningKind::Expired) << u"has expired"_s;
    QTest::newRow("not yet valid") << int(WarningKind::NotYetValid) << u"is not valid yet"_s;
    QTest::newRow("early") << int(WarningKind::EarlyMadeAnew) << u"made anew"_s;
    QTest::newRow("useless") << int(WarningKind::UselessMadeAnew) << u"made anew: /a.pem is too large"_s;
}

void TestTlsFaultText::everyWarning()
{
    QFETCH(int, kind);
    QFETCH(QString, english);
    const server::TlsWarning warning{WarningKind(kind), server::TlsFault{Kind::TooLarge, u"/a.pem"_s, {}}};
    app::installLanguage(QString(app::englishLanguage));
    const QString words = app::tlsWarningText(warning);
    QVERIFY2(words.contains(english) && words.endsWith(u'.'), qPrintable(words));
    app::installLanguage(QString(app::chineseLanguage));
    const QString chinese = app::tlsWarningText(warning);
    QVERIFY2(chinese.endsWith(u'\u3002'), qPrintable(chinese));
    QCOMPARE(chinese.contains("/a.pem"_L1), words.contains("/a.pem"_L1));
}

QTEST_GUILESS_MAIN(TestTlsFaultText)
#include "tst_tlsfaulttext.moc"
