// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demomembers.h"

#include "app/demo/demotext.h"
#include "client/session/chatclient.h"
#include "server/protocol/techniquetraits.h"

#include <algorithm>
#include <array>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using protocol::Technique;

namespace {

constexpr auto names = std::to_array<QLatin1StringView>({"Anna"_L1, "Ben"_L1, "Chen"_L1});

} // namespace

DemoMembers::DemoMembers(std::chrono::milliseconds pace, QObject *parent) : QObject(parent), m_pace(pace)
{
    connect(&m_timer, &QTimer::timeout, this, &DemoMembers::sayNext);
}

DemoMembers::~DemoMembers()
{
    stop();
}

void DemoMembers::start(const QUrl &host, const QString &room)
{
    stop();
    for (const Technique technique : protocol::allTechniques) {
        if (!traitsOf(technique).isDefault)
            continue;
        session::ClientOptions options;
        options.host = host;
        options.room = room;
        options.name = names[m_members.size() % names.size()];
        options.technique = technique;
        m_members.push_back(std::make_unique<session::ChatClient>(options));
        m_members.back()->start();
    }
    m_lines = 0;
    m_timer.start(std::min(m_pace, firstPace));
}

void DemoMembers::stop()
{
    m_timer.stop();
    for (const auto &member : m_members)
        member->stop();
    m_members.clear();
}

QStringList DemoMembers::ids() const
{
    QStringList ids;
    for (const auto &member : m_members)
        ids += member->memberId();
    return ids;
}

void DemoMembers::setPin(const QString &pin)
{
    for (const auto &member : m_members)
        member->setPin(pin);
}

void DemoMembers::sayNext()
{
    const int count = int(m_members.size());
    session::ChatClient &speaker = *m_members.at(size_t(m_lines % count));
    const Technique technique = speaker.technique(); // the teacher may have chosen another
    speaker.send(demoText(technique, m_lines / count, speaker.counters(technique)));
    if (++m_lines >= maxLines)
        m_timer.stop();
    else if (m_lines == count)
        m_timer.start(m_pace);
}

} // namespace pushlab::app
