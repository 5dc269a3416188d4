// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/permission.h"

#include "server/protocol/limits.h"
#include "server/push/chatcall.h"
#include "server/room/memberstate.h"
#include "tests/room/fakeclock.h"
#include "tests/room/shardhelp.h"

#include <QTest>

using namespace pushlab;
using namespace pushlab::tests;
using namespace pushlab::push;
using namespace Qt::Literals::StringLiterals;
using Action = room::ModerationCommand::Action;

//! Who comes into which room, and what the others are answered, to the byte.
class TestPermission final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensARoom();
    void lockedClassOpensNone();
    void bannedFromTheClass();
    void rulesOfARoom();
    void kickIsToldOnce();
    void hostIsFull();
    void memberIsOneValue();

private:
    struct Host
    {
        FakeClock clock;
        room::MemoryStorage storage;
        room::LocalLog log{clock, storage};
        room::Shard shard{clock, log, u"lobby"_s};
        ledger::Ledger ledger;
        protocol::ClassSettings settings;
        admission::Admission admission{clock, {}};
        Context context{shard, ledger, settings, admission};

        [[nodiscard]] room::Room *enter(const QString &room, const room::MemberIdentity &identity)
        {
            const auto entered = enterRoom(context, room, identity);
            refusal = {};
            if (const auto *const response = std::get_if<http::Response>(&entered)) {
                refusal = QByteArray::number(response->status) + ' ' + response->body;
                return nullptr;
            }
            return std::get<room::Room *>(entered);
        }

        QByteArray refusal; //!< of the last that was refused
    };

    const room::MemberIdentity m_mia = apiIdentity(u"mia"_s, u"Mia"_s, u"10.0.0.1"_s);
    const room::MemberIdentity m_teacher = apiIdentity(u"mia"_s, u"Mia"_s, u"10.0.0.1"_s, true);
};

void TestPermission::opensARoom()
{
    Host host;
    room::Room *const lab = host.enter(u"lab"_s, m_mia);
    QVERIFY(lab);
    QCOMPARE(lab->name(), u"lab"_s);
    QCOMPARE(host.enter(u"lab"_s, m_teacher), lab);
    QVERIFY(lab->members().empty()); // to ask is not to be a member
}

void TestPermission::lockedClassOpensNone()
{
    Host host;
    QVERIFY(host.shard.moderate({Action::Lock, {}, {}}));
    for (const QString &room : {u"lab"_s, u"lobby"_s}) {
        QVERIFY(!host.enter(room, m_mia));
        QCOMPARE(host.refusal, R"(403 {"error":"The class is locked: nobody new can come in.","code":"locked"})");
    }
    QVERIFY(!host.shard.find(u"lab"_s));
    QVERIFY(host.enter(u"lab"_s, m_teacher));
}

void TestPermission::bannedFromTheClass()
{
    Host host;
    QVERIFY(host.shard.moderate({Action::Ban, m_mia.key, {}}));
    QVERIFY(!host.enter(u"lab"_s, m_mia));
    QCOMPARE(host.refusal, R"(403 {"error":"The teacher has banned you from the room.","code":"banned"})");
    QVERIFY(!host.shard.find(u"lab"_s));
}

void TestPermission::rulesOfARoom()
{
    Host host;
    QVERIFY(host.shard.find(u"lobby"_s)->moderate({Action::Lock, {}, {}}));
    QVERIFY(!host.enter(u"lobby"_s, m_mia));
    QCOMPARE(host.refusal, R"(403 {"error":"The room is locked: nobody new can come in.","code":"locked"})");
    QVERIFY(host.enter(u"lab"_s, m_mia));
    QVERIFY(host.shard.find(u"lab"_s)->moderate({Action::Ban, {}, u"10.0.0.1"_s}));
    QVERIFY(!host.enter(u"lab"_s, m_mia));
    QCOMPARE(host.refusal, R"(403 {"error":"The teacher has banned you from the room.","code":"banned"})");
}

void TestPermission::kickIsToldOnce()
{
    Host host;
    room::Room *const lab = host.enter(u"lab"_s, m_mia);
    QVERIFY(lab->touchMember(m_mia, protocol::Technique::Polling, 1));
    QVERIFY(lab->moderate({Action::Kick, m_mia.key, {}}));
    QVERIFY(!host.enter(u"lab"_s, m_mia));
    QCOMPARE(host.refusal, R"(403 {"error":"The teacher has sent you out of the room.","code":"kicked"})");
    QCOMPARE(host.enter(u"lab"_s, m_mia), lab);
}

void TestPermission::hostIsFull()
{
    Host host;
    for (int i = 1; i < protocol::maxRooms; ++i)
        QVERIFY(host.shard.open(QString::number(i)));
    QVERIFY(!host.enter(u"lab"_s, m_mia));
    QCOMPARE(host.refusal,
             R"(503 {"error":"The host has as many rooms as it can hold; use one that exists.","code":"too-many-rooms"})");
    QVERIFY(host.enter(u"lobby"_s, m_mia));
}

void TestPermission::memberIsOneValue()
{
    Host host;
    room::Room *const lab = host.enter(u"lab"_s, m_mia);
    room::Member *const member = lab->touchMember(m_mia, protocol::Technique::LongPolling, 1);
    QVERIFY(member);
    const auto now = [&] { return memberState(host.shard, *lab, m_mia.key, *member); };
    QVERIFY(now().state == room::MemberState::State::Idle);
    ++member->held;
    QVERIFY(stateName(now().state) == "waiting"_L1);
    ++member->sockets;
    QVERIFY(stateName(now().state) == "connected"_L1);
    QVERIFY(host.shard.moderate({Action::Mute, m_mia.key, {}}));
    const room::MemberState state = now();
    QVERIFY(state.isMuted);
    QCOMPARE(state.key, u"m:mia"_s);
    QCOMPARE(state.name, u"Mia"_s);
    QCOMPARE(state.requests, qint64(1));
    QVERIFY(state.hasUsed.test(size_t(protocol::Technique::LongPolling)) && state.hasUsed.count() == 1);
    member->held = member->sockets = 0;
}

QTEST_GUILESS_MAIN(TestPermission)
#include "tst_permission.moc"
