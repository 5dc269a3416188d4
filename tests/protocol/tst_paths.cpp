// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/paths.h"

#include <QTest>

using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;

class TestPaths final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellsPaths_data();
    void spellsPaths();
    void names_data();
    void names();
    void segments_data();
    void segments();
};

void TestPaths::spellsPaths_data()
{
    QTest::addColumn<QString>("room");
    QTest::addColumn<QByteArray>("segment");

    QTest::newRow("plain") << u"lobby"_s << QByteArray("lobby");
    QTest::newRow("unreserved") << u"a-b._~9"_s << QByteArray("a-b._~9");
    QTest::newRow("blank") << u"room 1"_s << QByteArray("room%201");
    QTest::newRow("query and fragment") << u"a?b#c"_s << QByteArray("a%3Fb%23c");
    QTest::newRow("percent") << u"50%"_s << QByteArray("50%25");
    QTest::newRow("plus") << u"a+b"_s << QByteArray("a%2Bb");
    QTest::newRow("Chinese") << u"课"_s << QByteArray("%E8%AF%BE");
}

void TestPaths::spellsPaths()
{
    QFETCH(QString, room);
    QFETCH(QByteArray, segment);
    QCOMPARE(roomPath(room), "/api/rooms/" + segment);
    QCOMPARE(messagesPath(room), "/api/rooms/" + segment + "/messages");
    QCOMPARE(eventsPath(room), "/api/rooms/" + segment + "/events");
    QCOMPARE(reportsPath(room), "/api/rooms/" + segment + "/reports");
    QCOMPARE(pathOf(roomPageRoute, room), "/web/" + segment);
    QCOMPARE(roomSocketPath(room), "/ws/chat/" + segment + '/');
    QCOMPARE(roomFromSegment(segment), std::optional(room));
}

void TestPaths::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isName");

    QTest::newRow("default") << defaultRoom() << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("one character") << u"a"_s << true;
    QTest::newRow("64 characters") << QString(64, u'a') << true;
    QTest::newRow("65 characters") << QString(65, u'a') << false;
    QTest::newRow("64 characters of two UTF-16 units") << u"🎓"_s.repeated(64) << true;
    QTest::newRow("65 of them") << u"🎓"_s.repeated(65) << false;
    QTest::newRow("slash") << u"a/b"_s << false;
    QTest::newRow("line end") << u"a\n"_s << false;
    QTest::newRow("NUL") << u"a\0"_s << false;
    QTest::newRow("DEL") << u"a\u007f"_s << false;
    QTest::newRow("C1 control") << u"a\u0085"_s << false;
    QTest::newRow("blank") << u"room 1"_s << true;
    QTest::newRow("markup") << u"<b>"_s << true;
}

void TestPaths::names()
{
    QFETCH(QString, name);
    QFETCH(bool, isName);
    QCOMPARE(isRoomName(name), isName);
    QCOMPARE(roomFromSegment(name.toUtf8().toPercentEncoding()).has_value(), isName);
}

void TestPaths::segments_data()
{
    QTest::addColumn<QByteArray>("segment");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("broken escape") << QByteArray("a%2");
    QTest::newRow("no UTF-8") << QByteArray("%FF");
    QTest::newRow("escaped slash") << QByteArray("a%2Fb");
    QTest::newRow("escaped NUL") << QByteArray("a%00");
}

void TestPaths::segments()
{
    QFETCH(QByteArray, segment);
    QVERIFY(!roomFromSegment(segment));
}

QTEST_GUILESS_MAIN(TestPaths)
#include "tst_paths.moc"
