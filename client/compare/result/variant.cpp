// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/variant.h"

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;
using protocol::Technique;

QByteArrayView contestantName(Contestant contestant)
{
    return contestant == Contestant::TutorialQueue ? QByteArrayView("tutorial-queue")
                                                   : protocol::techniqueName(techniqueOf(contestant));
}

std::optional<Contestant> contestantFromName(QByteArrayView name)
{
    for (const Contestant contestant : allContestants) {
        if (contestantName(contestant) == name)
            return contestant;
    }
    return std::nullopt;
}

QString contestantTitle(Contestant contestant)
{
    switch (contestant) {
    case Contestant::Polling:
        return u"short polling"_s;
    case Contestant::LongPolling:
        return u"long polling"_s;
    case Contestant::WebSocket:
        return u"WebSocket"_s;
    case Contestant::TutorialQueue:
        return u"tutorial's queue"_s;
    }
    Q_UNREACHABLE();
}

Technique techniqueOf(Contestant contestant)
{
    switch (contestant) {
    case Contestant::Polling:
        return Technique::Polling;
    case Contestant::LongPolling:
    case Contestant::TutorialQueue:
        return Technique::LongPolling;
    case Contestant::WebSocket:
        return Technique::WebSocket;
    }
    Q_UNREACHABLE();
}

} // namespace pushlab::compare
