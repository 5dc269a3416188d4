// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/xray.h"
#include "tests/support/anatomycheck.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QMap>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using pushlab::protocol::Technique;
using namespace pushlab::wire;

namespace pushlab::tests {

//! What a real host's records say once they are taken apart: a member's own record by the API, and one message in all techniques.
class TestWireAnatomy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_host.reset(); }

    void aRecordOfOnesOwn();
    void aMessageInAllTechniques();

private:
    template <typename IsThere>
    bool waitFor(const IsThere &isThere)
    {
        return QTest::qWaitFor([&] { return isThere(); }, int(patience.count()));
    }
    [[nodiscard]] QJsonObject look(const QByteArray &query) const
    {
        return m_host->get("/api/rooms/lobby/traffic?" + query).json();
    }

    std::unique_ptr<TestHost> m_host;
    QMap<quint64, TrafficRecord> m_records;
};

void TestWireAnatomy::init()
{
    server::HostOptions options;
    options.settings.techniques = {Technique::Polling, Technique::LongPolling, Technique::WebSocket, Technique::Sse};
    m_host = std::make_unique<TestHost>(options);
    QVERIFY(m_host->port() != 0);
    m_records.clear();
    connect(&m_host->host(), &server::Host::trafficRecorded, this, [this](const TrafficExcerpt &excerpt) {
        for (const TrafficRecord &record : excerpt.records)
            m_records.insert(record.number, record);
    });
}

void TestWireAnatomy::aRecordOfOnesOwn()
{
    const QByteArray poll = "/api/rooms/lobby/messages?member=ann-0f3a&after=0";
    QCOMPARE(m_host->get(poll).status, 200);
    (void)look("member=ann-0f3a");
    QCOMPARE(m_host->get(poll).status, 200);
    QJsonObject request;
    QVERIFY(waitFor([&] {
        const QJsonArray records = look("member=ann-0f3a")[u"records"].toArray();
        for (const QJsonValue &record : records) {
            if (record[u"summary"].toString() == u"GET /api/rooms/lobby/messages")
                request = record.toObject();
        }
        return !request.isEmpty();
    }));
    const QByteArray number = QByteArray::number(request[u"number"].toInteger());
    const QJsonObject one = look("member=ann-0f3a&record=" + number);
    QCOMPARE(one[u"bytes"], request[u"bytes"]);
    QVERIFY(!QByteArray::fromBase64(one[u"bytes"].toString().toLatin1()).contains("ann-0f3a"));
    QCOMPARE(one[u"parts"][0][u"kind"].toString(), u"request-line"_s);
    QCOMPARE(one[u"parts"][0][u"name"].toString(), u"Request line"_s);
    QCOMPARE(look("member=ann-0f3a&lang=zh-CN&record=" + number)[u"parts"][0][u"name"].toString(), u"请求行"_s);
    QCOMPARE(look("member=ann-0f3a&record=999999")[u"code"].toString(), u"no-record"_s);
    QCOMPARE(m_host->get("/api/rooms/lobby/messages?member=ben-17&after=0").status, 200);
    QCOMPARE(look("member=ben-17&record=" + number)[u"code"].toString(), u"no-record"_s); // another member's
}

void TestWireAnatomy::aMessageInAllTechniques()
{
    m_host->host().recordTraffic(true);
    QVERIFY(waitFor([this] { return m_host->get("/api/time").status == 200 && !m_records.isEmpty(); }));
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=cat-5");
    RawClient stream(m_host->port());
    stream.send(getRequest(m_host->port(), "/api/rooms/lobby/events?member=dan-9"));
    QVERIFY(socket.readMessage() && stream.waitForBytes(1, patience));
    socket.sendText("{\"text\":\"one\",\"id\":\"1\"}");
    QVERIFY(socket.readMessage());
    QCOMPARE(m_host->get("/api/rooms/lobby/messages?member=ann-0f3a&after=0").status, 200);
    QCOMPARE(m_host->get("/api/rooms/lobby/messages?member=ben-17&after=0&wait=1").status, 200);
    Xray xray;
    QVERIFY(waitFor([&] {
        xray = xrayOf(1, m_records.values());
        return std::all_of(xray.delivered.cbegin(), xray.delivered.cend(),
                           [](const XrayBar &bar) { return bar.isRecorded && bar.isWhole && bar.payload() > 0; });
    }));
    const auto overhead = [&xray](Technique technique) {
        const XrayBar &bar = xray.delivered[qsizetype(technique)];
        return bar.size() - bar.payload();
    };
    QVERIFY(overhead(Technique::WebSocket) <= 4);
    QVERIFY(overhead(Technique::Sse) < 40);
    QVERIFY(overhead(Technique::Polling) > 100);
    QVERIFY(overhead(Technique::LongPolling) > 100);
    const XrayBar &sent = xray.sent[qsizetype(Technique::WebSocket)];
    QVERIFY(sent.isWhole && sent.segments.size() == 3);
    QCOMPARE(sent.segments[1].kind, SegmentKind::MaskingKey);
    QCOMPARE(sent.payload(), qsizetype(sizeof "{\"text\":\"one\",\"id\":\"1\"}") - 1);
    for (const TrafficRecord &record : std::as_const(m_records)) {
        QVERIFY2(!faultOf(record.kind, record.bytes), record.bytes.constData());
        for (const Part &leaf : leavesOf(dissect(record)))
            QVERIFY2(leaf.kind != PartKind::Unknown, record.bytes.constData());
        if (record.kind != RecordKind::Event)
            QCOMPARE(payloadBytesOf(dissect(record)), record.payloadBytes);
    }
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestWireAnatomy)
#include "tst_wireanatomy.moc"

#include <algorithm>
#include <utility>
