// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/discovery/announcement.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::Announcement;

namespace {

const QString someId = u"0123456789abcdef0123456789abcdef"_s;

QByteArray datagram(const QByteArray &port, const QByteArray &room, const QByteArray &name, const QByteArray &version = "1",
                    const QByteArray &id = '"' + someId.toLatin1() + '"')
{
    return "{\"pushlab\":" + version + ",\"port\":" + port + ",\"room\":" + room + ",\"name\":" + name + ",\"id\":" + id + "}";
}

} // namespace

class TestAnnouncement final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void largestFits();
    void refuses_data();
    void refuses();
    void refusesEveryTruncation();
    void machineNames_data();
    void machineNames();
    void idsDiffer();
};

void TestAnnouncement::comesBackAsItWas()
{
    const Announcement announcement{8000, u"课堂 \"1\""_s, u"teacher-pc"_s, someId};
    QCOMPARE(app::decodeAnnouncement(app::encodeAnnouncement(announcement)), std::optional(announcement));
    const Announcement secret{8443, u"r"_s, u"n"_s, someId, true};
    QCOMPARE(app::decodeAnnouncement(app::encodeAnnouncement(secret)), std::optional(secret));
    QVERIFY(!app::encodeAnnouncement(announcement).contains("tls"));
    QVERIFY(!app::decodeAnnouncement(datagram("8000", "\"r\"", "\"n\""))->isTls);
    QVERIFY(app::decodeAnnouncement(datagram("8000", "\"r\"", "\"n\"")));
    QVERIFY(app::decodeAnnouncement("{\"later\":[1]," + datagram("8000", "\"r\"", "\"n\"").mid(1))); // from a newer version
}

void TestAnnouncement::largestFits()
{
    const QString emoji = QString::fromUcs4(U"\U0001F600", 1);
    for (const QString &room : {emoji.repeated(64), u"\""_s.repeated(64), u"课"_s.repeated(64)}) {
        const Announcement announcement{65535, room, u"\\"_s.repeated(int(app::maxMachineNameBytes)), app::newAnnouncementId(), true};
        const QByteArray bytes = app::encodeAnnouncement(announcement);
        QVERIFY(bytes.size() <= app::maxAnnouncementBytes);
        QCOMPARE(app::decodeAnnouncement(bytes), std::optional(announcement));
    }
}

void TestAnnouncement::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("zeros") << QByteArray(40, '\0');
    QTest::newRow("text") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("array") << QByteArray("[1,2]");
    QTest::newRow("nested") << QByteArray(500, '[');
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("bad UTF-8") << datagram("8000", "\"r\"", "\"\xff\xfe\"");
    QTest::newRow("two objects") << datagram("8000", "\"r\"", "\"n\"").repeated(2);
    QTest::newRow("too long") << datagram("8000", "\"r\"", "\"n\"") + QByteArray(app::maxAnnouncementBytes, ' ');
    QTest::newRow("other version") << datagram("8000", "\"r\"", "\"n\"", "2");
    QTest::newRow("version as text") << datagram("8000", "\"r\"", "\"n\"", "\"1\"");
    QTest::newRow("port 0") << datagram("0", "\"r\"", "\"n\"");
    QTest::newRow("port -1") << datagram("-1", "\"r\"", "\"n\"");
    QTest::newRow("port 65536") << datagram("65536", "\"r\"", "\"n\"");
    QTest::newRow("port 80.5") << datagram("80.5", "\"r\"", "\"n\"");
    QTest::newRow("port 1e99") << datagram("1e99", "\"r\"", "\"n\"");
    QTest::newRow("port as text") << datagram("\"8000\"", "\"r\"", "\"n\"");
    QTest::newRow("no room") << datagram("8000", "null", "\"n\"");
    QTest::newRow("empty room") << datagram("8000", "\"\"", "\"n\"");
    QTest::newRow("room with slash") << datagram("8000", "\"a/b\"", "\"n\"");
    QTest::newRow("room turned round") << datagram("8000", "\"a\\u202eb\"", "\"n\"");
    QTest::newRow("room of 65") << datagram("8000", '"' + QByteArray(65, 'r') + '"', "\"n\"");
    QTest::newRow("empty name") << datagram("8000", "\"r\"", "\"\"");
    QTest::newRow("blank name") << datagram("8000", "\"r\"", "\"  \"");
    QTest::newRow("name of 65") << datagram("8000", "\"r\"", '"' + QByteArray(65, 'n') + '"');
    QTest::newRow("name in lines") << datagram("8000", "\"r\"", "\"a\\nb\"");
    QTest::newRow("name turned round") << datagram("8000", "\"r\"", "\"a\\u202eb\"");
    QTest::newRow("name of half a character") << datagram("8000", "\"r\"", "\"\\ud83d\"");
    QTest::newRow("no id") << datagram("8000", "\"r\"", "\"n\"", "1", "null");
    QTest::newRow("short id") << datagram("8000", "\"r\"", "\"n\"", "1", "\"0123\"");
    QTest::newRow("id of other letters") << datagram("8000", "\"r\"", "\"n\"", "1", '"' + QByteArray(32, 'g') + '"');
}

void TestAnnouncement::refuses()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!app::decodeAnnouncement(bytes));
}

void TestAnnouncement::refusesEveryTruncation()
{
    const QByteArray whole = app::encodeAnnouncement({8000, u"lobby"_s, u"teacher-pc"_s, someId});
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(!app::decodeAnnouncement(whole.left(size)));
}

void TestAnnouncement::machineNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("announced");

    QTest::newRow("plain") << u"teacher-pc"_s << u"teacher-pc"_s;
    QTest::newRow("none") << QString() << u"PushLab"_s;
    QTest::newRow("unprintable") << u"\u202e\u0001"_s << u"PushLab"_s;
    QTest::newRow("mixed") << u" a\u202e\n b "_s << u"a b"_s;
    QTest::newRow("long") << u"x"_s.repeated(100) << u"x"_s.repeated(64);
    QTest::newRow("long, not cut inside a character") << u"课"_s.repeated(64) << u"课"_s.repeated(21);
}

void TestAnnouncement::machineNames()
{
    QFETCH(QString, name);
    QTEST(app::announcedMachineName(name), "announced");
}

void TestAnnouncement::idsDiffer()
{
    const QString id = app::newAnnouncementId();
    QCOMPARE(id.size(), app::machineIdCharacters);
    QVERIFY(id != app::newAnnouncementId());
}

QTEST_GUILESS_MAIN(TestAnnouncement)
#include "tst_announcement.moc"
