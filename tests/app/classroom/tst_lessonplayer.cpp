// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/lessonplayer.h"

#include "app/classroom/classroom.h"
#include "server/protocol/delayreport.h"
#include "tests/support/rawclient.h"

#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::Classroom;
using app::LessonPlayer;

//! A lesson that is played with a real class, from the window's side and from the teacher's page.
class TestLessonPlayer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void playsStepByStep();
    void followsTheTeachersPage();
    void endsWithTheClass();
    void fillsTheWorksheet();

private:
    [[nodiscard]] tests::HttpAnswer lead(const QByteArray &body) const
    {
        tests::RawClient client(m_class->port());
        client.send(tests::postRequest(m_class->port(), "/api/class/lesson", body, "application/json", fields()));
        return client.readAnswer().value_or(tests::HttpAnswer());
    }
    [[nodiscard]] QJsonObject get(const QByteArray &path) const
    {
        tests::RawClient client(m_class->port());
        return client.get(path, fields()).value_or(tests::HttpAnswer()).json();
    }
    //! The page as a member gets it.
    [[nodiscard]] QString sheet(const QByteArray &query = {}) const
    {
        tests::RawClient client(m_class->port());
        return QString::fromUtf8(client.get("/worksheet/?lang=en&" + query).value_or(tests::HttpAnswer()).body);
    }
    //! Of a member that polls: so many delays of 2 s.
    [[nodiscard]] int report(int delays) const
    {
        protocol::DelayReport report;
        report.number = 1;
        report.member = u"m"_s;
        report.technique = protocol::Technique::Polling;
        report.uncertainty = 1;
        report.delivery.add(2s, delays);
        tests::RawClient client(m_class->port());
        if (!client.get("/api/rooms/lobby/messages?after=0&member=m&name=Zoe"))
            return 0;
        client.send(tests::postRequest(m_class->port(), "/api/rooms/lobby/reports", protocol::encodeDelayReport(report),
                                       "application/json"));
        return client.readAnswer().value_or(tests::HttpAnswer()).status;
    }
    [[nodiscard]] QByteArray fields() const { return "Authorization: Bearer " + m_class->options().teacherKey + "\r\n"; }
    [[nodiscard]] QJsonObject question() const { return get("/api/class/question")[u"question"_s].toObject(); }

    QTemporaryDir m_directory;
    std::unique_ptr<Classroom> m_class;
    std::unique_ptr<LessonPlayer> m_player;
};

void TestLessonPlayer::init()
{
    QFile file(m_directory.filePath(u"mine.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"lesson": 1, "title": {"en": "Mine", "zh-CN": "我的"}, "steps": [
        {"title": "Ask", "minutes": 2, "notes": "Wait", "settings": {"technique": "polling", "pollInterval": 5}, "question": "poll-mean-delay"},
        {"title": "Close", "close": true, "view": "cards"},
        {"title": "Show", "settings": {"technique": "websocket"}, "show": "theory", "view": "question"}]})");
    file.close();
    m_player.reset();
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    options.lessonsDirectory = m_directory.path();
    m_class = std::make_unique<Classroom>(options);
    m_player = std::make_unique<LessonPlayer>(*m_class);
    QSignalSpy started(m_class.get(), &Classroom::started);
    m_class->start();
    QTRY_COMPARE(started.count(), 1);
}

void TestLessonPlayer::playsStepByStep()
{
    QSignalSpy changed(m_player.get(), &LessonPlayer::changed);
    m_player->start(u"none"_s);
    m_player->next();
    m_player->back();
    QVERIFY(!m_player->lesson());
    QCOMPARE(changed.count(), 0);
    m_player->start(u"mine"_s);
    QCOMPARE(m_player->lesson()->title.english, u"Mine"_s);
    QCOMPARE(m_class->settings().technique, protocol::Technique::Polling);
    QTRY_VERIFY(question()[u"open"_s].toBool());
    QVERIFY(question()[u"text"_s][u"en"_s].toString().contains(u"every 5 s")); // asked as the step has set it
    const QString id = question()[u"id"_s].toString();
    m_player->next();
    QTRY_VERIFY(!question()[u"open"_s].toBool(true));
    m_player->back(); // asks nothing anew, so that the guesses stay
    QCOMPARE(m_player->step(), 0);
    m_player->next();
    m_player->next();
    QCOMPARE(m_class->settings().technique, protocol::Technique::WebSocket);
    QTRY_VERIFY(question()[u"result"_s][u"theory"_s].isObject());
    QVERIFY(qAbs(question()[u"result"_s][u"theory"_s][u"value"_s].toDouble() - 2500) < 1);
    QCOMPARE(question()[u"id"_s].toString(), id);
    m_player->next(); // there is none
    QCOMPARE(m_player->step(), 2);
    QCOMPARE(changed.count(), 5);
    m_player->stop();
    QVERIFY(!m_player->lesson());
}

void TestLessonPlayer::followsTheTeachersPage()
{
    const auto lesson = [this] { return get("/api/class/lesson")[u"lesson"_s].toObject(); };
    QTRY_COMPARE(get("/api/class/lesson")[u"lessons"_s].toArray().size(), 2);
    tests::RawClient stranger(m_class->port());
    QCOMPARE(stranger.get("/api/class/lesson").value_or(tests::HttpAnswer()).status, 403);
    QCOMPARE(lead(R"({"action":"burn"})").status, 400);
    QCOMPARE(lead(R"({"action":"start","lesson":"mine"})").status, 200);
    QTRY_COMPARE(lesson()[u"step"_s].toInteger(), 1);
    QCOMPARE(lesson()[u"steps"_s].toInteger(), 3);
    QCOMPARE(lesson()[u"stepTitle"_s][u"zh-CN"_s].toString(), u"Ask"_s);
    QCOMPARE(lesson()[u"notes"_s][u"en"_s].toString(), u"Wait"_s);
    QCOMPARE(lesson()[u"stepMinutes"_s].toDouble(), 2.0);
    const double now = get("/api/class/lesson")[u"now"_s].toDouble();
    QVERIFY(now >= lesson()[u"stepStarted"_s].toDouble() && now < lesson()[u"started"_s].toDouble() + 60'000);
    QCOMPARE(lead(R"({"action":"next"})").status, 200);
    QTRY_COMPARE(lesson()[u"view"_s].toString(), u"cards"_s);
    QCOMPARE(m_player->step(), 1);
    QCOMPARE(lead(R"({"action":"back"})").status, 200);
    QTRY_COMPARE(lesson()[u"step"_s].toInteger(), 1);
    QCOMPARE(lead(R"({"action":"stop"})").status, 200);
    QTRY_VERIFY(lesson().isEmpty());
}

void TestLessonPlayer::endsWithTheClass()
{
    m_player->start(u"mine"_s);
    QVERIFY(m_player->lesson());
    m_class->stop();
    QVERIFY(!m_player->lesson());
    m_player->start(u"mine"_s); // there is no class
    QVERIFY(!m_player->lesson());
}

//! Empty before the lesson; while it is played with what the class has been shown; at its end with the class's figures.
void TestLessonPlayer::fillsTheWorksheet()
{
    QVERIFY(sheet().contains(u"href=\"/static/worksheet."));
    QVERIFY(sheet().contains(u"\"lessons\":[{\"id\":\"45-minutes\"")); // to choose from
    const QString empty = sheet("lesson=mine");
    QVERIFY(empty.contains(u"Mine</h2>") && empty.contains(u"every 5 s") && empty.contains(u"My prediction"));
    QVERIFY(!empty.contains(u"data-guess") && !empty.contains(u"2,500"));
    m_player->start(u"mine"_s);
    QTRY_VERIFY(sheet().contains(u"data-guess=\"" + question()[u"id"_s].toString() + u'"')); // the lesson that is played
    QCOMPARE(report(20), 200);
    m_player->next();
    QTRY_VERIFY(!question()[u"open"_s].toBool(true));
    QVERIFY(!sheet().contains(u"2,500"));
    QSignalSpy read(m_class.get(), &Classroom::worksheetRead);
    m_player->next(); // the last step
    QTRY_VERIFY(sheet().contains(u"(n = 20)"));
    const QString filled = sheet();
    QVERIFY(filled.contains(u"2,500 ms") && filled.contains(u"<td>2,000.") && filled.contains(u" ± "));
    QVERIFY(!filled.contains(u"Zoe"));
    const QJsonArray log = get("/api/rooms/lobby/messages?after=0&v=2")[u"messages"_s].toArray();
    QCOMPARE(log.last()[u"control"_s][u"kind"_s].toString(), u"worksheet"_s);
    m_player->stop();
    m_class->readWorksheet(u"mine"_s);
    QTRY_COMPARE(read.count(), 1);
    const auto last = read.first().first().value<protocol::Worksheet>();
    QVERIFY(last.isFilled);
    QVERIFY(last.questions.first().asked->result.has_value());
    QVERIFY(sheet().contains(u"2,500 ms")); // is still there
    m_player->start(u"mine"_s);
    QTRY_VERIFY(!sheet().contains(u"2,500 ms")); // another one
}

QTEST_GUILESS_MAIN(TestLessonPlayer)
#include "tst_lessonplayer.moc"
