// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/limits.h"
#include "server/protocol/messagebatch.h"
#include "server/protocol/messagecodec.h"

#include <QJsonDocument>
#include <QTest>

using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;

class TestMessageCodec final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wire();
    void formats_data();
    void formats();
    void refusesMessages_data();
    void refusesMessages();
    void batch();
    void refusesBatches_data();
    void refusesBatches();
    void outgoing_data();
    void outgoing();
    void readsWhatTutorialsSend();
    void refusesOutgoing_data();
    void refusesOutgoing();
    void mendsHalfCharacters();
    void longestOutgoing();
};

namespace {

const Message plain{7, u"Mia"_s, u"hello"_s, 1.5, 2.25, Technique::Polling};

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

void TestMessageCodec::wire()
{
    const EncodedEntry encoded = encodeMessage(plain);
    QByteArray json = R"({"seq":7,"from":"Mia","text":"hello","sent":1.500,"accepted":2.250,"via":"polling"})";
    QCOMPARE(encoded.json, json);
    QCOMPARE(encoded.textJson(), QByteArrayView("\"hello\""));
    QCOMPARE(messageFrame(encoded), json.replace("\"text\":", "\"message\":"));
    json = R"({"message":"hello"})";
    QCOMPARE(tutorialFrame(encoded), json);
}

void TestMessageCodec::formats_data()
{
    QTest::addColumn<Message>("message");
    QTest::newRow("plain") << plain;
    QTest::newRow("of a tutorial") << Message{1, {}, u"hello"_s, 0, 1789776000000.125, std::nullopt};
    QTest::newRow("empty text") << Message{1, u"Mia"_s, {}, 0, 1, Technique::WebSocket};
    QTest::newRow("all escapes") << Message{1, u"\"\\"_s, u"\"\\\b\f\n\r\t\0\u001f/"_s, 0, 1, Technique::LongPolling};
    QTest::newRow("UTF-8") << Message{1, u"美雅"_s, u"课堂 🎓 \u2028"_s, 0, 1, Technique::Polling};
    QTest::newRow("a name that looks like the text") << Message{1, u"\",\"text\":\"x"_s, u"\"text\":"_s, 0, 1, {}};
    QTest::newRow("large number") << Message{9'000'000'000'000, u"Mia"_s, u"a"_s, 0, 1, {}};
    QTest::newRow("longest text") << Message{1, {}, QString(maxTextBytes, u'\1'), 0, 1, {}};
}

void TestMessageCodec::formats()
{
    QFETCH(Message, message);
    const EncodedEntry encoded = encodeMessage(message);
    const std::optional<Message> fromAnswer = decodeMessage(objectOf(encoded.json));
    QVERIFY(fromAnswer);
    QVERIFY(*fromAnswer == message);
    const std::optional<Message> fromFrame = decodeMessage(objectOf(messageFrame(encoded)));
    QVERIFY(fromFrame);
    QVERIFY(*fromFrame == message);
    const QJsonObject tutorial = objectOf(tutorialFrame(encoded));
    QCOMPARE(tutorial.keys(), QStringList(u"message"_s));
    QCOMPARE(tutorial[u"message"].toString(), message.text);
}

void TestMessageCodec::refusesMessages_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("no seq") << QByteArray(R"({"text":"a"})");
    QTest::newRow("seq 0") << QByteArray(R"({"seq":0,"text":"a"})");
    QTest::newRow("seq below 0") << QByteArray(R"({"seq":-1,"text":"a"})");
    QTest::newRow("seq with a fraction") << QByteArray(R"({"seq":1.5,"text":"a"})");
    QTest::newRow("seq as a string") << QByteArray(R"({"seq":"1","text":"a"})");
    QTest::newRow("no text") << QByteArray(R"({"seq":1})");
    QTest::newRow("text that is no string") << QByteArray(R"({"seq":1,"text":5})");
    QTest::newRow("message that is no string") << QByteArray(R"({"seq":1,"message":{}})");
}

void TestMessageCodec::refusesMessages()
{
    QFETCH(QByteArray, json);
    QVERIFY(!decodeMessage(objectOf(json)));
}

void TestMessageCodec::batch()
{
    const QByteArray one = encodeMessage(plain).json;
    const QByteArray json = R"({"epoch":"e1","messages":[)" + one + ',' + one + R"(],"next":8,"oldest":3,"now":1000.5,"more":true})";
    const std::optional<MessageBatch> decoded = decodeMessageBatch(json);
    QVERIFY(decoded);
    QVERIFY((*decoded == MessageBatch{u"e1"_s, {plain, plain}, 8, 3, 1000.5}));

    const std::optional<MessageBatch> empty = decodeMessageBatch(R"({"epoch":"e1","messages":[],"next":0,"oldest":1})");
    QVERIFY(empty);
    QVERIFY((*empty == MessageBatch{u"e1"_s, {}, 0, 1, 0}));
}

void TestMessageCodec::refusesBatches_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("an error") << QByteArray(R"({"error":"a","code":"b"})");
    QTest::newRow("no epoch") << QByteArray(R"({"messages":[],"next":0,"oldest":1})");
    QTest::newRow("no messages") << QByteArray(R"({"epoch":"e","next":0,"oldest":1})");
    QTest::newRow("messages that are no list") << QByteArray(R"({"epoch":"e","messages":{},"next":0,"oldest":1})");
    QTest::newRow("no next") << QByteArray(R"({"epoch":"e","messages":[],"oldest":1})");
    QTest::newRow("no oldest") << QByteArray(R"({"epoch":"e","messages":[],"next":0})");
    QTest::newRow("one that is no message") << QByteArray(R"({"epoch":"e","messages":[{"seq":1}],"next":1,"oldest":1})");
    QTest::newRow("cut short") << QByteArray(R"({"epoch":"e","messages":[],"next":0,"oldest":1)");
}

void TestMessageCodec::refusesBatches()
{
    QFETCH(QByteArray, json);
    QVERIFY(!decodeMessageBatch(json));
}

void TestMessageCodec::outgoing_data()
{
    QTest::addColumn<Outgoing>("outgoing");
    QTest::newRow("plain") << Outgoing{u"hello"_s, u"Mia"_s, u"a1"_s, u"m1"_s, Technique::LongPolling, 1.5};
    QTest::newRow("nothing but text") << Outgoing{u"hello"_s, {}, {}, {}, std::nullopt, 0};
    QTest::newRow("empty text") << Outgoing{{}, u"Mia"_s, u"a1"_s, u"m1"_s, Technique::Polling, 0};
    QTest::newRow("escapes") << Outgoing{u"\"\n\\"_s, u"\"课\""_s, u"\\"_s, u"\t"_s, Technique::WebSocket, 0};
}

void TestMessageCodec::outgoing()
{
    QFETCH(Outgoing, outgoing);
    const OutgoingResult fromBody = decodeOutgoing(encodeOutgoing(outgoing));
    QVERIFY(fromBody.outgoing);
    QVERIFY(*fromBody.outgoing == outgoing);

    const OutgoingResult fromFrame = decodeOutgoing(encodeOutgoingFrame(outgoing));
    QVERIFY(fromFrame.outgoing);
    Outgoing rest = outgoing;
    rest.member.clear(); // known from the handshake
    rest.via.reset();
    QVERIFY(*fromFrame.outgoing == rest);
}

void TestMessageCodec::readsWhatTutorialsSend()
{
    const OutgoingResult result = decodeOutgoing(R"({"message":"hello","id":null,"other":[1]})");
    QVERIFY(result.outgoing);
    QVERIFY((*result.outgoing == Outgoing{u"hello"_s, {}, {}, {}, std::nullopt, 0}));
}

void TestMessageCodec::refusesOutgoing_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("id");

    const auto row = [](const char *name, const QByteArray &json, const char *code, const QString &id = {}) {
        QTest::newRow(name) << json << QByteArray(code) << id;
    };
    const QByteArray longName = '"' + QByteArray(maxNameBytes + 1, 'x') + '"';
    row("nothing", "", "bad-json");
    row("plain text", "hello", "bad-json");
    row("a string", "\"hello\"", "bad-json");
    row("a list", "[]", "bad-json");
    row("cut short", R"({"text":"a")", "bad-json");
    row("no UTF-8", "{\"text\":\"\xff\"}", "bad-json");
    row("nested too deep", QByteArray(100'000, '['), "bad-json");
    row("no text", R"({"id":"a1"})", "missing-text", u"a1"_s);
    row("text null", R"({"text":null,"id":"a1"})", "missing-text", u"a1"_s);
    row("text a number", R"({"text":5})", "missing-text");
    row("id a number", R"({"text":"a","id":5})", "bad-id");
    row("id too long", R"({"text":"a","id":)" + longName + '}', "bad-id", QString(maxNameBytes + 1, u'x'));
    row("from a list", R"({"text":"a","id":"a1","from":[]})", "bad-from", u"a1"_s);
    row("from too long", R"({"text":"a","from":)" + longName + '}', "bad-from");
    row("member too long", R"({"text":"a","id":"a1","member":)" + longName + '}', "bad-member", u"a1"_s);
    row("via unknown", R"({"text":"a","via":"pigeon"})", "bad-via");
    row("via a number", R"({"text":"a","via":1})", "bad-via");
    row("sent a string", R"({"text":"a","sent":"now"})", "bad-sent");
}

void TestMessageCodec::refusesOutgoing()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, code);
    QFETCH(QString, id);
    const OutgoingResult result = decodeOutgoing(json);
    QVERIFY(!result.outgoing);
    QCOMPARE(result.code, code);
    QVERIFY(!result.error.isEmpty());
    if (code != "bad-id")
        QCOMPARE(result.id, id);
}

void TestMessageCodec::mendsHalfCharacters()
{
    const QByteArray json = R"({"text":"a\ud83d","from":"\udf93b","id":"\ud83dc","member":"m\ud83d"})";
    const OutgoingResult result = decodeOutgoing(json);
    QVERIFY(result.outgoing);
    QCOMPARE(result.outgoing->text, u"a\uFFFD"_s);
    QCOMPARE(result.outgoing->from, u"\uFFFDb"_s);
    QCOMPARE(result.outgoing->id, u"\uFFFDc"_s);
    QCOMPARE(result.outgoing->member, u"m\uFFFD"_s);
    QCOMPARE(decodeOutgoing(R"({"message":"\ud83da"})").outgoing->text, u"\uFFFDa"_s);

    Outgoing outgoing;
    outgoing.text = u"a"_s + u"\U0001F393"_s.first(1);
    QVERIFY(encodeOutgoing(outgoing).contains("\"text\":\"a\xef\xbf\xbd\""));
    QVERIFY(encodeOutgoingFrame(outgoing).contains("\"text\":\"a\xef\xbf\xbd\""));
}

void TestMessageCodec::longestOutgoing()
{
    // The limit is on the bytes of the decoded text, not on its characters or its JSON.
    const QString fits = QString(maxTextBytes / 3, u'课') + u'x';
    QVERIFY(decodeOutgoing(encodeOutgoing({fits, {}, {}, {}, {}, 0})).outgoing);
    QVERIFY(decodeOutgoing(encodeOutgoing({QString(maxTextBytes, u'\1'), {}, {}, {}, {}, 0})).outgoing);
    const OutgoingResult result = decodeOutgoing(encodeOutgoing({fits + u'x', {}, u"a1"_s, {}, {}, 0}));
    QVERIFY(!result.outgoing);
    QCOMPARE(result.code, QByteArray("text-too-long"));
    QCOMPARE(result.id, u"a1"_s);
}

QTEST_GUILESS_MAIN(TestMessageCodec)
#include "tst_messagecodec.moc"
