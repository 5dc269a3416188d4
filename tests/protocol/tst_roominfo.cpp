// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/roominfo.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestRoomInfo final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wire();
    void roundTrip_data();
    void roundTrip();
    void refuses_data();
    void refuses();
    void carriesTheConditionerWhenItIsOn();
    void ignoresWhatItDoesNotKnow();
    void readsAnOlderHost();
};

namespace {

const RoomInfo plain{u"e1"_s, 1, 0, 1000.5};

QJsonObject objectOf(const RoomInfo &info)
{
    return QJsonDocument::fromJson(encodeRoomInfo(info)).object();
}

} // namespace

void TestRoomInfo::wire()
{
    const QByteArray json =
        R"({"epoch":"e\"1","oldest":3,"next":7,"pollInterval":2.5,"hold":10,)"
        R"("technique":"long-polling","techniques":["polling","long-polling","websocket"],"now":1.500,)"
        R"("settings":{"technique":"long-polling","techniques":["polling","long-polling","websocket"],"pollInterval":2.5,"hold":10,"conditioner":null,"frozen":false,"split":false}})";
    QCOMPARE(encodeRoomInfo({u"e\"1"_s, 3, 7, 1.5, {Technique::LongPolling, 2500ms, 10s}}), json);
    const QByteArray noTechnique = R"("technique":null,)";
    QVERIFY(encodeRoomInfo(plain).contains(noTechnique));
    RoomInfo own = plain;
    own.own = {Technique::Sse, true, false, u"Mei"_s};
    own.why = clearedReason;
    QVERIFY(encodeRoomInfo(own).endsWith(R"(,"own":{"technique":"sse","split":true,"muted":false,"name":"Mei"},"why":"cleared"})"));
}

void TestRoomInfo::roundTrip_data()
{
    QTest::addColumn<RoomInfo>("info");
    RoomInfo info = plain;
    QTest::newRow("new room") << info;
    info.oldest = 9'000'000'000'000;
    info.next = 9'000'000'000'999;
    info.epoch = u"课 \"\\"_s;
    QTest::newRow("large numbers and an odd epoch") << info;
    info.own = {Technique::Polling, false, true, u"\"Mei\""_s};
    info.why = clearedReason;
    info.settings.isFrozen = true;
    QTest::newRow("orders of one's own, in a log that was cleared") << info;
    info.settings.pollInterval = 200ms;
    info.settings.hold = 1001ms;
    QTest::newRow("milliseconds") << info;
    info.settings.pollInterval = 3600s;
    info.settings.hold = 3600s;
    QTest::newRow("an hour") << info;
    for (const Technique technique : allTechniques) {
        info.settings.technique = technique;
        QTest::newRow(techniqueName(technique).data()) << info;
    }
}

void TestRoomInfo::roundTrip()
{
    QFETCH(RoomInfo, info);
    const std::optional<RoomInfo> decoded = decodeRoomInfo(objectOf(info));
    QVERIFY(decoded);
    QVERIFY(*decoded == info);
}

void TestRoomInfo::refuses_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    for (const QString &key : {u"epoch"_s, u"oldest"_s, u"next"_s, u"pollInterval"_s, u"hold"_s, u"now"_s}) {
        QTest::addRow("no %s", qPrintable(key)) << key << QJsonValue(QJsonValue::Undefined);
        QTest::addRow("null as %s", qPrintable(key)) << key << QJsonValue();
        QTest::addRow("list as %s", qPrintable(key)) << key << QJsonValue(QJsonArray());
    }
    for (const QString &key : {u"pollInterval"_s, u"hold"_s}) {
        QTest::addRow("%s 0", qPrintable(key)) << key << QJsonValue(0);
        QTest::addRow("%s below 0", qPrintable(key)) << key << QJsonValue(-1);
        QTest::addRow("%s over an hour", qPrintable(key)) << key << QJsonValue(3601);
        QTest::addRow("%s past every duration", qPrintable(key)) << key << QJsonValue(1e300);
    }
}

void TestRoomInfo::refuses()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject object = objectOf(plain);
    object[key] = value;
    QVERIFY(!decodeRoomInfo(object));
}

void TestRoomInfo::carriesTheConditionerWhenItIsOn()
{
    QVERIFY(!objectOf(plain).contains(u"conditioner"_s));
    RoomInfo info = plain;
    info.settings.conditioner = {150ms, 20ms, 1'000'000};
    QVERIFY(encodeRoomInfo(info).contains(R"(,"conditioner":{"delay":150,"jitter":20,"rate":1000000},"settings")"));
    const std::optional<RoomInfo> decoded = decodeRoomInfo(objectOf(info));
    QVERIFY(decoded);
    QVERIFY(*decoded == info);
    for (const Conditioner &wrong : {Conditioner{61s, 0ms, 0}, Conditioner{0ms, -1ms, 1000}, Conditioner{1ms, 0ms, 999}}) {
        info.settings.conditioner = wrong;
        QVERIFY(!decodeRoomInfo(objectOf(info)));
    }
}

void TestRoomInfo::ignoresWhatItDoesNotKnow()
{
    QJsonObject object = objectOf(plain);
    object[u"technique"_s] = u"server-sent-events"_s;
    object[u"another"_s] = 1;
    const std::optional<RoomInfo> decoded = decodeRoomInfo(object);
    QVERIFY(decoded);
    QVERIFY(*decoded == plain);
}

void TestRoomInfo::readsAnOlderHost()
{
    RoomInfo info = plain;
    info.settings = {Technique::Polling, 5s, 20s, {1ms, 0ms, 0}};
    QJsonObject object = objectOf(info);
    object.remove(u"settings"_s);
    const std::optional<RoomInfo> decoded = decodeRoomInfo(object);
    QVERIFY(decoded);
    QVERIFY(*decoded == info);
    object[u"settings"_s] = QJsonObject{{u"hold"_s, 0}};
    QVERIFY(!decodeRoomInfo(object));
}

QTEST_GUILESS_MAIN(TestRoomInfo)
#include "tst_roominfo.moc"
