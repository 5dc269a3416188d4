// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demomembers.h"

#include "app/demo/demooptions.h"
#include "app/demo/demotext.h"
#include "server/host.h"
#include "server/protocol/limits.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::DemoMembers;
using protocol::Technique;

//! The members of the demo against a real host on this computer.
class TestDemoMembers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysOnThisComputer();
    void sentencesDiffer();
    void talkByOneTechniqueEach();
    void leaveWhenStopped();
};

void TestDemoMembers::staysOnThisComputer()
{
    const server::HostOptions options = app::demoOptions();
    QVERIFY(options.bind.isLoopback());
    QCOMPARE(options.port, quint16(0));
}

void TestDemoMembers::sentencesDiffer()
{
    QSet<QString> sentences;
    for (const Technique technique : protocol::allTechniques) {
        for (int turn = 0; turn < 4; ++turn)
            sentences << app::demoText(technique, turn, {});
        QCOMPARE(app::demoText(technique, 4, {}), app::demoText(technique, 0, {}));
    }
    QCOMPARE(sentences.size(), 4 * qsizetype(protocol::allTechniques.size()));
    QVERIFY(std::none_of(sentences.cbegin(), sentences.cend(), [](const QString &words) { return words.contains(u'%'); }));
}

void TestDemoMembers::talkByOneTechniqueEach()
{
    server::HostOptions options = app::demoOptions();
    options.settings.pollInterval = protocol::minPollInterval;
    server::Host host(options);
    QSignalSpy started(&host, &server::Host::started);
    host.start();
    QTRY_COMPARE(started.count(), 1);
    server::HostSnapshot latest;
    connect(&host, &server::Host::snapshotTaken, this, [&latest](const server::HostSnapshot &snapshot) { latest = snapshot; });

    DemoMembers members(50ms);
    members.start(QUrl(u"http://127.0.0.1:%1"_s.arg(host.port())), options.room);
    QTRY_COMPARE(latest.memberCount, 3);
    QSet<QString> seen;
    for (const server::MemberSnapshot &member : latest.members)
        seen << member.name + u' ' + QString::number(int(member.technique));
    QCOMPARE(seen, QSet({u"Anna 0"_s, u"Ben 1"_s, u"Chen 2"_s}));
    // Every member receives the messages of every other one.
    QTRY_VERIFY(latest.messages >= 6
                && std::all_of(latest.members.cbegin(), latest.members.cend(),
                               [](const server::MemberSnapshot &member) { return member.delivered >= 6; }));
    QVERIFY(members.lines() >= 6);
    host.disconnect(this);
}

void TestDemoMembers::leaveWhenStopped()
{
    server::Host host(app::demoOptions());
    QSignalSpy started(&host, &server::Host::started);
    host.start();
    QTRY_COMPARE(started.count(), 1);
    DemoMembers members(20ms);
    members.start(QUrl(u"http://127.0.0.1:%1"_s.arg(host.port())), u"demo"_s);
    QTRY_VERIFY(members.lines() > 0);
    members.stop();
    const int lines = members.lines();
    QTest::qWait(100); // nobody goes on
    QCOMPARE(members.lines(), lines);
    members.start(QUrl(u"http://127.0.0.1:%1"_s.arg(host.port())), u"demo"_s);
    QCOMPARE(members.lines(), 0);
    QTRY_VERIFY(members.lines() > 0);
}

QTEST_GUILESS_MAIN(TestDemoMembers)
#include "tst_demomembers.moc"
