// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/storage/archive.h"
#include "server/storage/database.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QBuffer>
#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace pushlab::tests {

namespace {

const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";
const QByteArray secret = "a-text-that-was-better-not-said";

//! Sends with an id of its own, so that a retry can be told.
QByteArray outgoing(const QByteArray &text, const QByteArray &id)
{
    return "{\"text\":\"" + text + "\",\"from\":\"Ann\",\"member\":\"ann\",\"id\":\"" + id + "\",\"via\":\"sse\"}";
}

QByteArray textOf(RawWebSocket &socket)
{
    const auto frame = socket.readMessage();
    return frame ? frame->payload : QByteArray();
}

//! Whether \a wanted comes over a stream that stays open.
bool receives(RawClient &stream, const QByteArray &wanted)
{
    while (!stream.buffer().contains(wanted)) {
        if (!stream.waitForBytes(stream.buffer().size() + 1, patience))
            return false;
    }
    return true;
}

} // namespace

//! The teacher takes a message back: from every view, by every technique, and from all that the host keeps.
class TestWithdrawal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_host.reset(); }

    void isTheTeachersAlone();
    void saysWhatCannotBeWithdrawn_data();
    void saysWhatCannotBeWithdrawn();
    void isInNoAnswerAnyMore();
    void openReadersAreTold();
    void queuesPassOverIt();
    void cachesForgetIt();
    void aRetryAddsNothing();
    void theFileForgetsIt_data();
    void theFileForgetsIt();
    void longTextsLeaveTheFile();
    void formerTracesLeaveTheFile();
    void exportsCarryIt();
    void aClearedClassIsAnother();

private:
    [[nodiscard]] HttpAnswer post(const QByteArray &path, const QByteArray &body, const QByteArray &fields = key) const
    {
        RawClient client(m_host->port());
        client.send(postRequest(m_host->port(), path, body, "application/json", fields));
        return client.readAnswer().value_or(HttpAnswer());
    }
    [[nodiscard]] HttpAnswer withdraw(qint64 seq, const QByteArray &fields = key) const
    {
        return post("/api/rooms/lobby/moderation", "{\"action\":\"withdraw\",\"seq\":" + QByteArray::number(seq) + "}", fields);
    }
    qint64 send(const QByteArray &text, const QByteArray &id) const
    {
        return post("/api/rooms/lobby/messages", outgoing(text, id), {}).json()[u"seq"_s].toInteger();
    }
    [[nodiscard]] QByteArray read(const QByteArray &rest = "v=2&after=0") const
    {
        return m_host->get("/api/rooms/lobby/messages?member=ben&" + rest).body;
    }
    [[nodiscard]] bool isInAFile(const QByteArray &text) const;
    [[nodiscard]] QList<QByteArray> lines() const;
    void restart()
    {
        m_host.reset();
        m_host = std::make_unique<TestHost>(m_options);
        QVERIFY(m_host->port() != 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    server::HostOptions m_options;
    std::unique_ptr<TestHost> m_host;
};

void TestWithdrawal::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_options = {};
    m_options.teacherKey = "the-key-of-this-test-1";
    m_options.database = m_folder->filePath(u"class.sqlite"_s);
    m_options.settings.hold = 1s;
    m_host = std::make_unique<TestHost>(m_options);
    QVERIFY(m_host->port() != 0);
}

//! Whether any file of the class contains it.
bool TestWithdrawal::isInAFile(const QByteArray &text) const
{
    const QFileInfoList files = QDir(m_folder->path()).entryInfoList(QDir::Files);
    return std::any_of(files.cbegin(), files.cend(), [&text](const QFileInfo &info) {
        QFile file(info.filePath());
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(text);
    });
}

//! What an export of the running class contains.
QList<QByteArray> TestWithdrawal::lines() const
{
    QSignalSpy read(&m_host->host(), &server::Host::logRead);
    m_host->host().readLog(u"lobby"_s);
    return read.wait() ? read.first().first().value<QList<QByteArray>>() : QList<QByteArray>();
}

void TestWithdrawal::isTheTeachersAlone()
{
    QCOMPARE(send(secret, "1"), 1);
    QCOMPARE(withdraw(1, {}).status, 403);
    QCOMPARE(withdraw(1, key + "Origin: http://elsewhere.example\r\n").status, 403);
    QVERIFY(read().contains(secret));
    QCOMPARE(withdraw(1).status, 200);
    QVERIFY(!read().contains(secret));
}

void TestWithdrawal::saysWhatCannotBeWithdrawn_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no number") << QByteArray(R"({"action":"withdraw"})") << 400;
    QTest::newRow("a text") << QByteArray(R"({"action":"withdraw","seq":"1"})") << 400;
    QTest::newRow("zero") << QByteArray(R"({"action":"withdraw","seq":0})") << 400;
    QTest::newRow("to come") << QByteArray(R"({"action":"withdraw","seq":4})") << 404;
    QTest::newRow("a control entry") << QByteArray(R"({"action":"withdraw","seq":2})") << 404;
    QTest::newRow("past all") << QByteArray(R"({"action":"withdraw","seq":9007199254740993})") << 404;
}

void TestWithdrawal::saysWhatCannotBeWithdrawn()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QCOMPARE(send("one", "1"), 1);
    QCOMPARE(post("/api/class/mark", "{}").status, 200); // 2
    QCOMPARE(send("three", "3"), 3);
    QCOMPARE(post("/api/rooms/lobby/moderation", body).status, status);
    QCOMPARE(post("/api/rooms/elsewhere/moderation", R"({"action":"withdraw","seq":1})").status, 404);
    QCOMPARE(post("/api/class/moderation", R"({"action":"withdraw","seq":1})").status, 400); // of which room?
    QCOMPARE(m_host->texts(), QStringList({u"one"_s, u"three"_s}));
    QCOMPARE(withdraw(1).status, 200);
    QCOMPARE(withdraw(1).status, 404); // it was
    QCOMPARE(m_host->get("/api/rooms/lobby").json()[u"next"_s].toInteger(), 4); // the order, once
}

void TestWithdrawal::isInNoAnswerAnyMore()
{
    QCOMPARE(send("one", "1"), 1);
    QCOMPARE(send(secret, "2"), 2);
    QCOMPARE(send("three", "3"), 3);
    QCOMPARE(withdraw(2).status, 200);
    const QByteArray all = read();
    QVERIFY2(all.contains(R"({"seq":2,"withdrawn":true})"), all.constData());
    QVERIFY2(all.contains(R"("control":{"kind":"withdraw","seq":2})"), all.constData());
    QCOMPARE(read("v=2&after=0&wait=1").contains(secret), false);
    QCOMPARE(read("v=1&after=1").count("withdrawn"), 0); // left out
    QCOMPARE(QJsonDocument::fromJson(read("v=1&after=1")).object()[u"next"_s].toInteger(), 4);
    QCOMPARE(m_host->texts(), QStringList({u"one"_s, u"three"_s}));
    QCOMPARE(m_host->get("/get/msg/?index=0").body, QByteArray(R"({"data":["one","three"],"index":4,"max_index":4})"));
    const QByteArray history = m_host->get("/api/rooms/lobby/history?before=5&count=3").body;
    QVERIFY2(history.contains(R"({"seq":2,"withdrawn":true})") && !history.contains(secret), history.constData());
    QVERIFY(!history.contains(R"("seq":1,)")); // three entries only
    for (const QByteArray version : {"1", "2"}) {
        RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?after=0&member=eve&v=" + version);
        QByteArray texts;
        while (!texts.contains(R"("message":"three")")) {
            const QByteArray text = textOf(socket);
            QVERIFY(!text.isEmpty());
            texts += text + '\n';
        }
        QVERIFY(!texts.contains(secret));
        QCOMPARE(texts.contains("\n{\"seq\":2,\"withdrawn\":true}\n"), version == "2");
    }
    RawClient stream(m_host->port());
    stream.send(getRequest(m_host->port(), "/api/rooms/lobby/events?after=0&v=2&member=eve"));
    QVERIFY(receives(stream, R"("kind":"withdraw")"));
    QVERIFY(stream.buffer().contains("event: control\nid: 2\ndata: {\"seq\":2,\"withdrawn\":true}\n\n"));
    QVERIFY(!stream.buffer().contains(secret));
}

void TestWithdrawal::openReadersAreTold()
{
    QCOMPARE(send(secret, "1"), 1);
    const QByteArray order = R"("control":{"kind":"withdraw","seq":1})";
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?after=1&v=2&member=eve");
    RawWebSocket tutorial(m_host->port(), "/ws/chat/lobby/");
    RawClient held(m_host->port());
    held.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?after=1&v=2&member=ben&wait=20"));
    RawClient former(m_host->port()); // takes no control entries
    former.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?after=1&member=old&wait=1"));
    RawClient stream(m_host->port());
    stream.send(getRequest(m_host->port(), "/api/rooms/lobby/events?after=1&v=2&member=tom"));
    QVERIFY(stream.waitForBytes(1, patience));
    QVERIFY(textOf(socket).contains("welcome"));
    QCOMPARE(withdraw(1).status, 200);
    QVERIFY(textOf(socket).contains(order));
    QVERIFY(held.readAnswer().value_or(HttpAnswer()).body.contains(order));
    QVERIFY(!former.readAnswer().value_or(HttpAnswer()).body.contains("withdraw"));
    QVERIFY(receives(stream, order));
    QCOMPARE(m_host->append("next"), 3);
    QCOMPARE(textOf(tutorial), QByteArray(R"({"message":"next"})"));
}

void TestWithdrawal::queuesPassOverIt()
{
    QCOMPARE(m_host->get("/lang/?uid=ben").status, 200);
    QCOMPARE(send(secret, "1"), 1);
    QCOMPARE(send("two", "2"), 2);
    QCOMPARE(withdraw(1).status, 200);
    const auto next = [this] { return m_host->get("/get/message/?uid=ben").json()[u"data"_s]; };
    QCOMPARE(next(), QJsonValue(u"two"_s));
    QCOMPARE(next(), QJsonValue()); // the end of the hold
}

//! Answers are kept in encoded form for all who ask for the same, and would be found again while nothing is appended.
void TestWithdrawal::cachesForgetIt()
{
    const QByteArrayList targets{"/get/msg/?index=0", "/api/rooms/lobby/messages?after=0&v=1&member=a",
                                 "/api/rooms/lobby/messages?after=0&v=2&member=b&wait=1"};
    RawClient reader(m_host->port()); // one connection, whose requests are known
    QCOMPARE(send(secret, "1"), 1);
    for (int turn = 0; turn < 2; ++turn) {
        for (const QByteArray &target : targets)
            QVERIFY(reader.get(target).value_or(HttpAnswer()).body.contains(secret));
    }
    QCOMPARE(withdraw(1).status, 200);
    for (const QByteArray &target : targets)
        QVERIFY(!reader.get(target).value_or(HttpAnswer()).body.contains(secret));
}

void TestWithdrawal::aRetryAddsNothing()
{
    QCOMPARE(send(secret, "1"), 1);
    QCOMPARE(withdraw(1).status, 200);
    QCOMPARE(send(secret, "1"), 1); // the sender has not heard of the first
    restart();
    QCOMPARE(send(secret, "1"), 1);
    QCOMPARE(m_host->texts(), QStringList());
    QCOMPARE(send("two", "2"), 3);
}

void TestWithdrawal::theFileForgetsIt_data()
{
    QTest::addColumn<bool>("isByWindow");
    QTest::newRow("by the API") << false;
    QTest::newRow("by the window") << true;
}

void TestWithdrawal::theFileForgetsIt()
{
    QFETCH(bool, isByWindow);
    for (int i = 1; i <= 50; ++i)
        QCOMPARE(send("before " + QByteArray::number(i), QByteArray::number(i)), i);
    QCOMPARE(send(secret, "51"), 51);
    QCOMPARE(send("after", "52"), 52);
    QVERIFY(isInAFile(secret)); // in the write-ahead log, or the database
    if (isByWindow) {
        m_host->host().moderate(u"lobby"_s, {server::ModerationCommand::Action::Withdraw, {}, {}, {}, {}, 51});
        QTRY_VERIFY(!read("v=2&after=50").contains(secret));
    } else {
        QCOMPARE(withdraw(51).status, 200);
    }
    QVERIFY(!isInAFile(secret)); // once it is answered for
    QVERIFY(isInAFile("before 50"));
    QVERIFY(!lines().join().contains(secret));
    const QByteArray before = read();
    restart();
    QVERIFY(!isInAFile(secret));
    const auto without = [](const QByteArray &body) { return body.first(body.indexOf("\"now\"")); };
    QCOMPARE(without(read()), without(before));
    QVERIFY(read("v=2&after=50").contains(R"({"seq":51,"withdrawn":true})"));
    m_host->host().clear(); // what is put aside has it no more, either
    QTRY_VERIFY(QFile::exists(m_options.database + u".previous"_s));
    m_host.reset();
    QVERIFY(isInAFile("before 50"));
    QVERIFY(!isInAFile(secret));
}

//! They are spread over pages of the file, and none of these may keep a part.
void TestWithdrawal::longTextsLeaveTheFile()
{
    QByteArray text;
    for (int i = 0; text.size() < 30'000; ++i)
        text += "piece-" + QByteArray::number(i) + '.';
    for (int i = 1; i <= 5; ++i)
        QCOMPARE(send(i == 3 ? text : QByteArray("short"), QByteArray::number(i)), i);
    QVERIFY(isInAFile("piece-1000."));
    QCOMPARE(withdraw(3).status, 200);
    for (int i = 0; i < 2000; i += 7)
        QVERIFY2(!isInAFile("piece-" + QByteArray::number(i) + '.'), QByteArray::number(i).constData());
}

//! Earlier versions did not overwrite what they deleted, and SQLite moves rows: a file may hold a text more than once.
void TestWithdrawal::formerTracesLeaveTheFile()
{
    QCOMPARE(send("one", "1"), 1);
    m_host.reset();
    {
        const auto opened = storage::openDatabase({m_options.database});
        auto &connection = *std::get<std::unique_ptr<storage::DatabaseConnection>>(opened);
        const QString trace = QString::fromLatin1(secret).repeated(300);
        QVERIFY(connection.run(u"PRAGMA secure_delete=OFF"_s));
        QVERIFY(connection.run(u"INSERT INTO messages VALUES (99, 1, x'', '%1', 0, 0, NULL, x'', NULL)"_s.arg(trace)));
        QVERIFY(connection.run(u"DELETE FROM messages WHERE room=99"_s));
    }
    QVERIFY(isInAFile(secret));
    m_host = std::make_unique<TestHost>(m_options);
    QVERIFY(m_host->port() != 0);
    QCOMPARE(withdraw(1).status, 200);
    QVERIFY(!isInAFile(secret));
    QCOMPARE(QFileInfo(m_options.database + u"-wal"_s).size(), 0);
}

void TestWithdrawal::exportsCarryIt()
{
    QCOMPARE(send("one", "1"), 1);
    QCOMPARE(send(secret, "2"), 2);
    QCOMPARE(withdraw(2).status, 200);
    const QList<QByteArray> running = lines();
    QCOMPARE(running.size(), 3);
    QCOMPARE(running.at(1), QByteArray(R"({"seq":2,"withdrawn":true})"));
    m_host.reset();
    const auto kept = storage::readRoom(m_options.database, u"lobby"_s);
    QCOMPARE(std::get<QList<QByteArray>>(kept), running);
    QBuffer file;
    QVERIFY(file.open(QIODevice::ReadWrite) && storage::writeArchive(file, u"lobby"_s, running) && file.seek(0));
    const auto archive = storage::readArchive(file);
    QVERIFY(std::holds_alternative<storage::Archive>(archive));
    QCOMPARE(std::get<storage::Archive>(archive).messageCount(), 1);
    m_options.database = m_folder->filePath(u"other.sqlite"_s);
    QVERIFY(!storage::importRoom(m_options.database, u"lobby"_s, std::get<storage::Archive>(archive)));
    m_host = std::make_unique<TestHost>(m_options);
    QVERIFY(m_host->port() != 0);
    QCOMPARE(lines(), running);
    QCOMPARE(m_host->texts(), QStringList({u"one"_s}));
    // An order in a file whose message was put back by hand is carried out.
    storage::Archive tampered = std::get<storage::Archive>(archive);
    tampered.entries[1] = protocol::Message{2, u"Ann"_s, QString::fromLatin1(secret), 0, 1, {}};
    const QString third = m_folder->filePath(u"third.sqlite"_s);
    QVERIFY(!storage::importRoom(third, u"lobby"_s, tampered));
    QCOMPARE(std::get<QList<QByteArray>>(storage::readRoom(third, u"lobby"_s)), running);
    QVERIFY(!isInAFile(secret));
}

void TestWithdrawal::aClearedClassIsAnother()
{
    QCOMPARE(send("one", "1"), 1);
    m_host->host().clear();
    QTRY_COMPARE(m_host->texts(), QStringList());
    QCOMPARE(withdraw(1).status, 404);
    QCOMPARE(send("another", "2"), 1);
    QCOMPARE(m_host->texts(), QStringList({u"another"_s}));
    QCOMPARE(withdraw(1).status, 200);
    QCOMPARE(m_host->texts(), QStringList());
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestWithdrawal)
#include "tst_withdrawal.moc"
