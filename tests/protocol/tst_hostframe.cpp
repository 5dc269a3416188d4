// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/hostframe.h"

#include "server/protocol/entrycodec.h"

#include <QTest>

using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestHostFrame final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wire();
    void roundTrip_data();
    void roundTrip();
    void ignores_data();
    void ignores();
};

void TestHostFrame::wire()
{
    const QByteArray ack = R"({"ack":{"id":"a\"1","seq":7}})";
    QCOMPARE(encodeAck({u"a\"1"_s, 7}), ack);
    const QByteArray refusal = R"({"error":"too long","code":"text-too-long"})";
    QCOMPARE(encodeRefusal({u"too long"_s, u"text-too-long"_s, {}}), refusal);
    const QByteArray named = R"({"error":"too long","code":"text-too-long","id":"a1"})";
    QCOMPARE(encodeRefusal({u"too long"_s, u"text-too-long"_s, u"a1"_s}), named);
    const QByteArray welcome = R"({"welcome":{"epoch":"e","oldest":1,)";
    QVERIFY(encodeWelcome({u"e"_s, 1, 0, 0}).startsWith(welcome));
}

void TestHostFrame::roundTrip_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<HostFrame>("frame");

    const RoomInfo info{u"e1"_s, 3, 7, 1000.5, {Technique::WebSocket, 2s, 10s}};
    QTest::newRow("welcome") << encodeWelcome(info) << HostFrame(info);
    const Message message{8, u"Mia"_s, u"welcome, ack, error"_s, 1.5, 2.5, Technique::Polling};
    QTest::newRow("message") << messageFrame(encodeMessage(message)) << HostFrame(message);
    const ControlEntry control{9, 2.5, settingsControl({Technique::Polling})};
    QTest::newRow("control entry") << encodeControl(control).json << HostFrame(control);
    QTest::newRow("ack") << encodeAck({u"a1"_s, 9'000'000'000'000}) << HostFrame(Ack{u"a1"_s, 9'000'000'000'000});
    const Refusal refusal{u"no \"text\""_s, u"missing-text"_s, u"a1"_s};
    QTest::newRow("refusal") << encodeRefusal(refusal) << HostFrame(refusal);
    const Refusal nameless{u"no JSON"_s, u"bad-json"_s, {}};
    QTest::newRow("refusal without id") << encodeRefusal(nameless) << HostFrame(nameless);
}

void TestHostFrame::roundTrip()
{
    QFETCH(QByteArray, json);
    QFETCH(HostFrame, frame);
    const std::optional<HostFrame> decoded = decodeHostFrame(json);
    QVERIFY(decoded);
    QVERIFY(*decoded == frame);
}

void TestHostFrame::ignores_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("list") << QByteArray("[1]");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("a later kind") << QByteArray(R"({"presence":{"name":"Mia"}})");
    QTest::newRow("welcome without its fields") << QByteArray(R"({"welcome":{"epoch":"e"}})");
    QTest::newRow("ack that is no object") << QByteArray(R"({"ack":7})");
    QTest::newRow("message without number") << QByteArray(R"({"message":"a"})");
    QTest::newRow("cut short") << encodeAck({u"a"_s, 1}).chopped(1);
}

void TestHostFrame::ignores()
{
    QFETCH(QByteArray, json);
    QVERIFY(!decodeHostFrame(json));
}

QTEST_GUILESS_MAIN(TestHostFrame)
#include "tst_hostframe.moc"
