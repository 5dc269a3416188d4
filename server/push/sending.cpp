// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/sending.h"

#include "server/io/socket/traffictap.h"
#include "server/protocol/messagecodec.h"
#include "server/push/chatcall.h"
#include "server/push/permission.h"
#include "server/room/receipt.h"

namespace pushlab::push {

using http::Response;
using protocol::Technique;

namespace {

Response seqAnswer(qint64 seq)
{
    return Response::json("{\"seq\":" + QByteArray::number(seq) + '}', 201);
}

Response okAnswer(qint64)
{
    return Response::text("OK");
}

//! Answers a send when its message is committed.
class SendReceipt final : public room::Receipt
{
public:
    using Answer = Response (*)(qint64 seq);

    SendReceipt(http::Responder responder, Answer answer) : m_responder(std::move(responder)), m_answer(answer) {}

    void onCommitted(qint64 seq) override
    {
        m_responder.carry({seq, seq, 1, true});
        m_responder.send(m_answer(seq));
    }
    void onRefused(room::Refusal) override { m_responder.send(noPlaceToKeep()); }
    [[nodiscard]] std::unique_ptr<Receipt> keep() override
    {
        auto committed = std::make_unique<SendReceipt>(std::move(m_responder), m_answer);
        // Nothing to abort: the message will be appended whether or not its sender still waits.
        committed->m_responder.park([] {});
        return committed;
    }

private:
    http::Responder m_responder;
    Answer m_answer;
};

//! Counts a send; returns the usage entry of its sender.
ledger::UsageId countSend(const Context &context, room::Room &room, const room::MemberIdentity &sender, Technique via)
{
    ++context.ledger.usage(ledger::accountOf(via, sender.isTeacher)).sends;
    const ledger::UsageId id = room.touchUsage(sender, via, 0);
    if (ledger::Usage *const usage = context.shard.usage().find(id))
        ++usage->sends;
    return id;
}

} // namespace

void sendTutorialText(const Context &context, const http::Call &call, TutorialText sent, Technique via, http::Responder responder)
{
    const room::MemberIdentity sender = addressIdentity(call.peer.text, context.admission.isTeacher(call.request));
    const ledger::Account account = ledger::accountOf(via, sender.isTeacher);
    responder.setCostCenter({quint8(account), 0});
    protocol::FormView::Field queried = protocol::FormView(call.request.query()).field("room");
    const bool isNamed = queried.status != protocol::FormView::Status::Missing && !(queried && queried.value.isEmpty());
    const Read<QString> name = readRoom(std::move(isNamed ? queried : sent.room));
    Read<QString> text = readText(std::move(sent.text), sent.name);
    if (const Response *const fault = firstFault(name, text)) {
        responder.send(*fault);
        return;
    }
    if (call.request.isHead()) {
        responder.send(okAnswer(0));
        return;
    }
    room::Room *const room = enterToSend(context, std::get<QString>(name), sender, call.peer.connection, responder);
    if (!room)
        return;
    protocol::Outgoing outgoing;
    outgoing.text = std::get<QString>(std::move(text));
    outgoing.via = via;
    ++context.ledger.usage(account).sends;
    SendReceipt receipt(std::move(responder), okAnswer);
    room->append(outgoing, receipt);
}

void sendApiMessage(const Context &context, const http::Call &call, http::Responder responder)
{
    const Read<QString> name = readRoomSegment(call.arguments[0]);
    if (const auto *const fault = std::get_if<Response>(&name)) {
        responder.send(*fault);
        return;
    }
    const protocol::OutgoingResult result = protocol::decodeOutgoing(call.request.body());
    const Technique via = result.outgoing ? result.outgoing->via.value_or(Technique::Polling) : Technique::Polling;
    if (!result.outgoing) {
        responder.send(Response::error(result.code == "text-too-long" ? 413 : 400, result.code, result.error));
        return;
    }
    const room::MemberIdentity sender = apiIdentity(result.outgoing->member, result.outgoing->from, call.peer.text,
                                                    context.admission.isTeacher(call.request));
    const auto account = quint8(ledger::accountOf(via, sender.isTeacher));
    responder.setCostCenter({account, 0});
    room::Room *const room = enterToSend(context, std::get<QString>(name), sender, call.peer.connection, responder);
    if (!room)
        return;
    responder.setCostCenter({account, countSend(context, *room, sender, via)});
    SendReceipt receipt(std::move(responder), seqAnswer);
    room->append(*result.outgoing, receipt);
}

} // namespace pushlab::push
