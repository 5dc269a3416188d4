// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/message.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

#include <optional>

namespace pushlab::protocol {

//! One object of a room's log as the HTTP answers carry it (a message's text under "text"), and where in it the text stands,
//! so that the other formats can be cut from it without encoding again.
struct EncodedEntry
{
    QByteArray json;
    qsizetype textOffset = 0; //!< of the text's opening quotation mark
    qsizetype textLength = 0; //!< with both quotation marks; 0 for a control entry or a withdrawn message, which have no text

    [[nodiscard]] bool isControl() const { return textLength == 0; }
    [[nodiscard]] QByteArrayView textJson() const { return QByteArrayView(json).sliced(textOffset, textLength); }
};
[[nodiscard]] EncodedEntry encodeMessage(const Message &message);

//! A message object as WebSocket frames carry it: with the text under "message", as tutorial pages expect it.
[[nodiscard]] QByteArray messageFrame(const EncodedEntry &message);

//! A message as a tutorial's WebSocket receives it: `{"message":"T"}`.
[[nodiscard]] QByteArray tutorialFrame(const EncodedEntry &message);

//! Reads a message object in either form; nullopt when seq or text is missing or of another type.
[[nodiscard]] std::optional<Message> decodeMessage(const QJsonObject &object);

//! Body of `POST /api/rooms/ROOM/messages`.
[[nodiscard]] QByteArray encodeOutgoing(const Outgoing &outgoing);

//! The frame by which a v=1 WebSocket sends; member and technique are known from its handshake.
[[nodiscard]] QByteArray encodeOutgoingFrame(const Outgoing &outgoing);

//! The message of such a body or frame, or of a tutorial's `{"message":"T"}`; otherwise why it is refused.
struct OutgoingResult
{
    std::optional<Outgoing> outgoing;
    QByteArray code; //!< stable identifier of the refusal
    QByteArray error; //!< English, says how to correct the request
    QString id; //!< the refused message's id, if it could be read
};
[[nodiscard]] OutgoingResult decodeOutgoing(QByteArrayView json);

} // namespace pushlab::protocol
