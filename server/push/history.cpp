// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/history.h"

#include "server/io/socket/traffictap.h"

#include <algorithm>

namespace pushlab::push {

namespace {

qint64 wireSize(const protocol::EncodedEntry &message, Handed::Form form)
{
    switch (form) {
    case Handed::Form::Object:
        return message.json.size();
    case Handed::Form::Text:
        return message.textLength;
    case Handed::Form::TextTwice:
        return 2 * message.textLength;
    case Handed::Form::ApiFrame:
        return protocol::messageFrame(message).size();
    case Handed::Form::TutorialFrame:
        return protocol::tutorialFrame(message).size();
    }
    Q_UNREACHABLE();
}

} // namespace

io::Cargo cargoOf(const Handed &handed)
{
    return {handed.after + 1, handed.last, handed.count + handed.controls};
}

History historyIn(const room::RoomLog &log, const room::Member *reader, const Handed &handed)
{
    History history;
    if (!reader || handed.count == 0)
        return history;
    const qint64 end = std::min(handed.last, reader->known);
    for (qint64 seq = handed.after + 1; seq <= end; ++seq) {
        const protocol::EncodedEntry &entry = log.at(seq);
        if (entry.isControl())
            continue;
        ++history.count;
        history.bytes += wireSize(entry, handed.form);
    }
    return history;
}

History historyInAnswer(room::Room &room, room::Member *reader, const Handed &handed)
{
    if (reader && handed.count > 0)
        room.share(*reader);
    return historyIn(room.log(), reader, handed);
}

void noteHanded(room::Member *reader, const Handed &handed)
{
    if (reader && handed.count > 0)
        reader->known = std::max(reader->known, handed.last);
}

void countAnswer(ledger::Usage &usage, const Handed &handed, int old, int asked)
{
    if (handed.isControlAlone()) {
        usage.requests -= 1 - asked; // the member did not cause this answer
        ++usage.controlRequests;
        return;
    }
    usage.requests += asked;
    ++usage.answers;
    usage.delivered += handed.count - old;
    usage.history += old;
    usage.empty += handed.count == 0;
}

} // namespace pushlab::push
