// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// JSON of both directions: room frames and posted messages at the host, answers and the host's frames at a client.

#include "tests/fuzz/fuzztarget.h"

#include "client/compare/load/messagescan.h"
#include "server/protocol/hostframe.h"
#include "server/protocol/json.h"
#include "server/protocol/limits.h"
#include "server/protocol/messagebatch.h"
#include "server/protocol/messagecodec.h"

#include <QJsonDocument>

#include <variant>

using namespace pushlab;
using namespace pushlab::protocol;
using tests::require;

namespace {

// As in the host: what was decoded is appended, encoded, and decoded by clients.
void pass(const Outgoing &outgoing)
{
    const QByteArray text = outgoing.text.toUtf8();
    require(text.size() <= maxTextBytes, "a text over its limit");
    const Message message{1, outgoing.from, outgoing.text, outgoing.sent, 1.5, outgoing.via};
    const EncodedEntry encoded = encodeMessage(message);
    const auto read = decodeMessage(parseJson(encoded.json).object());
    require(read && read->text.toUtf8() == text && read->from.toUtf8() == outgoing.from.toUtf8(), "a client reads another message");
    const auto frame = decodeHostFrame(messageFrame(encoded));
    require(frame && std::holds_alternative<Message>(*frame) && std::get<Message>(*frame) == *read, "the frame is another message");
    require(QJsonDocument::fromJson(tutorialFrame(encoded)).isObject(), "the tutorial's frame is no JSON");
    const OutgoingResult again = decodeOutgoing(encodeOutgoing(outgoing));
    require(again.outgoing && again.outgoing->text.toUtf8() == text, "what is sent again is another message");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    const OutgoingResult result = decodeOutgoing(input);
    require(result.outgoing || (!result.code.isEmpty() && !result.error.isEmpty()), "a refusal without a reason");
    if (result.outgoing)
        pass(*result.outgoing);
    else
        require(QJsonDocument::fromJson(encodeRefusal({QString::fromUtf8(result.error), QString::fromLatin1(result.code), result.id}))
                    .isObject(),
                "the refusal is no JSON");
    (void)decodeMessageBatch(input);
    (void)decodeHostFrame(input);
    QByteArrayView rest = input;
    while (compare::nextMatch(rest)) {}
    return 0;
}
