// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"
#include "client/transport/certificatepin.h"
#include "server/tls/selfsigned.h"
#include "tests/support/clientlog.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"
#include "tests/support/tlsclient.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslError>
#include <QTest>
#include <QWebSocket>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

using protocol::Technique;
using session::ChatClient;
using Kind = session::ClientState::Kind;

namespace {

//! The host's last snapshot, which needs no request that would be counted.
server::HostSnapshot nextSnapshot(server::Host &host)
{
    QSignalSpy snapshots(&host, &server::Host::snapshotTaken);
    server::HostSnapshot snapshot;
    QObject receiver;
    QObject::connect(&host, &server::Host::snapshotTaken, &receiver,
                     [&snapshot](const server::HostSnapshot &taken) { snapshot = taken; });
    for (int i = 0; i < 2; ++i) // the first may have been on its way
        snapshots.wait(int(patience.count()));
    return snapshot;
}

} // namespace

//! A host that uses TLS, and its answers to clients that do not.
class TestTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void browserLikeClients();
    void plainRequests_data();
    void plainRequests();
    void plainWebSocketIsRefused();
    void wrongHostIsNotRedirected();
    void origins_data();
    void origins();
    void cookiesStayOnTls();
    void absoluteTargets();
    void oneConnectionServesManyRequests();
    void halfClosedLongPollEnds();
    void clientAsksBeforeItTrusts_data();
    void clientAsksBeforeItTrusts();
    void anotherCertificateIsRefused();
    void newcomersGetTheNewCertificate();
    void ledgerCountsThePlainBytes();
    void certificateThatOpenSslRefuses();

private:
    [[nodiscard]] QUrl url(const QString &path = {}) const { return QUrl(u"https://127.0.0.1:%1"_s.arg(m_host->port()) + path); }

    server::HostOptions m_options;
    std::unique_ptr<TestHost> m_host;
};

void TestTls::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_options.tls = tls::makeSelfSigned({{u"localhost"_s}, {QHostAddress(QHostAddress::LocalHost)}});
    QVERIFY(m_options.tls);
}

void TestTls::init()
{
    m_host = std::make_unique<TestHost>(m_options);
    QVERIFY(m_host->port() != 0);
}

void TestTls::browserLikeClients()
{
    QNetworkAccessManager network;
    connect(&network, &QNetworkAccessManager::sslErrors, this, [this](QNetworkReply *reply, const QList<QSslError> &errors) {
        QVERIFY(transport::isPinned(errors, m_options.tls->fingerprint));
        reply->ignoreSslErrors(errors);
    });
    const auto get = [&network](const QUrl &url) { return std::unique_ptr<QNetworkReply>(network.get(QNetworkRequest(url))); };
    const auto page = get(url(u"/"_s));
    QTRY_VERIFY(page->isFinished());
    QCOMPARE(page->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    QVERIFY(page->readAll().contains("</html>"));

    const auto held = get(url(u"/api/rooms/lobby/messages?after=0&wait=20&member=m"_s));
    QWebSocket socket;
    connect(&socket, &QWebSocket::sslErrors, &socket, [&socket, this](const QList<QSslError> &errors) {
        QVERIFY(transport::isPinned(errors, m_options.tls->fingerprint));
        socket.ignoreSslErrors(errors);
    });
    QSignalSpy opened(&socket, &QWebSocket::connected);
    QSignalSpy texts(&socket, &QWebSocket::textMessageReceived);
    QUrl address = url(u"/ws/chat/lobby/"_s);
    address.setScheme(u"wss"_s);
    socket.open(address);
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(!held->isFinished());
    socket.sendTextMessage(uR"({"message":"hello"})"_s);
    QTRY_VERIFY(held->isFinished());
    QVERIFY(held->readAll().contains("\"hello\""));
    QTRY_COMPARE(texts.count(), 1);
    socket.abort();
}

void TestTls::plainRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    const QByteArray host = " HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n";
    QTest::newRow("start page") << QByteArray("GET /" + host) << 307 << QByteArray("/");
    QTest::newRow("room page") << QByteArray("GET /web/a%20b/?x=1&y=%2F" + host) << 307 << QByteArray("/web/a%20b/?x=1&y=%2F");
    QTest::newRow("double slash") << QByteArray("GET //evil.example/" + host) << 307 << QByteArray("//evil.example/");
    QTest::newRow("by name") << QByteArray("GET / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n") << 307 << QByteArray("/");
    QTest::newRow("API") << QByteArray("GET /api/rooms/lobby" + host) << 400 << QByteArray();
    QTest::newRow("message") << QByteArray(
        "POST /api/rooms/lobby/messages HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 2\r\n\r\n{}")
                             << 400 << QByteArray();
    QTest::newRow("form") << QByteArray("POST /send_msg/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 0\r\n\r\n") << 400
                          << QByteArray();
    QTest::newRow("body that waits") << QByteArray(
        "POST / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n")
                                     << 400 << QByteArray();
    QTest::newRow("old version") << QByteArray("GET / HTTP/1.0\r\n\r\n") << 400 << QByteArray();
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400 << QByteArray();
}

void TestTls::plainRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    const QByteArray port = QByteArray::number(m_host->port());
    const QByteArray authority = request.contains("localhost") ? "localhost:" + port : "127.0.0.1:" + port;
    RawClient client(m_host->port());
    client.send(request.replace("PORT", port));
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QVERIFY(!answer->keepsConnection());
    QCOMPARE(answer->field("location"), location.isEmpty() ? QByteArray() : QByteArray("https://" + authority + location));
    QVERIFY(client.waitForClose());
    QCOMPARE(nextSnapshot(m_host->host()).messages, 0);
}

void TestTls::plainWebSocketIsRefused()
{
    for (const char *target : {"/ws/echo/", "/ws/chat/lobby/"}) {
        RawClient client(m_host->port());
        client.send(handshakeRequest(m_host->port(), target));
        const auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 400);
        QVERIFY(answer->body.contains("wss://"));
        QVERIFY(client.waitForClose());
    }
}

void TestTls::wrongHostIsNotRedirected()
{
    RawClient client(m_host->port());
    client.send("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 421);
}

void TestTls::origins_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<int>("status");
    QTest::newRow("own") << QByteArray("https://127.0.0.1:PORT") << 200;
    QTest::newRow("none") << QByteArray() << 200;
    QTest::newRow("own without TLS") << QByteArray("http://127.0.0.1:PORT") << 403;
    QTest::newRow("other port") << QByteArray("https://127.0.0.1:1") << 403;
    QTest::newRow("other site") << QByteArray("https://evil.example") << 403;
}

void TestTls::origins()
{
    QFETCH(QByteArray, origin);
    QFETCH(int, status);
    const QByteArray fields = origin.isEmpty() ? QByteArray()
                                               : "Origin: " + origin.replace("PORT", QByteArray::number(m_host->port())) + "\r\n";
    TlsClient client(m_host->port());
    QVERIFY(client.shakeHands());
    QVERIFY(client.send(postRequest(m_host->port(), "/send_msg/", "content=x", "application/x-www-form-urlencoded", fields)));
    QCOMPARE(client.readAnswer().status, status);
    TlsClient socket(m_host->port());
    QVERIFY(socket.shakeHands());
    QVERIFY(socket.send(handshakeRequest(m_host->port(), "/ws/chat/lobby/", fields)));
    QCOMPARE(socket.readAnswer().status, status == 200 ? 101 : 403);
}

void TestTls::cookiesStayOnTls()
{
    TlsClient client(m_host->port());
    QVERIFY(client.shakeHands());
    QVERIFY(client.send(postRequest(m_host->port(), "/api/join", "{}", "application/json")));
    const HttpAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 200);
    QVERIFY2(answer.field("set-cookie").endsWith("; HttpOnly; SameSite=Strict; Secure"), answer.field("set-cookie"));
}

// RFC 9112 3.2.2
void TestTls::absoluteTargets()
{
    const QByteArray host = "https://127.0.0.1:" + QByteArray::number(m_host->port());
    TlsClient client(m_host->port());
    QVERIFY(client.shakeHands());
    QVERIFY(client.send(getRequest(m_host->port(), host + "/api/time")));
    QCOMPARE(client.readAnswer().status, 200);
    QVERIFY(client.send(getRequest(m_host->port(), "https://evil.example/api/time")));
    QCOMPARE(client.readAnswer().status, 421);
    for (const char *path : {"/ws/echo/", "/ws/chat/lobby/"}) {
        TlsClient socket(m_host->port());
        QVERIFY(socket.shakeHands());
        QVERIFY(socket.send(handshakeRequest(m_host->port(), host + path)));
        QCOMPARE(socket.readAnswer().status, 101);
    }
}

void TestTls::oneConnectionServesManyRequests()
{
    TlsClient client(m_host->port());
    QVERIFY(client.shakeHands());
    for (int i = 0; i < 20; ++i) {
        QVERIFY(client.send(getRequest(m_host->port(), "/send/msg/?text=" + QByteArray::number(i))));
        QCOMPARE(client.readAnswer().body, "OK");
    }
    const server::HostSnapshot snapshot = nextSnapshot(m_host->host());
    QCOMPARE(snapshot.messages, 20);
    QCOMPARE(snapshot.tls->handshakes, 1);
    QCOMPARE(snapshot.connections, 1);
}

void TestTls::halfClosedLongPollEnds()
{
    TlsClient client(m_host->port());
    QVERIFY(client.shakeHands());
    QVERIFY(client.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?after=0&wait=20&member=m")));
    QTRY_COMPARE(nextSnapshot(m_host->host()).connections, 1);
    client.endWriting();
    QVERIFY(client.readEnd());
    QTRY_COMPARE(nextSnapshot(m_host->host()).connections, 0);
}

void TestTls::clientAsksBeforeItTrusts_data()
{
    QTest::addColumn<Technique>("technique");
    for (const Technique technique : protocol::allTechniques)
        QTest::newRow(protocol::techniqueName(technique).data()) << technique;
}

void TestTls::clientAsksBeforeItTrusts()
{
    QFETCH(Technique, technique);
    ChatClient client({url(), u"lobby"_s, u"Mei"_s, technique, {}, {}});
    const ClientLog log(client);
    QSignalSpy refused(&client, &ChatClient::certificateRefused);
    client.start();
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().toByteArray(), m_options.tls->fingerprint);
    QTRY_COMPARE(client.state().kind, Kind::Retrying);
    QVERIFY(!client.state().everConnected);
    client.retryNow();
    QTRY_COMPARE(client.state().kind, Kind::Retrying);
    QCOMPARE(refused.count(), 1); // asked once
    client.trust(m_options.tls->fingerprint);
    QVERIFY(!client.send(u"hello"_s).isEmpty());
    QTRY_COMPARE(log.received.size(), 1);
    QCOMPARE(refused.count(), 1);
    client.stop();
}

void TestTls::newcomersGetTheNewCertificate()
{
    TlsClient former(m_host->port());
    QVERIFY(former.shakeHands());
    const auto renewed = tls::makeSelfSigned({{u"localhost"_s}, {QHostAddress(QHostAddress::LocalHost)}});
    QVERIFY(renewed && renewed->fingerprint != m_options.tls->fingerprint);
    m_host->host().setTls(*renewed);
    session::ClientOptions options{url(), u"lobby"_s, u"Mei"_s, Technique::WebSocket, {}, {}};
    options.fingerprint = renewed->fingerprint;
    ChatClient client(options);
    client.start();
    QTRY_COMPARE(client.state().kind, Kind::Connected);
    QVERIFY(former.send(getRequest(m_host->port(), "/api/time"))); // who was there stays
    QCOMPARE(former.readAnswer().status, 200);
    client.stop();
}

void TestTls::anotherCertificateIsRefused()
{
    session::ClientOptions options{url(), u"lobby"_s, u"Mei"_s, Technique::WebSocket, {}, {}};
    options.fingerprint = QByteArray(32, 'x');
    ChatClient client(options);
    QSignalSpy refused(&client, &ChatClient::certificateRefused);
    client.start();
    QTRY_COMPARE(refused.count(), 1);
    QTRY_COMPARE(client.state().kind, Kind::Retrying);
    QVERIFY(!client.state().everConnected);
    QCOMPARE(nextSnapshot(m_host->host()).other.requests, 0); // nothing was asked of it
}

//! The same bytes to a host with TLS and to one without lead to the same ledger.
void TestTls::ledgerCountsThePlainBytes()
{
    const quint16 port = 8000; // in Host fields, so that they are alike
    const QList<QByteArray> requests{
        getRequest(port, "/send/msg/?text=one"),
        getRequest(port, "/get/msg/?index=0"),
        getRequest(port, "/get/msg/?index=1"),
        getRequest(port, "/lang/?uid=u"),
        getRequest(port, "/send/message/?text=two"),
        getRequest(port, "/get/message/?uid=u"),
        postRequest(port, "/send_msg/", "content=three"),
        getRequest(port, "/nowhere"),
    };
    const QByteArray handshake = handshakeRequest(port, "/ws/chat/lobby/");
    const QByteArray frames = encodeFrame({textFrame, R"({"message":"four"})"}) + encodeFrame({pingFrame, "x"})
        + encodeFrame({textFrame, "{}"});

    TestHost plainHost;
    RawClient plain(plainHost.port());
    RawClient plainSocket(plainHost.port());
    TlsClient secret(m_host->port());
    TlsClient secretSocket(m_host->port());
    QVERIFY(secret.shakeHands() && secretSocket.shakeHands());
    for (const QByteArray &request : requests) {
        plain.send(request);
        QVERIFY(secret.send(request));
        const auto answer = plain.readAnswer();
        QVERIFY(answer);
        QCOMPARE(secret.readAnswer().size, answer->size);
    }
    plainSocket.send(handshake);
    QVERIFY(secretSocket.send(handshake));
    QCOMPARE(plainSocket.readAnswer().value_or(HttpAnswer()).status, 101);
    QCOMPARE(secretSocket.readAnswer().status, 101);
    plainSocket.send(frames);
    QVERIFY(secretSocket.send(frames));
    const QByteArray echoes = R"({"message":"four"})"; // its frame, a pong, an error
    QVERIFY(plainSocket.waitForBytes(echoes.size() + 2 + 3 + 20, patience));
    QVERIFY(!secretSocket.read(echoes.size() + 2 + 3 + 20).isEmpty());

    const server::HostSnapshot expected = nextSnapshot(plainHost.host());
    const server::HostSnapshot got = nextSnapshot(m_host->host());
    for (const Technique technique : protocol::defaultTechniques()) { // those that were used
        const ledger::TechniqueCounters &left = got.techniques[size_t(technique)];
        const ledger::TechniqueCounters &right = expected.techniques[size_t(technique)];
        QVERIFY(right.bytesUp() > 0 && right.bytesDown() > 0);
        QCOMPARE(left.bytesUp(), right.bytesUp());
        QCOMPARE(left.bytesDown(), right.bytesDown());
        QCOMPARE(left.requests, right.requests);
        QCOMPARE(left.delivered, right.delivered);
        QCOMPARE(left.connections, right.connections);
    }
    QCOMPARE(got.other.bytesUp, expected.other.bytesUp);
    QCOMPARE(got.other.bytesDown, expected.other.bytesDown);
    QVERIFY(!expected.tls);
    QVERIFY(got.tls);
    QCOMPARE(got.tls->handshakes, 2);
    QCOMPARE(got.tls->failures, 0);
    QVERIFY2(got.tls->bytesUp > 400 && got.tls->bytesUp < 4000, QByteArray::number(got.tls->bytesUp));
    QVERIFY2(got.tls->bytesDown > 1000 && got.tls->bytesDown < 8000, QByteArray::number(got.tls->bytesDown));
}

void TestTls::certificateThatOpenSslRefuses()
{
    server::HostOptions options = m_options;
    options.tls->chain = "-----BEGIN CERTIFICATE-----\nrubbish\n-----END CERTIFICATE-----\n";
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    server::Host host(options);
    QSignalSpy failed(&host, &server::Host::failed);
    host.start();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.first().first().toString().contains(u"certificate"));
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestTls)
#include "tst_tls.moc"
