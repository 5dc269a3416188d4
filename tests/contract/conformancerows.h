// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace pushlab::tests {

//! Input to the echo route, and the output that RFC 6455 5 to 8 requires.
struct ConformanceRow
{
    QByteArray section;
    QByteArray name;
    QByteArray sent;
    QByteArray answer = {}; //!< compared to the byte
    int closeCode = 0; //!< of the Close frame behind it; 0: the connection stays open
    QByteArray target = "/ws/echo/";
};

//! Mostly valid input; invalid input is in badwebsocketrows.h.
[[nodiscard]] QList<ConformanceRow> conformanceRows();

} // namespace pushlab::tests
