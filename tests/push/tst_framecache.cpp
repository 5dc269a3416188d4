// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/frame.h"
#include "server/push/websocket/framecache.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pushlab;
using namespace pushlab::push;
using namespace Qt::Literals::StringLiterals;
using Format = FrameCache::Format;
using room::RoomLog;

namespace {

constexpr RoomLog::Bounds wide{1'000'000, 1'000'000'000};

void append(RoomLog &log, const QString &text)
{
    log.append({0, u"Mia"_s, text, 0, 1, {}}, {});
}

//! The payloads of complete, unmasked text frames; empty when the bytes are anything else.
QList<QByteArray> payloads(const QByteArray &bytes)
{
    QList<QByteArray> found;
    protocol::FrameDecoder decoder;
    QByteArrayView rest = bytes;
    while (!rest.isEmpty()) {
        const auto header = decoder.next(rest);
        if (!header)
            break;
        if (header->opcode != quint8(protocol::Opcode::Text) || !header->isFinal || header->isMasked
            || quint64(rest.size()) < header->payloadLength) {
            return {};
        }
        found.append(rest.first(qsizetype(header->payloadLength)).toByteArray());
    }
    return found;
}

} // namespace

class TestFrameCache final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesInBothFormats();
    void encodesOnceForAll();
    void seesWhatCameSince();
    void tellsLogsApart();
    void skipsWhatTheLogNoLongerHas();
    void goesStretchByStretch();
    void atLeastOneMessage();
    void leavesControlEntriesOut();
    void controlEntriesHaveStretchesOfTheirOwn();
};

void TestFrameCache::framesInBothFormats()
{
    RoomLog log(u"e1"_s, wide);
    append(log, u"a"_s);
    append(log, u"课 \"b\""_s);
    FrameCache cache;
    const FrameCache::Stretch tutorial = cache.stretch(log, 0, Format::Tutorial);
    QCOMPARE(tutorial.last, 2);
    QCOMPARE(tutorial.count, 2);
    QCOMPARE(payloads(tutorial.bytes), QList({QByteArray("{\"message\":\"a\"}"), u"{\"message\":\"课 \\\"b\\\"\"}"_s.toUtf8()}));
    const FrameCache::Stretch api = cache.stretch(log, 1, Format::Api);
    QCOMPARE(api.last, 2);
    QCOMPARE(api.count, 1);
    const QList<QByteArray> frames = payloads(api.bytes);
    QCOMPARE(frames.size(), 1);
    const auto message = protocol::decodeMessage(QJsonDocument::fromJson(frames.first()).object());
    QVERIFY(message);
    QVERIFY((*message == protocol::Message{2, u"Mia"_s, u"课 \"b\""_s, 0, 1, {}}));
}

void TestFrameCache::leavesControlEntriesOut()
{
    RoomLog log(u"e1"_s, wide);
    append(log, u"a"_s);
    log.append(protocol::ControlEntry{0, 2.5, {{u"kind"_s, u"mark"_s}}}, {});
    FrameCache cache;
    for (const Format format : {Format::Tutorial, Format::Api}) {
        QCOMPARE(payloads(cache.stretch(log, 0, format).bytes).size(), 1);
        QCOMPARE(cache.stretch(log, 0, format).count, 1);
        QCOMPARE(cache.stretch(log, 0, format).last, 2);
        const FrameCache::Stretch nothing = cache.stretch(log, 1, format);
        QVERIFY(nothing.bytes.isEmpty());
        QCOMPARE(nothing.payload, 0);
        QCOMPARE(nothing.count, 0);
        QCOMPARE(nothing.last, 2); // the reader goes on from there
    }
}

void TestFrameCache::controlEntriesHaveStretchesOfTheirOwn()
{
    RoomLog log(u"e1"_s, wide);
    append(log, u"a"_s);
    log.append(protocol::ControlEntry{0, 2.5, {{u"kind"_s, u"mark"_s}}}, {});
    log.append(protocol::ControlEntry{0, 3.5, {{u"kind"_s, u"race"_s}}}, {});
    append(log, u"b"_s);
    FrameCache cache;
    const FrameCache::Stretch before = cache.stretch(log, 0, Format::ApiWithControl);
    QCOMPARE(payloads(before.bytes).size(), 1);
    QVERIFY(payloads(before.bytes).first().contains("\"message\":\"a\""));
    QVERIFY(!before.isControl);
    QCOMPARE(before.last, 1);
    const FrameCache::Stretch control = cache.stretch(log, 1, Format::ApiWithControl);
    const QList<QByteArray> frames = payloads(control.bytes);
    QCOMPARE(frames.size(), 2);
    const QByteArray mark = R"({"seq":2,"accepted":2.500,"control":{"kind":"mark"}})";
    QCOMPARE(frames[0], mark);
    QVERIFY(control.isControl);
    QCOMPARE(control.count, 0); // of messages
    QCOMPARE(control.last, 3);
    const FrameCache::Stretch after = cache.stretch(log, 3, Format::ApiWithControl);
    QCOMPARE(after.count, 1);
    QVERIFY(!after.isControl);
    QCOMPARE(after.last, 4);
}

void TestFrameCache::encodesOnceForAll()
{
    RoomLog log(u"e1"_s, wide);
    append(log, u"a"_s);
    FrameCache cache;
    const char *const tutorial = cache.stretch(log, 0, Format::Tutorial).bytes.constData();
    const char *const api = cache.stretch(log, 0, Format::Api).bytes.constData();
    for (int reader = 0; reader < 3; ++reader) { // mixed readers do not drive each other out
        QCOMPARE(cache.stretch(log, 0, Format::Tutorial).bytes.constData(), tutorial);
        QCOMPARE(cache.stretch(log, 0, Format::Api).bytes.constData(), api);
    }
}

void TestFrameCache::seesWhatCameSince()
{
    RoomLog log(u"e1"_s, wide);
    append(log, u"a"_s);
    FrameCache cache;
    QCOMPARE(cache.stretch(log, 0, Format::Api).last, 1);
    append(log, u"b"_s);
    QCOMPARE(cache.stretch(log, 0, Format::Api).last, 2);
    QCOMPARE(payloads(cache.stretch(log, 1, Format::Tutorial).bytes), QList({QByteArray("{\"message\":\"b\"}")}));
}

void TestFrameCache::tellsLogsApart()
{
    RoomLog one(u"e1"_s, wide);
    RoomLog two(u"e2"_s, wide);
    append(one, u"one"_s);
    append(two, u"two"_s);
    FrameCache cache;
    QCOMPARE(payloads(cache.stretch(one, 0, Format::Tutorial).bytes), QList({QByteArray("{\"message\":\"one\"}")}));
    QCOMPARE(payloads(cache.stretch(two, 0, Format::Tutorial).bytes), QList({QByteArray("{\"message\":\"two\"}")}));
}

void TestFrameCache::skipsWhatTheLogNoLongerHas()
{
    RoomLog log(u"e1"_s, {2, wide.bytes});
    for (const QString &text : {u"a"_s, u"b"_s, u"c"_s})
        append(log, text);
    FrameCache cache;
    const FrameCache::Stretch stretch = cache.stretch(log, 0, Format::Tutorial);
    QCOMPARE(stretch.count, 2);
    QCOMPARE(stretch.last, 3);
    QCOMPARE(payloads(stretch.bytes).first(), QByteArray("{\"message\":\"b\"}"));
}

void TestFrameCache::goesStretchByStretch()
{
    RoomLog log(u"e1"_s, wide);
    for (int i = 0; i < 1000; ++i)
        append(log, QString(500, u'x'));
    FrameCache cache;
    qint64 after = 0;
    int stretches = 0;
    for (; after < log.next(); ++stretches) {
        const FrameCache::Stretch stretch = cache.stretch(log, after, Format::Api);
        QVERIFY(stretch.bytes.size() < FrameCache::stretchBytes + 1000);
        const QList<QByteArray> frames = payloads(stretch.bytes);
        QCOMPARE(frames.size(), qsizetype(stretch.count));
        for (const QByteArray &frame : frames)
            QCOMPARE(QJsonDocument::fromJson(frame)[u"seq"].toInteger(), ++after);
        QCOMPARE(stretch.last, after);
    }
    QVERIFY(stretches > 5);
}

void TestFrameCache::atLeastOneMessage()
{
    RoomLog log(u"e1"_s, wide);
    append(log, QString(2 * FrameCache::stretchBytes, u'x'));
    append(log, u"b"_s);
    FrameCache cache;
    QCOMPARE(cache.stretch(log, 0, Format::Api).last, 1);
    QCOMPARE(cache.stretch(log, 1, Format::Api).last, 2);
}

QTEST_GUILESS_MAIN(TestFrameCache)
#include "tst_framecache.moc"
