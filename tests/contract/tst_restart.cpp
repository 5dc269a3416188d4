// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/clientlog.h"
#include "tests/support/filesizelimit.h"
#include "tests/support/rawclient.h"
#include "tests/support/testhost.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pushlab;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using server::StorageState;
using session::ChatClient;

//! A host with a database that is restarted while clients are connected.
class TestRestart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_host.reset(); }

    void keepsEpochNumbersIdsAndQueues();
    void keepsAMarkAtTheBeginning();
    void clientsOfAllTechniquesComeBack();
    void whatHoldsAfterARestart();
    void goesOnWhenTheDiskFails();
    void fiveThousandASecondPass();
    void aLoneMessageWaitsShortly();
    void goesOnInMemoryWhenTheFileIsNoDatabase();
    void doesNotStartOnAnothersDatabase();
    void goesOnWithoutAnothersDatabase();
    void mayBeStoppedWhileItLoads();
    void readsALogForItsExport();

private:
    void start(quint16 port = 0);
    [[nodiscard]] server::HostOptions options() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<server::Host> m_host;
};

void TestRestart::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_host.reset();
}

server::HostOptions TestRestart::options() const
{
    server::HostOptions options;
    options.database = m_folder->filePath(u"class.sqlite"_s);
    return options;
}

void TestRestart::start(quint16 port)
{
    m_host.reset();
    server::HostOptions given = options();
    given.bind = QHostAddress(QHostAddress::LocalHost);
    given.port = port;
    given.settings.techniques = {protocol::allTechniques.begin(), protocol::allTechniques.end()};
    m_host = std::make_unique<server::Host>(given);
    QSignalSpy started(m_host.get(), &server::Host::started);
    m_host->start();
    QTRY_COMPARE(started.size(), 1);
}

void TestRestart::keepsEpochNumbersIdsAndQueues()
{
    const QJsonObject message{
        {u"text"_s, u"你好 😀"_s}, {u"from"_s, u"Mia"_s}, {u"id"_s, u"a1"_s}, {u"member"_s, u"mia"_s}, {u"via"_s, u"websocket"_s}};
    QJsonObject log;
    {
        TestHost host(options());
        QCOMPARE(host.get("/home/?name=ben").status, 200);
        QCOMPARE(host.postJson("/api/rooms/lobby/messages", message).json()[u"seq"].toInteger(), 1);
        QCOMPARE(host.get("/send/msg/?text=two").body, "OK");
        QCOMPARE(host.get("/get_msg/?name=ben").json()[u"data"].toString(), u"你好 😀"_s);
        host.append("elsewhere", "other");
        log = host.log();
        QCOMPARE(log[u"next"].toInteger(), 2);
    }
    for (int restart = 1; restart <= 2; ++restart) {
        TestHost host(options());
        QCOMPARE(host.log(), log);
        QCOMPARE(host.postJson("/api/rooms/lobby/messages", message).json()[u"seq"].toInteger(), 1); // a retry
        QCOMPARE(host.texts("other"), QStringList(u"elsewhere"_s));
        if (restart == 2)
            QCOMPARE(host.get("/get_msg/?name=ben").json()[u"data"].toString(), u"two"_s);
    }
    TestHost host(options());
    QCOMPARE(host.append("three"), 3);
    QCOMPARE(host.get("/get_msg/?name=ben").json()[u"data"].toString(), u"three"_s);
}

// U+FEFF in a text and in the names of members, of a room and of a queue's user.
void TestRestart::keepsAMarkAtTheBeginning()
{
    const QString room = u"\uFEFFroom"_s;
    const QByteArray path = "/api/rooms/" + room.toUtf8().toPercentEncoding() + "/messages";
    const QJsonObject message{
        {u"text"_s, u"\uFEFFhello"_s}, {u"from"_s, u"\uFEFFMia"_s}, {u"id"_s, u"a1"_s}, {u"member"_s, u"mia"_s}};
    const QByteArray user = "/get_msg/?name=%EF%BB%BFben";
    const auto sent = QByteArray("\"from\":\"\xEF\xBB\xBFMia\",\"text\":\"\xEF\xBB\xBFhello\"");
    QByteArray log;
    {
        TestHost host(options());
        QCOMPARE(host.postJson(path, message).json()[u"seq"].toInteger(), 1);
        QCOMPARE(host.get("/home/?name=%EF%BB%BFben").status, 200);
        QCOMPARE(host.postJson("/api/rooms/lobby/messages", message).json()[u"seq"].toInteger(), 1);
        log = host.get(path).body;
        QVERIFY(log.contains(sent));
    }
    TestHost host(options());
    const QByteArray after = host.get(path).body;
    QVERIFY2(after.contains(sent), after.constData());
    QCOMPARE(after.left(after.indexOf("\"now\"")), log.left(log.indexOf("\"now\"")));
    QCOMPARE(host.postJson(path, message).json()[u"seq"].toInteger(), 1); // the same room, epoch and id
    QVERIFY(host.get(user).body.contains("\xEF\xBB\xBFhello"));
}

void TestRestart::clientsOfAllTechniquesComeBack()
{
    constexpr int rounds = 3;
    start();
    const quint16 port = m_host->port();
    std::vector<std::unique_ptr<ChatClient>> clients;
    std::vector<std::unique_ptr<ClientLog>> logs;
    for (const protocol::Technique technique : protocol::allTechniques) {
        session::ClientOptions given;
        given.host = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        given.name = QString::fromLatin1(protocol::techniqueName(technique));
        given.technique = technique;
        given.pollInterval = 200ms;
        clients.push_back(std::make_unique<ChatClient>(given));
        logs.push_back(std::make_unique<ClientLog>(*clients.back()));
        clients.back()->start();
    }
    int sent = 0;
    const auto everybodySays = [&](const QString &text) {
        for (const auto &client : clients)
            client->send(text + u' ' + QString::number(++sent));
    };
    const auto haveAll = [&] {
        return std::all_of(logs.begin(), logs.end(), [&](const auto &log) { return log->received.size() == sent; });
    };
    for (const auto &client : clients)
        QTRY_VERIFY(client->state().everConnected);
    for (int round = 1; round <= rounds; ++round) {
        everybodySays(u"before"_s);
        m_host.reset();
        everybodySays(u"meanwhile"_s);
        start(port);
        everybodySays(u"after"_s);
        QTRY_VERIFY_WITH_TIMEOUT(haveAll(), 30'000);
    }
    for (const auto &log : logs) {
        QVERIFY(log->isGapless(1));
        QVERIFY(log->gaps.isEmpty());
        QCOMPARE(log->confirmed.size(), 3 * rounds);
        QVERIFY(log->rejected.isEmpty());
    }
}

void TestRestart::whatHoldsAfterARestart()
{
    start();
    const quint16 port = m_host->port();
    std::vector<std::unique_ptr<ChatClient>> clients;
    std::vector<std::unique_ptr<ClientLog>> logs;
    for (const protocol::Technique technique : protocol::allTechniques) {
        session::ClientOptions given;
        given.host = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        given.technique = technique;
        given.pollInterval = 200ms;
        clients.push_back(std::make_unique<ChatClient>(given));
        logs.push_back(std::make_unique<ClientLog>(*clients.back()));
        clients.back()->start();
    }
    const auto use = [this](std::optional<protocol::Technique> technique) {
        protocol::ClassSettings settings = m_host->settings();
        settings.technique = technique;
        m_host->setSettings(settings);
    };
    const auto all = [&](std::optional<protocol::Technique> technique) {
        return std::all_of(clients.begin(), clients.end(),
                           [&](const auto &client) { return client->classTechnique() == technique; });
    };
    for (const auto &client : clients)
        QTRY_VERIFY(client->state().everConnected);
    use(protocol::Technique::Polling);
    use(protocol::Technique::LongPolling);
    QTRY_VERIFY_WITH_TIMEOUT(all(protocol::Technique::LongPolling), 20'000);
    clients.front()->send(u"one"_s);
    m_host.reset();
    start(port); // students choose again
    QTRY_VERIFY_WITH_TIMEOUT(all(std::nullopt), 20'000);
    for (const auto &client : clients) {
        QCOMPARE(client->technique(), protocol::Technique::LongPolling); // nothing that was in the log before
        QTRY_VERIFY_WITH_TIMEOUT(client->state().kind == session::ClientState::Kind::Waiting, 20'000);
    }
    use(protocol::Technique::WebSocket);
    QTRY_VERIFY_WITH_TIMEOUT(all(protocol::Technique::WebSocket), 20'000);
    for (const auto &log : logs) {
        QTRY_COMPARE_WITH_TIMEOUT(log->received.size(), 1, 20'000);
        QVERIFY(log->gaps.isEmpty());
    }
}

void TestRestart::goesOnWhenTheDiskFails()
{
    start();
    QSignalSpy lost(m_host.get(), &server::Host::storageFailed);
    std::vector<std::unique_ptr<ChatClient>> clients;
    std::vector<std::unique_ptr<ClientLog>> logs;
    for (const protocol::Technique technique : protocol::allTechniques) {
        session::ClientOptions given;
        given.host = QUrl(u"http://127.0.0.1:%1"_s.arg(m_host->port()));
        given.technique = technique;
        given.pollInterval = 200ms;
        clients.push_back(std::make_unique<ChatClient>(given));
        logs.push_back(std::make_unique<ClientLog>(*clients.back()));
        clients.back()->start();
    }
    for (const auto &client : clients)
        QTRY_VERIFY(client->state().everConnected);
    clients[0]->send(u"kept"_s);
    for (const auto &log : logs)
        QTRY_COMPARE(log->received.size(), 1);
    {
        const FileSizeLimit full(1);
        for (const auto &client : clients)
            client->send(u"on a full disk"_s);
        QTRY_COMPARE(lost.size(), 1);
    }
    // Each member is told of the new epoch, and reads its entries.
    for (const auto &log : logs) {
        QTRY_COMPARE_WITH_TIMEOUT(log->gaps.size(), 1, 20'000);
        QVERIFY(log->gaps[0].kind == session::Gap::Kind::NewEpoch);
        QTRY_COMPARE_WITH_TIMEOUT(log->received.last().message.seq, 1 + qint64(clients.size()), 20'000);
        QVERIFY(log->rejected.isEmpty());
    }
    for (const auto &client : clients)
        client->send(u"in memory"_s);
    for (const auto &log : logs)
        QTRY_COMPARE_WITH_TIMEOUT(log->received.last().message.seq, 1 + 2 * qint64(clients.size()), 20'000);
    clients.clear();
    start(); // what was acknowledged before is still there
    RawClient client(m_host->port());
    const auto log = client.get("/api/rooms/lobby/messages?after=0").value_or(HttpAnswer()).json();
    QCOMPARE(log[u"messages"].toArray().first()[u"text"].toString(), u"kept"_s);
}

void TestRestart::fiveThousandASecondPass()
{
    constexpr int count = 10'000;
    TestHost host(options());
    const QByteArray body = R"({"text":"0123456789012345678901234567890123456789012345678901234567890123"})";
    const QByteArray request = postRequest(host.port(), "/api/rooms/lobby/messages", body, "application/json");
    // Eight connections; each waits for an answer before it sends again.
    std::vector<std::unique_ptr<RawClient>> senders;
    for (int i = 0; i < 50; ++i)
        senders.push_back(std::make_unique<RawClient>(host.port()));
    QElapsedTimer time;
    time.start();
    for (int sent = 0; sent < count; sent += int(senders.size())) {
        for (const auto &sender : senders)
            QVERIFY(sender->send(request));
        for (const auto &sender : senders)
            QCOMPARE(sender->readAnswer().value_or(HttpAnswer()).status, 201);
    }
    const double rate = double(count) * 1000 / double(time.elapsed());
    qInfo("%.0f messages/s sent and acknowledged over 50 connections", rate);
    QCOMPARE(host.get("/api/rooms/lobby").json()[u"next"].toInteger(), count);
    QVERIFY2(rate > 500, "ten times slower than it is to be");
}

void TestRestart::aLoneMessageWaitsShortly()
{
    TestHost host(options());
    RawClient client(host.port());
    const QByteArray request = postRequest(host.port(), "/api/rooms/lobby/messages", R"({"text":"alone"})", "application/json");
    QList<double> waits;
    for (int i = 0; i < 200; ++i) {
        QElapsedTimer wait;
        wait.start();
        QVERIFY(client.send(request));
        QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 201);
        waits.append(double(wait.nsecsElapsed()) / 1e6);
    }
    std::sort(waits.begin(), waits.end());
    qInfo("request to answer: %.2f ms, 99 of 100 within %.2f ms", waits[100], waits[197]);
    QVERIFY2(waits[100] < 20, "ten times slower than it is to be");
}

void TestRestart::goesOnInMemoryWhenTheFileIsNoDatabase()
{
    QFile file(options().database);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("The diary of nobody.");
    file.close();
    server::HostOptions given = options();
    given.bind = QHostAddress(QHostAddress::LocalHost);
    given.port = 0;
    server::Host host(given);
    QSignalSpy started(&host, &server::Host::started);
    QSignalSpy lost(&host, &server::Host::storageFailed);
    QSignalSpy snapshots(&host, &server::Host::snapshotTaken);
    host.start();
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(lost.size(), 1);
    QVERIFY(lost.first().first().toString().contains(u"is no database"_s));
    QTRY_VERIFY(!snapshots.isEmpty());
    const auto snapshot = snapshots.last().first().value<server::HostSnapshot>();
    QVERIFY(snapshot.storage.kind == StorageState::Kind::Failed);
    QCOMPARE(snapshot.storage.problem, lost.first().first().toString());
    RawClient client(host.port());
    QCOMPARE(client.get("/send/msg/?text=hello").value_or(HttpAnswer()).body, "OK");
}

void TestRestart::doesNotStartOnAnothersDatabase()
{
    start();
    server::HostOptions given = options();
    given.bind = QHostAddress(QHostAddress::LocalHost);
    given.port = 0;
    given.needsDatabase = true;
    server::Host second(given);
    QSignalSpy failed(&second, &server::Host::failed);
    second.start();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().toString().contains(u"in use by another host"_s));
    QVERIFY(failed.first().at(1).value<server::HostFailure>() == server::HostFailure::Database);
    m_host.reset();
    start(); // the first has let go of it
}

void TestRestart::goesOnWithoutAnothersDatabase()
{
    TestHost first(options());
    TestHost second(options());
    QVERIFY(second.port() != 0);
    QCOMPARE(first.append("to the first"), 1);
    QCOMPARE(second.texts(), QStringList());
    QVERIFY(first.log()[u"epoch"] != second.log()[u"epoch"]);
}

void TestRestart::mayBeStoppedWhileItLoads()
{
    for (int i = 0; i < 10; ++i) {
        server::HostOptions given = options();
        given.bind = QHostAddress(QHostAddress::LocalHost);
        given.port = 0;
        server::Host host(given);
        host.start();
        host.stop();
    }
    start();
}

void TestRestart::readsALogForItsExport()
{
    start();
    RawClient client(m_host->port());
    for (const char *text : {"one", "two"})
        QVERIFY(client.get(QByteArray("/send/msg/?text=") + text));
    QSignalSpy read(m_host.get(), &server::Host::logRead);
    m_host->readLog(u"lobby"_s);
    QTRY_COMPARE(read.size(), 1);
    const auto lines = read.first().first().value<QList<QByteArray>>();
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[1].startsWith(R"({"seq":2,"from":"","text":"two")"), lines[1]);
    m_host->readLog(u"nobody was here"_s);
    QTRY_COMPARE(read.size(), 2);
    QVERIFY(read.last().first().value<QList<QByteArray>>().isEmpty());
}

QTEST_GUILESS_MAIN(TestRestart)
#include "tst_restart.moc"

#include <algorithm>
