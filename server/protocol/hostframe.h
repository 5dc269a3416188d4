// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"
#include "server/protocol/roominfo.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <variant>

namespace pushlab::protocol {

//! The host has appended the message with this id under this number, now or before.
struct Ack
{
    QString id;
    qint64 seq = 0;

    friend bool operator==(const Ack &, const Ack &) = default;
};

//! The host refused a frame; the connection stays open.
struct Refusal
{
    QString error; //!< English, for people
    QString code; //!< stable identifier
    QString id; //!< of the refused message; empty when unknown

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

//! Codes to which a client reacts.
inline constexpr QLatin1StringView tooFastCode("too-fast"); //!< the same message may be accepted later
inline constexpr QLatin1StringView pinNeededCode("pin-needed");
inline constexpr QLatin1StringView badTokenCode("bad-token");
inline constexpr QLatin1StringView wrongPinCode("wrong-pin");
inline constexpr QLatin1StringView lockedCode("locked"); //!< asked again later it may be open

//! The frames that a v=2 WebSocket receives: first a welcome, then messages, control entries, acks and refusals.
using HostFrame = std::variant<RoomInfo, Message, ControlEntry, Ack, Refusal>;

[[nodiscard]] QByteArray encodeWelcome(const RoomInfo &info);
[[nodiscard]] QByteArray encodeAck(const Ack &ack);
[[nodiscard]] QByteArray encodeRefusal(const Refusal &refusal);

//! Returns nullopt when \a json is none of these; clients ignore kinds of frames that they do not know.
[[nodiscard]] std::optional<HostFrame> decodeHostFrame(QByteArrayView json);

} // namespace pushlab::protocol
