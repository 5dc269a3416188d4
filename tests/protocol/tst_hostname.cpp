// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/hostname.h"

#include <QTest>

using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;

class TestHostName final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void machines_data();
    void machines();
    void names_data();
    void names();
};

void TestHostName::machines_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("bare") << u"PC"_s << QString() << QStringList{u"pc"_s, u"pc.local"_s};
    QTest::newRow("with domain") << u"pc"_s << u"school.example"_s << QStringList{u"pc"_s, u"pc.local"_s, u"pc.school.example"_s};
    QTest::newRow("full") << u"pc.school.example"_s << u"school.example"_s
                          << QStringList{u"pc.school.example"_s, u"pc"_s, u"pc.local"_s};
    QTest::newRow("IDNA") << u"Büro-PC"_s << QString() << QStringList{u"xn--bro-pc-3ya"_s, u"xn--bro-pc-3ya.local"_s};
    QTest::newRow("nameless") << QString() << u"school.example"_s << QStringList();
}

void TestHostName::machines()
{
    QFETCH(QString, name);
    QFETCH(QString, domain);
    QTEST(machineNames(name, domain), "names");
}

void TestHostName::names_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isName");
    for (const QString &text :
         {u"pc"_s, u"pc.school.example"_s, u"PC.Local."_s, u"schule-münchen.de"_s, u"xn--bro-pc-3ya"_s, u"my_pc"_s, u"pc:8000"_s,
          u"192.168.1.20"_s, u"192.168.1.20:8000"_s, u"::1"_s, u"[::1]"_s, u"[fd00::1]:8000"_s})
        QTest::newRow(qPrintable(text)) << text << true;
    for (const QString &text :
         {u"https://x/"_s, u"x/"_s,        u"*.x"_s,  u"*"_s,    u" x"_s,  u"x "_s,  u"a,b"_s,     u"a b"_s,
          u"-x"_s,         u"a..b"_s,      u".x"_s,   u"me@x"_s, u"x:"_s,  u"x:0"_s, u"x:99999"_s, u"x:http"_s,
          u"192.168.1"_s,  u"300.1.1.1"_s, u"[::1"_s, u"[x]"_s,  u"::x"_s, u"x?y"_s, u"\"x\""_s,   QString(64, u'a')})
        QTest::newRow(qPrintable(text)) << text << false;
}

void TestHostName::names()
{
    QFETCH(QString, text);
    QTEST(isHostName(text), "isName");
}

QTEST_GUILESS_MAIN(TestHostName)

#include "tst_hostname.moc"
