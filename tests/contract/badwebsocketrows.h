// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace pushlab::tests {

//! Invalid input on an open WebSocket.
struct BadWebSocketRow
{
    const char *section = nullptr; //!< of RFC 6455, or of the contract
    const char *name = nullptr;
    QByteArray target; //!< of the handshake
    QByteArray frames; //!< sent after the handshake, piece by piece
    int closeCode = 0; //!< of the host's Close frame; 0: the connection stays open
    int errors = 0; //!< number of {"error":…} frames before it
};

inline const QByteArray roomSocket = "/ws/chat/lobby/";
inline const QByteArray echoSocket = "/ws/echo/";

[[nodiscard]] QList<BadWebSocketRow> frameRows(); //!< 1002
[[nodiscard]] QList<BadWebSocketRow> closeRows(); //!< Close frames that are malformed: 1002, 1007
[[nodiscard]] QList<BadWebSocketRow> payloadRows(); //!< 1003, 1007, 1009
[[nodiscard]] QList<BadWebSocketRow> roomFrameRows(); //!< refused, while the connection stays open
[[nodiscard]] QList<BadWebSocketRow> allBadWebSocketRows();

} // namespace pushlab::tests
