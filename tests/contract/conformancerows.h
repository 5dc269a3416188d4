// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace pushlab::tests {

//! What a client may send to the echo, and what a server must do (RFC 6455 5 to 8).
struct ConformanceRow
{
    QByteArray section;
    QByteArray name;
    QByteArray sent;
    QByteArray answer = {}; //!< to the byte
    int closeCode = 0; //!< of the Close frame behind it; 0: the connection stays
    QByteArray target = "/ws/echo/";
};

//! Mostly what is to be taken; more that is to be refused is in badwebsocketrows.h.
[[nodiscard]] QList<ConformanceRow> conformanceRows();

} // namespace pushlab::tests
