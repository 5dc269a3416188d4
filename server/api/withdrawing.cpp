// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/withdrawing.h"

#include "server/push/chatcall.h"
#include "server/room/receipt.h"

namespace pushlab::api {

using namespace Qt::Literals::StringLiterals;
using http::Responder;
using http::Response;

namespace {

//! Answers the teacher when the withdrawal is committed.
class WithdrawalReceipt final : public room::Receipt
{
public:
    explicit WithdrawalReceipt(Responder responder) : m_responder(std::move(responder)) {}

    void onCommitted(qint64) override { m_responder.send(Response::json("{}")); }
    void onRefused(room::Refusal) override { m_responder.send(push::noPlaceToKeep()); }
    [[nodiscard]] std::unique_ptr<Receipt> keep() override
    {
        auto committed = std::make_unique<WithdrawalReceipt>(std::move(m_responder));
        committed->m_responder.park([] {}); // it is withdrawn whether or not somebody waits for the answer
        return committed;
    }
    //! The answer when there is nothing to withdraw.
    void refuse()
    {
        m_responder.send(Response::error(404, "no-message", "The room's log has no such message, or it was withdrawn."));
    }

private:
    Responder m_responder;
};

} // namespace

void withdrawMessage(const push::Context &context, const QString &name, const QJsonObject &order, Responder responder)
{
    const QJsonValue seq = order.value(u"seq"_s);
    if (!seq.isDouble() || seq.toInteger() < 1) {
        responder.send(Response::error(400, "bad-seq", "seq must be the number of the message in its room."));
        return;
    }
    room::Room *const room = context.shard.find(name);
    WithdrawalReceipt receipt(std::move(responder));
    if (!room || !room->withdraw(seq.toInteger(), receipt))
        receipt.refuse();
}

} // namespace pushlab::api
