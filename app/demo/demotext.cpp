// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demotext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <array>

namespace pushlab::app {

using protocol::Technique;

namespace {

QString count(qint64 number)
{
    return QLocale().toString(number);
}

QStringList pollingTexts(const session::ClientCounters &counters)
{
    return {
        QCoreApplication::translate("Demo", "Hello! I ask the host again and again whether there is anything new."),
        QCoreApplication::translate("Demo", "Requests so far: %1. Answers with nothing in them: %2.")
            .arg(count(counters.requests), count(counters.empty)),
        QCoreApplication::translate("Demo", "What you write reaches me only when I ask the next time."),
        QCoreApplication::translate("Demo", "If I asked more often I would hear from you sooner, and cost more."),
    };
}

QStringList longPollingTexts(const session::ClientCounters &counters)
{
    return {
        QCoreApplication::translate("Demo", "Hello! The host keeps my request open until there is something to tell me."),
        QCoreApplication::translate("Demo", "Your message ended my request; I have asked again at once."),
        QCoreApplication::translate("Demo", "Requests so far: %1, about one for each message.").arg(count(counters.requests)),
        QCoreApplication::translate("Demo", "I hear from you at once, and all it takes is plain HTTP."),
    };
}

QStringList webSocketTexts(const session::ClientCounters &counters)
{
    return {
        QCoreApplication::translate("Demo", "Hello! I have one connection that stays open, and both sides may speak."),
        QCoreApplication::translate("Demo", "Messages so far: %1. Connections opened for them: %2.")
            .arg(count(counters.delivered), count(counters.requests)),
        QCoreApplication::translate("Demo", "No headers for me: a message comes in a small frame."),
        QCoreApplication::translate("Demo", "I hear from you at once, and need not ask."),
    };
}

QStringList eventTexts(const session::ClientCounters &counters)
{
    return {
        QCoreApplication::translate("Demo", "Hello! I asked once, and the answer never ends: each message is an event in it."),
        QCoreApplication::translate("Demo", "Messages so far: %1. Streams opened for them: %2.")
            .arg(count(counters.delivered), count(counters.requests)),
        QCoreApplication::translate("Demo", "What I say goes by a request of its own: the stream has one direction."),
        QCoreApplication::translate("Demo", "I hear from you at once, and a browser needs no library for it."),
    };
}

using TextsOf = QStringList (*)(const session::ClientCounters &counters);

//! Indexed by Technique.
constexpr std::array<TextsOf, protocol::allTechniques.size()> textsByTechnique = std::to_array<TextsOf>(
    {pollingTexts, longPollingTexts, webSocketTexts, eventTexts});

} // namespace

QString demoText(Technique technique, int turn, const session::ClientCounters &counters)
{
    const QStringList texts = textsByTechnique[size_t(technique)](counters);
    return texts.at(turn % texts.size());
}

} // namespace pushlab::app
