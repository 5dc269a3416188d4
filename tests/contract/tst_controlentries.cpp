// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/entrycodec.h"
#include "server/storage/archive.h"
#include "tests/support/rawclient.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pushlab;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QStringList strings(const QJsonValue &array)
{
    QStringList values;
    for (const QJsonValue &value : array.toArray())
        values.append(value.toString());
    return values;
}

} // namespace

//! A log with control entries, as readers see it that do not ask for these: they are left out, numbers have gaps, and answers say
//! how far they reach.
class TestControlEntries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init();
    void cleanup() { m_host.reset(); }

    void messagesAreAllThatIsRead();
    void pollsReachPastThem();
    void holdsWhereNothingButTheyFollows();
    void queuesPassOverThem();
    void socketsPassOverThem();
    void theyCountAsNothingInTheLedger();
    void exportsHaveThem();
    void restartsKeepThem();

private:
    [[nodiscard]] server::HostOptions options() const;

    QTemporaryDir m_folder;
    std::unique_ptr<TestHost> m_host;
    QList<QByteArray> m_lines; //!< of the log: 1 and 4 are messages, 2, 3 and 5 are not
};

server::HostOptions TestControlEntries::options() const
{
    server::HostOptions options;
    options.database = m_folder.filePath(u"class.sqlite"_s);
    options.settings.hold = 1s;
    return options;
}

void TestControlEntries::init()
{
    QFile::remove(options().database);
    const auto control = [](qint64 seq, const QString &kind) {
        return protocol::ControlEntry{seq, double(1000 + seq), {{u"kind"_s, kind}, {u"text"_s, u"for the class"_s}}};
    };
    const storage::Archive archive{
        u"lobby"_s,
        {protocol::Message{1, u"Mia"_s, u"one"_s, 0, 1001, protocol::Technique::Polling}, control(2, u"mark"_s),
         control(3, u"of a later version"_s), protocol::Message{4, {}, u"four"_s, 0, 1004, {}}, control(5, u"settings"_s)}};
    QVERIFY(!storage::importRoom(options().database, u"lobby"_s, archive));
    m_lines.clear();
    for (const protocol::Entry &entry : archive.entries)
        m_lines.append(protocol::encodeEntry(entry).json);
    m_host = std::make_unique<TestHost>(options());
    QVERIFY(m_host->port() != 0);
}

void TestControlEntries::messagesAreAllThatIsRead()
{
    const auto read = [this](const QByteArray &after) { return m_host->get("/api/rooms/lobby/messages?after=" + after); };
    for (int after = 0; after <= 5; ++after) {
        const QByteArray body = read(QByteArray::number(after)).body;
        const QJsonObject answer = QJsonDocument::fromJson(body).object();
        QVERIFY2(!body.contains("control") && !body.contains("for the class"), body.constData());
        QCOMPARE(answer[u"next"].toInteger(), 5);
        QCOMPARE(answer[u"oldest"].toInteger(), 1);
        QCOMPARE(answer[u"messages"].toArray().size(), after < 1 ? 2 : after < 4 ? 1 : 0);
        QCOMPARE(body.contains(m_lines[0]), after < 1);
        QCOMPARE(body.contains(m_lines[3]), after < 4);
    }
    QCOMPARE(m_host->get("/api/rooms/lobby").json()[u"next"].toInteger(), 5);
    QCOMPARE(m_host->append("six"), 6);
    QCOMPARE(m_host->texts(), QStringList({u"one"_s, u"four"_s, u"six"_s}));
}

void TestControlEntries::pollsReachPastThem()
{
    for (int index = 0; index <= 5; ++index) {
        const QJsonObject answer = m_host->get("/get/msg/?index=" + QByteArray::number(index)).json();
        QCOMPARE(strings(answer[u"data"]), QStringList({u"one"_s, u"four"_s}).sliced(index < 1 ? 0 : index < 4 ? 1 : 2));
        QCOMPARE(answer[u"index"].toInteger(), 5);
        QCOMPARE(answer[u"max_index"].toInteger(), 5);
    }
}

void TestControlEntries::holdsWhereNothingButTheyFollows()
{
    for (const char *after : {"4", "5"}) {
        QElapsedTimer time;
        time.start();
        const QJsonObject answer = m_host->get(QByteArray("/api/rooms/lobby/messages?wait=1&after=") + after).json();
        QVERIFY2(time.elapsed() >= 990, after);
        QCOMPARE(answer[u"next"].toInteger(), 5);
        QVERIFY(answer[u"messages"].toArray().isEmpty());
    }
    // Answered at once when a message follows, and past the end.
    for (const char *after : {"0", "3", "6"}) {
        QElapsedTimer time;
        time.start();
        const QJsonObject answer = m_host->get(QByteArray("/api/rooms/lobby/messages?wait=10&after=") + after).json();
        QVERIFY2(time.elapsed() < 5000, after);
        QCOMPARE(answer[u"next"].toInteger(), 5);
    }
}

void TestControlEntries::queuesPassOverThem()
{
    QCOMPARE(m_host->get("/home/?name=ben").status, 200);
    QVERIFY(!m_host->get("/get_msg/?name=ben&wait=0").json()[u"status"].toBool());
    QCOMPARE(m_host->append("six"), 6);
    QCOMPARE(m_host->get("/get_msg/?name=ben").json()[u"data"].toString(), u"six"_s);
    QVERIFY(!m_host->get("/get_msg/?name=ben&wait=0").json()[u"status"].toBool());
}

void TestControlEntries::socketsPassOverThem()
{
    RawWebSocket api(m_host->port(), "/ws/chat/lobby/?v=1&after=0");
    QVERIFY2(api.isOpen(), qPrintable(api.fault()));
    QCOMPARE(api.readJson()[u"welcome"][u"next"].toInteger(), 5);
    for (const qint64 seq : {1, 4}) {
        const QJsonObject frame = api.readJson();
        QCOMPARE(frame[u"seq"].toInteger(), seq);
        QVERIFY(frame.contains(u"message"));
    }
    RawWebSocket tutorial(m_host->port(), "/ws/chat/lobby/?after=1");
    QCOMPARE(tutorial.readJson(), QJsonObject({{u"message"_s, u"four"_s}}));
    RawWebSocket late(m_host->port(), "/ws/chat/lobby/?v=1&after=4");
    QVERIFY(late.readJson().contains(u"welcome"));
    QVERIFY(api.staysSilent(100ms) && tutorial.staysSilent(0ms) && late.staysSilent(0ms));
    QCOMPARE(m_host->append("six"), 6);
    QCOMPARE(api.readJson()[u"seq"].toInteger(), 6);
    QCOMPARE(late.readJson()[u"seq"].toInteger(), 6);
    QCOMPARE(tutorial.readJson(), QJsonObject({{u"message"_s, u"six"_s}}));
}

void TestControlEntries::theyCountAsNothingInTheLedger()
{
    // The member joined before the messages, so that these are delivered and none is history.
    const QByteArray poll = "/api/rooms/lobby/messages?member=mia&after=";
    QCOMPARE(m_host->get(poll + "5").status, 200);
    QCOMPARE(m_host->append("six"), 6);
    QCOMPARE(m_host->get(poll + "5").json()[u"next"].toInteger(), 6);
    QCOMPARE(m_host->get(poll + "0").json()[u"messages"].toArray().size(), 3); // all of it again
    const QJsonObject polling = m_host->get("/api/stats").json()[u"techniques"][u"polling"].toObject();
    QCOMPARE(polling[u"delivered"].toInteger(), 1);
    QCOMPARE(polling[u"history"].toInteger(), 3);
}

void TestControlEntries::exportsHaveThem()
{
    QSignalSpy read(&m_host->host(), &server::Host::logRead);
    m_host->host().readLog(u"lobby"_s);
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read.first().first().value<QList<QByteArray>>(), m_lines);
}

void TestControlEntries::restartsKeepThem()
{
    QCOMPARE(m_host->append("six"), 6);
    const QJsonObject log = m_host->log();
    m_host.reset();
    const auto stored = storage::readRoom(options().database, u"lobby"_s);
    QCOMPARE(std::get<QList<QByteArray>>(stored).first(5), m_lines);
    m_host = std::make_unique<TestHost>(options());
    QCOMPARE(m_host->log(), log);
    QCOMPARE(m_host->append("seven"), 7);
}

QTEST_GUILESS_MAIN(TestControlEntries)
#include "tst_controlentries.moc"
