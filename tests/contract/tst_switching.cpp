// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"
#include "client/widgets/messagemodel.h"
#include "tests/contract/carelessclient.h"
#include "tests/contract/modelcheck.h"
#include "tests/support/resettingproxy.h"
#include "tests/support/testhost.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <vector>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using protocol::Technique;
using session::ChatClient;
using widgets::MessageModel;

namespace {

constexpr int studentCount = 8;
constexpr int senderCount = 3;
constexpr int switchesEach = 100;
constexpr auto messageInterval = 5ms; // of all senders together
constexpr auto changeInterval = 1s; // of what the teacher sets
constexpr int meanPause = 100; // ms between two switches of one student

QUrl onLoopback(quint16 port)
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port));
}

server::HostOptions quick()
{
    server::HostOptions options;
    options.settings.pollInterval = protocol::minPollInterval;
    return options;
}

//! The numbers of the lobby's messages in \a numbers, without those of control entries.
QList<qint64> messageNumbers(const tests::TestHost &host)
{
    QList<qint64> numbers;
    for (qint64 after = 0;;) {
        const QJsonObject answer = host.get("/api/rooms/lobby/messages?after=" + QByteArray::number(after)).json();
        const QJsonArray messages = answer[u"messages"].toArray();
        for (const QJsonValue &message : messages)
            numbers.append(message[u"seq"].toInteger());
        if (messages.isEmpty())
            return numbers;
        after = answer[u"next"].toInteger();
    }
}

//! Where a client that did not reach the end of the log stands, for whoever reads the failure.
QString positionOf(const ChatClient &client, qint64 end)
{
    const session::ClientState &state = client.state();
    return u"%1 of %2 by %3, in state %4 since %5 ms: %6"_s.arg(
        QString::number(client.cursor()), QString::number(end), QString::fromLatin1(protocol::techniqueName(client.technique())),
        QString::number(int(state.kind)), QString::number(state.since.elapsed()), state.reason);
}

qint64 lastShown(const MessageModel &model)
{
    return model.rowCount() == 0 ? 0 : model.row(model.rowCount() - 1).message.seq;
}

//! A client with the model that its window would show, which changes its technique at random moments.
class Student final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Student)

public:
    Student(const QUrl &host, int number, quint32 seed)
        : m_random(seed), m_client({host, u"lobby"_s, u"Student %1"_s.arg(number), Technique::WebSocket, {}, {}})
    {
        m_model.connectTo(m_client);
        connect(&m_pause, &QTimer::timeout, this, &Student::change);
        m_client.start();
        m_pause.start(1ms);
    }

    [[nodiscard]] bool isDone() const { return m_switches == switchesEach; }
    [[nodiscard]] ChatClient &client() { return m_client; }
    [[nodiscard]] const MessageModel &model() const { return m_model; }

private:
    void change()
    {
        const auto step = 1 + m_random.bounded(2U); // always another one
        const auto next = (size_t(m_client.technique()) + step) % protocol::allTechniques.size();
        QVERIFY(m_client.setTechnique(protocol::allTechniques[next]));
        m_client.retryNow(); // a person would not wait for the end of a pause either
        if (++m_switches == switchesEach)
            m_pause.stop();
        else
            m_pause.start(m_random.bounded(1, 2 * meanPause));
    }

    QRandomGenerator m_random;
    ChatClient m_client;
    MessageModel m_model;
    QTimer m_pause;
    int m_switches = 0;
};

} // namespace

class TestSwitching final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyModelShowsEachMessageOnce_data();
    void everyModelShowsEachMessageOnce();
    void aBrokenCursorIsFound_data();
    void aBrokenCursorIsFound();
};

void TestSwitching::everyModelShowsEachMessageOnce_data()
{
    QTest::addColumn<bool>("withResets");
    QTest::newRow("direct") << false;
    QTest::newRow("with resets") << true;
}

void TestSwitching::everyModelShowsEachMessageOnce()
{
    QFETCH(bool, withResets);
    tests::TestHost host(quick());
    tests::ResettingProxy proxy(host.port(), 42, 30'000);
    std::vector<std::unique_ptr<Student>> students;
    for (int i = 0; i < studentCount; ++i)
        students.push_back(std::make_unique<Student>(withResets ? proxy.url() : onLoopback(host.port()), i, 100 + i));

    int sent = 0;
    QTimer traffic;
    traffic.setTimerType(Qt::PreciseTimer);
    QElapsedTimer clock;
    clock.start();
    connect(&traffic, &QTimer::timeout, this, [&] {
        // By the clock, because timer ticks are late on a busy machine, and the rate must be kept nevertheless.
        const auto due = int(std::chrono::milliseconds(clock.elapsed()) / messageInterval);
        while (sent < due && !students[size_t(sent % senderCount)]->client().send(u"message %1"_s.arg(sent)).isEmpty())
            ++sent;
    });
    traffic.start(messageInterval);
    int changes = 0;
    QTimer teacher;
    connect(&teacher, &QTimer::timeout, this, [&] {
        host.change([&changes](protocol::ClassSettings &settings) {
            settings.pollInterval = protocol::minPollInterval + (++changes % 2) * 10ms;
            settings.hold = 10s + (changes % 3) * 1s;
        });
    });
    teacher.start(changeInterval);
    const auto isDone = [](const std::unique_ptr<Student> &student) { return student->isDone(); };
    QTRY_VERIFY_WITH_TIMEOUT(std::all_of(students.cbegin(), students.cend(), isDone), 40'000);
    traffic.stop();
    teacher.stop();
    proxy.stopResetting();
    // A last reset may still be on its way, and after so many the pause is half a minute.
    QTimer impatience;
    connect(&impatience, &QTimer::timeout, this, [&students] {
        for (const std::unique_ptr<Student> &student : students)
            student->client().retryNow();
    });
    impatience.start(50ms);

    QVERIFY(sent > switchesEach * meanPause / 10); // half the rate at least
    QVERIFY(!withResets || proxy.resets() > 50);
    QVERIFY(changes >= 5);
    QTRY_COMPARE_WITH_TIMEOUT(messageNumbers(host).size(), sent, 20'000);
    for (const std::unique_ptr<Student> &student : students) {
        const bool isWhole = QTest::qWaitFor([&] { return student->client().cursor() == sent + changes; }, 20'000);
        QVERIFY2(isWhole, qPrintable(positionOf(student->client(), sent + changes)));
        QTRY_COMPARE_WITH_TIMEOUT(tests::faultOf(student->model(), messageNumbers(host)), QString(), 5'000);
        for (int row = 0; row < sent; ++row) {
            const auto text = [row](const Student &one) { return one.model().index(row).data(MessageModel::TextRole); };
            QCOMPARE(text(*student), text(*students.front()));
        }
    }
}

void TestSwitching::aBrokenCursorIsFound_data()
{
    QTest::addColumn<qint64>("slip");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("whole") << qint64(0) << false;
    QTest::newRow("drops a message") << qint64(1) << true;
    QTest::newRow("repeats a message") << qint64(-1) << true;
}

void TestSwitching::aBrokenCursorIsFound()
{
    QFETCH(qint64, slip);
    QFETCH(bool, isFound);
    constexpr int rounds = 12;
    tests::TestHost host;
    MessageModel model;
    tests::CarelessClient client(onLoopback(host.port()), slip, model);
    client.switchTo(Technique::WebSocket);
    int sent = 0;
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(host.append("message"), ++sent);
        QTRY_COMPARE(lastShown(model), sent);
        client.switchTo(protocol::allTechniques[size_t(round) % protocol::allTechniques.size()]);
    }
    for (int i = 0; i < 5; ++i)
        QCOMPARE(host.append("message"), ++sent);
    QTRY_COMPARE(lastShown(model), sent);
    const QString fault = tests::faultOf(model, messageNumbers(host));
    QCOMPARE(!fault.isEmpty(), isFound);
}

QTEST_GUILESS_MAIN(TestSwitching)
#include "tst_switching.moc"
