// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/discovery/announcer.h"
#include "app/discovery/hostfinder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::Announcer;
using app::HostFinder;

//! Announcer and finder over real sockets, on this machine only.
class TestHostFinder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAHost();
    void severalFindTheSame();
    void losesAHostThatEnds();
    void ignoresGarbage();
    void survivesAFlood();

private:
    static const QHostAddress loopback;
};

const QHostAddress TestHostFinder::loopback = QHostAddress(QHostAddress::LocalHost);

void TestHostFinder::findsAHost()
{
    HostFinder finder(loopback, 0);
    QVERIFY(finder.start());
    QSignalSpy changed(&finder, &HostFinder::changed);
    Announcer announcer(finder.port(), 20ms);
    announcer.start(loopback, 8123, u"maths"_s);
    QTRY_COMPARE(finder.hosts().size(), 1);
    QTest::qWait(100); // further announcements change nothing
    QCOMPARE(changed.count(), 1);
    const app::FoundHost &host = finder.hosts().first();
    QCOMPARE(host.address, loopback);
    QCOMPARE(host.announcement.port, quint16(8123));
    QCOMPARE(host.announcement.room, u"maths"_s);
    QVERIFY(!host.announcement.name.isEmpty());
}

void TestHostFinder::severalFindTheSame()
{
#ifndef Q_OS_LINUX
    QSKIP("Loopback has a broadcast address on Linux only");
#endif
    const QHostAddress shared(u"127.255.255.255"_s);
    HostFinder first(shared, 0);
    QVERIFY(first.start());
    HostFinder second(shared, first.port());
    QVERIFY(second.start());
    Announcer announcer(first.port(), 20ms);
    announcer.start(loopback, 8123, u"maths"_s);
    QTRY_COMPARE(first.hosts().size(), 1);
    QTRY_COMPARE(second.hosts().size(), 1);
    QCOMPARE(second.hosts().first().address, loopback);
}

void TestHostFinder::losesAHostThatEnds()
{
    HostFinder finder(loopback, 0, 300ms);
    QVERIFY(finder.start());
    Announcer announcer(finder.port(), 20ms);
    announcer.start(loopback, 8123, u"maths"_s);
    QTRY_COMPARE(finder.hosts().size(), 1);
    announcer.stop();
    QTRY_COMPARE(finder.hosts().size(), 0);
    announcer.start(loopback, 8124, u"maths"_s);
    QTRY_COMPARE(finder.hosts().size(), 1);
    finder.stop();
    QVERIFY(finder.hosts().isEmpty());
}

void TestHostFinder::ignoresGarbage()
{
    HostFinder finder(loopback, 0);
    QVERIFY(finder.start());
    QSignalSpy changed(&finder, &HostFinder::changed);
    QUdpSocket sender;
    for (const QByteArray &datagram : {QByteArray(), QByteArray("{}"), QByteArray(60000, '{'), QByteArray(20, '\xff')})
        sender.writeDatagram(datagram, loopback, finder.port());
    const app::Announcement announcement{8123, u"maths"_s, u"pc"_s, app::newAnnouncementId()};
    sender.writeDatagram(app::encodeAnnouncement(announcement), loopback, finder.port());
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(finder.hosts().size(), 1);
    QCOMPARE(finder.hosts().first().announcement, announcement);
}

void TestHostFinder::survivesAFlood()
{
    HostFinder finder(loopback, 0);
    QVERIFY(finder.start());
    QUdpSocket sender;
    for (int i = 0; i < 200; ++i) {
        const app::Announcement announcement{8123, u"maths"_s, u"pc"_s, app::newAnnouncementId()};
        sender.writeDatagram(app::encodeAnnouncement(announcement), loopback, finder.port());
    }
    QTRY_COMPARE(finder.hosts().size(), app::FoundHosts::maxHosts); // more than one turn reads
}

QTEST_GUILESS_MAIN(TestHostFinder)
#include "tst_hostfinder.moc"
