// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/classroom.h"

#include "tests/support/rawclient.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::Classroom;
using protocol::ClassSettings;
using protocol::Technique;

namespace {

server::HostOptions onLoopback(quint16 port = 0)
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = port;
    options.teacherKey = "the-key-of-this-test-1";
    return options;
}

//! Changes settings as `/admin/` does.
tests::HttpAnswer post(const Classroom &classroom, const QByteArray &path, const QByteArray &json)
{
    const QByteArray key = "Authorization: Bearer " + classroom.options().teacherKey + "\r\n";
    tests::RawClient client(classroom.port());
    client.send(tests::postRequest(classroom.port(), path, json, "application/json", key));
    return client.readAnswer().value_or(tests::HttpAnswer());
}

QJsonObject roomInfo(const Classroom &classroom)
{
    tests::RawClient client(classroom.port());
    return client.get("/api/rooms/lobby").value_or(tests::HttpAnswer()).json();
}

} // namespace

//! A real class without a user interface.
class TestClassroom final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAndStops();
    void saysWhyItCannotStart();
    void settingsReachTheMembers();
    void followsTheTeachersPage();
    void quickChangesAreNotTakenBack();
    void bothSurfacesAtOnce();
    void locksTheClass();
    void keepsItsSettingsOverAStart();
    void takesSnapshotsForWhoAsks();
    void followsTheNetwork();
    void invites();

private:
    static bool start(Classroom &classroom)
    {
        QSignalSpy started(&classroom, &Classroom::started);
        classroom.start();
        return started.count() > 0 || started.wait();
    }
};

void TestClassroom::startsAndStops()
{
    Classroom classroom(onLoopback());
    QSignalSpy aboutToStop(&classroom, &Classroom::aboutToStop);
    QSignalSpy stopped(&classroom, &Classroom::stopped);
    QVERIFY(classroom.url().isEmpty());
    QVERIFY(start(classroom));
    QCOMPARE(classroom.state(), Classroom::State::Running);
    QCOMPARE(classroom.url().port(), int(classroom.port()));
    QCOMPARE(classroom.options().port, 0); // the next start may take another
    classroom.start(); // nothing: there is one
    classroom.stop();
    QCOMPARE(classroom.state(), Classroom::State::Stopped);
    QCOMPARE(classroom.port(), 0);
    QCOMPARE(aboutToStop.count(), 1);
    QCOMPARE(stopped.count(), 1);
    QVERIFY(start(classroom));
}

void TestClassroom::saysWhyItCannotStart()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    Classroom classroom(onLoopback(other.serverPort()));
    QSignalSpy failed(&classroom, &Classroom::failed);
    classroom.start();
    QCOMPARE(classroom.state(), Classroom::State::Starting);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.first().at(1).value<server::HostFailure>() == server::HostFailure::AddressInUse);
    QCOMPARE(classroom.state(), Classroom::State::Stopped);
    other.close();
    QVERIFY(start(classroom));
}

void TestClassroom::settingsReachTheMembers()
{
    server::HostOptions options = onLoopback();
    options.settings.hold = 25s;
    Classroom classroom(options);
    ClassSettings settings = classroom.settings();
    settings.pollInterval = 5s;
    classroom.setSettings(settings); // before there is a host
    QVERIFY(start(classroom));
    QCOMPARE(roomInfo(classroom)[u"pollInterval"_s].toDouble(), 5.0);
    QCOMPARE(roomInfo(classroom)[u"hold"_s].toDouble(), 25.0);
    QSignalSpy changed(&classroom, &Classroom::settingsChanged);
    settings.technique = Technique::LongPolling;
    settings.hold = 1h;
    classroom.setSettings(settings);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(classroom.settings().hold, 55s); // within its bounds
    QTRY_COMPARE(roomInfo(classroom)[u"technique"_s].toString(), u"long-polling"_s);
    QCOMPARE(roomInfo(classroom)[u"hold"_s].toDouble(), 55.0);
    QCOMPARE(changed.count(), 1); // the caller of setSettings() is told, too
}

void TestClassroom::followsTheTeachersPage()
{
    Classroom classroom(onLoopback());
    QVERIFY(start(classroom));
    QSignalSpy changed(&classroom, &Classroom::settingsChanged);
    const auto answer = post(classroom, "/api/class/settings",
                             R"({"technique":"websocket","conditioner":{"delay":5,"jitter":0,"rate":0}})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()[u"technique"_s].toString(), u"websocket"_s);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().value<ClassSettings>(), classroom.settings());
    QCOMPARE(classroom.settings(), (ClassSettings{Technique::WebSocket, 2s, 10s, {5ms, 0ms, 0}}));
    QCOMPARE(post(classroom, "/api/class/settings", R"({"hold":99})").status, 400);
    QCOMPARE(classroom.settings().hold, 10s);
}

void TestClassroom::quickChangesAreNotTakenBack()
{
    Classroom classroom(onLoopback());
    QVERIFY(start(classroom));
    QSignalSpy changed(&classroom, &Classroom::settingsChanged);
    ClassSettings settings = classroom.settings();
    for (int i = 0; i < 50; ++i) { // a wheel is turned
        settings.pollInterval += 100ms;
        classroom.setSettings(settings);
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(roomInfo(classroom)[u"pollInterval"_s].toDouble(), 7.0);
    QCOMPARE(changed.count(), 50);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(changed.at(i).first().value<ClassSettings>().pollInterval, 2100ms + i * 100ms);
}

void TestClassroom::bothSurfacesAtOnce()
{
    Classroom classroom(onLoopback());
    QVERIFY(start(classroom));
    ClassSettings settings = classroom.settings();
    QCOMPARE(post(classroom, "/api/class/settings", R"({"hold":30})").status, 200);
    settings.pollInterval = 1s; // a change by a teacher that has not received the other one yet
    classroom.setSettings(settings);
    QTRY_COMPARE(classroom.settings().hold, 30s);
    QCOMPARE(classroom.settings().pollInterval, 1s);
    QTRY_COMPARE(roomInfo(classroom)[u"pollInterval"_s].toDouble(), 1.0);
    QCOMPARE(roomInfo(classroom)[u"hold"_s].toDouble(), 30.0);
}

void TestClassroom::locksTheClass()
{
    Classroom classroom(onLoopback());
    QVERIFY(start(classroom));
    auto isLocked = [&classroom, newcomer = 0]() mutable { // a member that was admitted stays in
        tests::RawClient client(classroom.port());
        return client.get("/api/rooms/lobby/messages?after=0&wait=0&member=" + QByteArray::number(++newcomer))
                   .value_or(tests::HttpAnswer())
                   .status
            == 403;
    };
    classroom.setLocked(true);
    QVERIFY(classroom.settings().isLocked);
    QTRY_VERIFY(isLocked());
    QCOMPARE(post(classroom, "/api/class/moderation", R"({"action":"unlock"})").status, 200);
    QTRY_VERIFY(!classroom.settings().isLocked);
    QVERIFY(!isLocked());
    QCOMPARE(post(classroom, "/api/rooms/lobby/moderation", R"({"action":"lock"})").status, 200); // this room alone
    QTRY_VERIFY(isLocked());
    classroom.setLocked(false);
    QTRY_VERIFY(!isLocked());
}

void TestClassroom::keepsItsSettingsOverAStart()
{
    Classroom classroom(onLoopback());
    QVERIFY(start(classroom));
    QCOMPARE(
        post(classroom, "/api/class/settings", R"({"hold":30,"rooms":{"lobby":{"conditioner":{"delay":1,"jitter":0,"rate":0}}}})").status,
        200);
    QTRY_COMPARE(classroom.settings().hold, 30s);
    classroom.setLocked(true);
    classroom.stop();
    QVERIFY(!classroom.settings().isLocked);
    classroom.setRoom(u"lobby"_s, {});
    QCOMPARE(classroom.settings().roomConditioners.size(), 1);
    QVERIFY(start(classroom));
    QCOMPARE(roomInfo(classroom)[u"hold"_s].toDouble(), 30.0);
    classroom.stop();
    classroom.setRoom(u"another"_s, {});
    QVERIFY(classroom.settings().roomConditioners.isEmpty()); // it was another room's
}

void TestClassroom::takesSnapshotsForWhoAsks()
{
    Classroom classroom(onLoopback());
    QVERIFY(start(classroom));
    classroom.stop();
    QSignalSpy taken(&classroom, &Classroom::snapshotTaken);
    QVERIFY(start(classroom));
    ClassSettings settings;
    settings.conditioner.delay = 1ms;
    classroom.setSettings(settings);
    QTRY_COMPARE(classroom.snapshot().settings, settings);
    QVERIFY(!taken.isEmpty());
    QCOMPARE(classroom.snapshot().resetAt, 0.0);
    classroom.resetFigures();
    QTRY_VERIFY(classroom.snapshot().resetAt > 0);
    classroom.stop();
    QCOMPARE(classroom.snapshot().rooms, 0);
}

void TestClassroom::followsTheNetwork()
{
    QList<app::LanAddress> addresses;
    Classroom classroom(onLoopback(), nullptr, [&addresses] { return addresses; });
    QSignalSpy changed(&classroom, &Classroom::networkChanged);
    QVERIFY(start(classroom));
    QVERIFY(classroom.network().isEmpty());
    addresses = {{QHostAddress(u"192.168.1.20"_s), u"wlan0"_s, app::AdapterKind::WiFi}};
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 8000);
    QCOMPARE(classroom.network(), addresses);
    classroom.stop();
}

void TestClassroom::invites()
{
    QList<app::LanAddress> addresses{{QHostAddress(u"192.168.1.20"_s), u"wlan0"_s, app::AdapterKind::WiFi}};
    server::HostOptions options = onLoopback();
    options.bind = QHostAddress(QHostAddress::Any); // else there is but one address to tell
    options.room = u"physics"_s;
    Classroom classroom(options, nullptr, [&addresses] { return addresses; });
    QCOMPARE(classroom.invitation().address, QString());
    const QSignalSpy changed(&classroom, &Classroom::invitationChanged);
    QVERIFY(start(classroom));
    const QString port = QString::number(classroom.port());
    QCOMPARE(classroom.invitation().address, u"http://192.168.1.20:%1/?room=physics"_s.arg(port));
    QCOMPARE(classroom.invitation().room, u"physics"_s);
    QVERIFY(!classroom.invitation().code.isEmpty());
    const QList<QByteArray> before = classroom.invitation().code;
    classroom.setPin(u"4711"_s);
    QCOMPARE(classroom.invitation().pin, u"4711"_s);
    QCOMPARE(classroom.invitation().link, u"http://192.168.1.20:%1/?room=physics#pin=4711"_s.arg(port));
    QVERIFY(classroom.invitation().code != before);
    addresses = {{QHostAddress(u"10.0.0.7"_s), u"eth0"_s, app::AdapterKind::Ethernet}};
    QTRY_COMPARE_WITH_TIMEOUT(classroom.invitation().address, u"http://10.0.0.7:%1/?room=physics"_s.arg(port), 8000);
    classroom.setAddress(QUrl(u"http://10.9.9.9:%1/"_s.arg(port))); // chosen by the teacher
    QCOMPARE(classroom.invitation().address, u"http://10.9.9.9:%1/?room=physics"_s.arg(port));
    classroom.stop();
    QCOMPARE(classroom.invitation().address, QString());
    QCOMPARE(changed.count(), 5);
}

QTEST_GUILESS_MAIN(TestClassroom)
#include "tst_classroom.moc"
