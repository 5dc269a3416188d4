// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/windows/projectorsample.h"

#include <chrono>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using protocol::Technique;

ProjectorSample::ProjectorSample()
{
    invitation = {u"physics 7b"_s,
                  u"http://192.168.100.200:8000/?room=physics%207b"_s,
                  u"http://192.168.100.200:8000/?room=physics%207b#pin=471122"_s,
                  u"471122"_s,
                  {}};
    snapshot.now = 1'700'000'000'000;
    snapshot.settings.techniques = {protocol::allTechniques.begin(), protocol::allTechniques.end()};
    for (const char *const name : {"Ann", "Bob", "Chen", "Dörte Müller", "李雷"})
        join(QString::fromUtf8(name));
    say(u"Ann"_s, u"hello <b>everybody</b>"_s);
    say(u"李雷"_s, u"你好，大家好"_s);
    figures.emplace();
    figures->seconds = 60;
    pass(2);
}

void ProjectorSample::pass(int seconds)
{
    for (int i = 0; i < seconds; ++i) {
        snapshot.now += 1000;
        for (const Technique technique : protocol::allTechniques) {
            const auto at = size_t(technique);
            snapshot.techniques[at].members = 1'200;
            snapshot.techniques[at].requests += 30;
            snapshot.techniques[at].delivered += 10;
            snapshot.techniques[at].down.payload += 4'000;
            snapshot.delays[at].deliveries.add(technique == Technique::Polling ? 1234ms : 3ms, 10);
            app::TechniqueFigures &own = figures->techniques[at];
            own.usage = snapshot.techniques[at];
            own.members = 1'200;
            own.memberMinutes += 0.5;
            own.p50 = technique == Technique::Polling ? 1'234 : 3.2;
            own.p95 = technique == Technique::Polling ? 1'987 : 12.3;
            own.doubt = 1.5;
        }
    }
}

void ProjectorSample::join(const QString &name)
{
    server::MemberSnapshot member;
    member.room = invitation.room;
    member.key = u"m:" + name;
    member.name = name;
    snapshot.members.prepend(member); // the host lists them in no order
    ++snapshot.memberCount;
}

void ProjectorSample::leave(const QString &name)
{
    snapshot.memberCount -= erase_if(snapshot.members, [&](const server::MemberSnapshot &member) { return member.name == name; });
}

void ProjectorSample::say(const QString &from, const QString &text)
{
    session::Received received;
    received.message.seq = ++said;
    received.message.from = from;
    received.message.text = text;
    messages.addReceived({received});
}

} // namespace pushlab::tests
