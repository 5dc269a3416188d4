// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace pushlab::protocol {

//! Answer to `GET /api/rooms/ROOM/messages`.
struct MessageBatch
{
    QString epoch;
    QList<Entry> entries; //!< ascending by seq; with control entries where they were asked for
    qint64 next = 0; //!< the `after` of the next request
    qint64 oldest = 1; //!< number of the oldest entry still in the log
    double now = 0; //!< the host's time, ms since 1970
    QString why{}; //!< the log began, when it is another than the client's; see RoomInfo

    friend bool operator==(const MessageBatch &, const MessageBatch &) = default;
};

//! One object of a room's log as the HTTP answers carry it (a message's text under "text"), and where in it the text stands,
//! so that the other formats can be cut from it without encoding again.
struct EncodedEntry
{
    QByteArray json;
    qsizetype textOffset = 0; //!< of the text's opening quotation mark
    qsizetype textLength = 0; //!< with both quotation marks; 0: a control entry, which has no text

    [[nodiscard]] bool isControl() const { return textLength == 0; }
    [[nodiscard]] QByteArrayView textJson() const { return QByteArrayView(json).sliced(textOffset, textLength); }
};
[[nodiscard]] EncodedEntry encodeMessage(const Message &message);

//! One message object as WebSocket frames carry it: the text under "message", as tutorial pages expect.
[[nodiscard]] QByteArray messageFrame(const EncodedEntry &message);

//! What a tutorial's WebSocket receives: `{"message":"T"}`.
[[nodiscard]] QByteArray tutorialFrame(const EncodedEntry &message);

//! A message object of either form; nothing when seq or text is missing or of another type.
[[nodiscard]] std::optional<Message> decodeMessage(const QJsonObject &object);

//! Nothing when \a json is no such answer.
[[nodiscard]] std::optional<MessageBatch> decodeMessageBatch(QByteArrayView json);

//! Body of `POST /api/rooms/ROOM/messages`.
[[nodiscard]] QByteArray encodeOutgoing(const Outgoing &outgoing);

//! The frame with which a v=1 WebSocket sends; member and technique are known from its handshake.
[[nodiscard]] QByteArray encodeOutgoingFrame(const Outgoing &outgoing);

//! Either of the two, or a tutorial's `{"message":"T"}`. Why it is refused otherwise.
struct OutgoingResult
{
    std::optional<Outgoing> outgoing;
    QByteArray code; //!< stable code of the refusal
    QByteArray error; //!< English, says what to do
    QString id; //!< the refused message's id, where it could be read
};
[[nodiscard]] OutgoingResult decodeOutgoing(QByteArrayView json);

} // namespace pushlab::protocol
