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
using widgets::MessageRow;

namespace {

constexpr int studentCount = 8;
constexpr int senderCount = 3;
constexpr int switchesEach = 100;
constexpr auto messageInterval = 5ms; // of all senders together
constexpr int mostMessages = 4000; // or a machine on which all takes long would be given ever more to do
constexpr auto actInterval = 200ms; // between what the teacher does
constexpr int meanPause = 100; // ms between two switches of one student

QUrl onLoopback(quint16 port)
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port));
}

const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";

server::HostOptions quick()
{
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
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

//! What is asked in the end, without the own guess.
QString askedOf(ChatClient &client)
{
    const std::optional<protocol::AskedQuestion> &asked = client.prediction().asked();
    return asked ? asked->question.id + QString::number(asked->isOpen) + QString::number(asked->result.has_value()) : u"nothing"_s;
}

QStringList textsOf(const MessageModel &model, MessageRow::Kind kind = MessageRow::Kind::Message)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.row(row).kind == kind)
            texts += model.index(row).data(MessageModel::TextRole).toString();
    }
    return texts;
}

//! Marks and races, which a batch tells before its messages.
QStringList linesOf(const MessageModel &model)
{
    return textsOf(model, MessageRow::Kind::Mark) + textsOf(model, MessageRow::Kind::Race);
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
        connect(&m_client.prediction(), &session::ClassPrediction::changed, this, [this, number] {
            const auto &asked = m_client.prediction().asked();
            if (asked && asked->isOpen && !asked->guess)
                m_client.prediction().guess(number);
        });
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
        const bool isFree = m_client.setTechnique(protocol::allTechniques[next]);
        m_client.retryNow(); // a person would not wait for the end of a pause either
        if (!isFree) {
            QVERIFY(m_client.classTechnique()); // the teacher has set one, for all or for this one
            return;
        }
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

//! Leads the class: each kind of order, again and again, so that control entries stand among the messages.
class Teacher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Teacher)

public:
    Teacher(tests::TestHost &host, const ChatClient &student) : m_host(host), m_student(student)
    {
        connect(&m_pause, &QTimer::timeout, this, &Teacher::act);
        m_pause.start(actInterval);
        m_host.host().startRace(); // which closes within the test
    }

    void stop()
    {
        m_pause.stop();
        m_host.change([](protocol::ClassSettings &settings) { settings.technique.reset(); });
    }
    [[nodiscard]] int turns() const { return m_turn; }
    [[nodiscard]] qsizetype withdrawn() const { return m_withdrawn.size(); }

private:
    void act();
    void order();
    void withdraw();
    void ask(const QJsonObject &order) const { QCOMPARE(m_host.postJson("/api/class/question", order, key).status, 200); }

    tests::TestHost &m_host;
    const ChatClient &m_student;
    QTimer m_pause;
    QRandomGenerator m_random{7};
    int m_turn = 0;
    bool m_isActing = false;
    QSet<qint64> m_withdrawn; // numbers of messages
};

void Teacher::act()
{
    if (m_isActing)
        return; // waiting for the host's answer runs the event loop
    m_isActing = true;
    order();
    withdraw();
    m_isActing = false;
}

void Teacher::order()
{
    switch (m_turn++ % 10) {
    case 0:
        m_host.change([this](protocol::ClassSettings &settings) {
            settings.pollInterval = protocol::minPollInterval + (m_turn / 10 % 2) * 10ms;
            settings.hold = 10s + (m_turn / 10 % 3) * 1s;
        });
        break;
    case 1:
        ask({{u"action"_s, u"open"_s}, {u"prepared"_s, u"requests"_s}});
        break;
    case 2:
        m_host.change([](protocol::ClassSettings &settings) { settings.technique = Technique::LongPolling; });
        break;
    case 3:
        ask({{u"action"_s, u"close"_s}});
        m_host.change([](protocol::ClassSettings &settings) { settings.technique.reset(); });
        break;
    case 4:
        m_host.host().mark(u"mark"_s);
        break;
    case 5:
        ask({{u"action"_s, u"show"_s}});
        break;
    case 6:
        m_host.change([](protocol::ClassSettings &settings) { settings.isSplit = true; });
        break;
    case 7:
        m_host.change([](protocol::ClassSettings &settings) { settings.isSplit = false; });
        break;
    case 8:
        m_host.host().moderate(
            {}, {server::ModerationCommand::Action::Spotlight, QByteArray("m:" + m_student.memberId().toUtf8()), {}});
        break;
    default:
        ask({{u"action"_s, u"discard"_s}});
    }
}

//! Takes back a message that at least one student has, if the number that is chosen is one's.
void Teacher::withdraw()
{
    const qint64 seq = m_random.bounded(std::max<qint64>(m_student.cursor(), 1)) + 1;
    const QJsonObject order{{u"action"_s, u"withdraw"_s}, {u"seq"_s, seq}};
    if (m_withdrawn.contains(seq))
        return;
    if (m_host.postJson("/api/rooms/lobby/moderation", order, key).status == 200)
        m_withdrawn.insert(seq);
}

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
        const auto due = std::min(mostMessages, int(std::chrono::milliseconds(clock.elapsed()) / messageInterval));
        while (sent < due && !students[size_t(sent % senderCount)]->client().send(u"message %1"_s.arg(sent)).isEmpty())
            ++sent;
    });
    traffic.start(messageInterval);
    Teacher teacher(host, students.front()->client());
    const auto isDone = [](const std::unique_ptr<Student> &student) { return student->isDone(); };
    QTRY_VERIFY_WITH_TIMEOUT(std::all_of(students.cbegin(), students.cend(), isDone), 60'000);
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
    QVERIFY(teacher.turns() >= 25);
    QVERIFY(teacher.withdrawn() >= 10);
    QTRY_VERIFY_WITH_TIMEOUT(!host.get("/api/class/race", key).json()[u"race"][u"open"].toBool(true), 20'000);
    const qsizetype left = sent - teacher.withdrawn();
    QList<qint64> numbers;
    QTRY_COMPARE_WITH_TIMEOUT((numbers = messageNumbers(host)).size(), left, 20'000);
    const qint64 end = host.get("/api/rooms/lobby").json()[u"next"].toInteger();
    QVERIFY(end > sent + teacher.withdrawn() + teacher.turns() / 2); // each order is an entry of its own
    for (const std::unique_ptr<Student> &student : students) {
        const bool isWhole = QTest::qWaitFor([&] { return student->client().cursor() == end; }, 20'000);
        QVERIFY2(isWhole, qPrintable(positionOf(student->client(), end)));
        QTRY_COMPARE_WITH_TIMEOUT(tests::faultOf(student->model(), numbers), QString(), 5'000);
        QCOMPARE(askedOf(student->client()), askedOf(students.front()->client()));
        QCOMPARE(linesOf(student->model()), linesOf(students.front()->model()));
        QCOMPARE(textsOf(student->model()), textsOf(students.front()->model()));
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
