// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/entrycodec.h"
#include "server/protocol/json.h"
#include "server/protocol/withdrawal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;

namespace {

ControlEntry entryOf(const QJsonObject &control)
{
    return {7, 1700000000000.125, control};
}

} // namespace

class TestEntryCodec final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }

    void wire();
    void comesBackAsItWent_data();
    void comesBackAsItWent();
    void messagesAreEntries();
    void withdrawnMessagesKeepTheirNumber();
    void refuses_data();
    void refuses();
};

void TestEntryCodec::wire()
{
    const EncodedEntry encoded = encodeControl(entryOf({{u"kind"_s, u"mark"_s}, {u"text"_s, u"课堂 \"1\""_s}}));
    const QByteArray expected = R"({"seq":7,"accepted":1700000000000.125,"control":{"kind":"mark","text":"课堂 \"1\""}})";
    QCOMPARE(encoded.json, expected);
    QVERIFY(encoded.isControl());
}

void TestEntryCodec::comesBackAsItWent_data()
{
    QTest::addColumn<QJsonObject>("control");
    QTest::newRow("a kind alone") << QJsonObject{{u"kind"_s, u"freeze"_s}};
    QTest::newRow("an unknown kind") << QJsonObject{{u"kind"_s, u"of a later version"_s},
                                                    {u"x"_s, QJsonArray{1, true, QJsonValue()}}};
    QTest::newRow("numbers") << QJsonObject{{u"kind"_s, u"settings"_s}, {u"pace"_s, 0.1}, {u"seq"_s, qint64(1) << 52}};
    QTest::newRow("a text of its own") << QJsonObject{{u"kind"_s, u"question"_s}, {u"text"_s, u"\"text\":\"x\"\n"_s}};
    QTest::newRow("a byte order mark first") << QJsonObject{{u"kind"_s, u"\uFEFFmark"_s}, {u"text"_s, u"\uFEFF\uFEFF"_s}};
    QTest::newRow("objects in it") << QJsonObject{{u"kind"_s, u"result"_s}, {u"control"_s, QJsonObject{{u"kind"_s, u"x"_s}}}};
}

void TestEntryCodec::comesBackAsItWent()
{
    QFETCH(QJsonObject, control);
    const ControlEntry given = entryOf(control);
    const EncodedEntry encoded = encodeEntry(given);
    QVERIFY(encoded.isControl());
    const auto decoded = decodeEntry(parseJson(encoded.json).object());
    QVERIFY(decoded);
    QVERIFY(isControl(*decoded));
    QVERIFY(std::get<ControlEntry>(*decoded) == given);
    QCOMPARE(std::get<ControlEntry>(*decoded).kind(), control[u"kind"].toString());
    QCOMPARE(encodeEntry(*decoded).json, encoded.json); // what was read is written the same
}

void TestEntryCodec::messagesAreEntries()
{
    // A message with an empty text is not a control entry.
    for (const QString &text : {u"hello"_s, QString()}) {
        const Message message{3, u"Mia"_s, text, 1.5, 2.5, Technique::Polling};
        const EncodedEntry encoded = encodeEntry(message);
        QVERIFY(!encoded.isControl());
        QCOMPARE(encoded.json, encodeMessage(message).json);
        const auto decoded = decodeEntry(QJsonDocument::fromJson(encoded.json).object());
        QVERIFY(decoded && !isControl(*decoded));
        QVERIFY(std::get<Message>(*decoded) == message);
        QCOMPARE(seqOf(*decoded), 3);
    }
}

void TestEntryCodec::withdrawnMessagesKeepTheirNumber()
{
    QCOMPARE(withdrawnBy(withdrawalOf(7)), 7);
    QCOMPARE(withdrawnBy(entryOf({{u"kind"_s, u"mark"_s}, {u"seq"_s, 7}})), 0);
    QCOMPARE(withdrawnBy(entryOf({{u"kind"_s, u"withdraw"_s}, {u"seq"_s, u"7"_s}})), 0);
    QCOMPARE(withdrawnBy(Message{7, {}, u"{\"kind\":\"withdraw\"}"_s, 0, 0, {}}), 0);
    const EncodedEntry encoded = encodeEntry(withdrawnMessage(7));
    QVERIFY(encoded.isControl()); // left out where these are
    QCOMPARE(encoded.json, QByteArray(R"({"seq":7,"withdrawn":true})"));
    for (const QByteArray &json : {encoded.json, QByteArray(R"({"seq":7,"accepted":3,"control":{"kind":"withdrawn","x":1}})")}) {
        const auto decoded = decodeEntry(parseJson(json).object());
        QVERIFY(decoded && isControl(*decoded) && seqOf(*decoded) == 7);
        QVERIFY(isWithdrawn(std::get<ControlEntry>(*decoded)));
        QCOMPARE(encodeEntry(*decoded).json, encoded.json);
    }
    for (const char *json : {R"({"seq":0,"withdrawn":true})", R"({"seq":1.5,"withdrawn":true})", R"({"withdrawn":true})",
                             R"({"seq":1,"withdrawn":1})"})
        QVERIFY2(!decodeEntry(parseJson(json).object()), json);
}

void TestEntryCodec::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("neither") << QByteArray("{}");
    QTest::newRow("no seq") << QByteArray(R"({"accepted":1,"control":{"kind":"mark"}})");
    QTest::newRow("seq 0") << QByteArray(R"({"seq":0,"accepted":1,"control":{"kind":"mark"}})");
    QTest::newRow("seq with a fraction") << QByteArray(R"({"seq":1.5,"accepted":1,"control":{"kind":"mark"}})");
    QTest::newRow("seq as a string") << QByteArray(R"({"seq":"1","accepted":1,"control":{"kind":"mark"}})");
    QTest::newRow("no kind") << QByteArray(R"({"seq":1,"accepted":1,"control":{}})");
    QTest::newRow("an empty kind") << QByteArray(R"({"seq":1,"accepted":1,"control":{"kind":""}})");
    QTest::newRow("a kind that is no string") << QByteArray(R"({"seq":1,"accepted":1,"control":{"kind":1}})");
    QTest::newRow("control that is no object") << QByteArray(R"({"seq":1,"accepted":1,"control":"mark"})");
    QTest::newRow("a message with no control") << QByteArray(R"({"seq":1,"text":"a","control":null})");
}

void TestEntryCodec::refuses()
{
    QFETCH(QByteArray, json);
    QVERIFY(!decodeEntry(QJsonDocument::fromJson(json).object()));
}

QTEST_GUILESS_MAIN(TestEntryCodec)
#include "tst_entrycodec.moc"
