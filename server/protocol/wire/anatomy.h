// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/part.h"
#include "server/protocol/wire/trafficrecord.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace pushlab::wire {

//! Takes a record's bytes apart. Whatever they are, the leaves together are the bytes; what is not understood is Unknown, and what
//! is missing because the record was cut is missing. Takes a time in proportion to the bytes.
[[nodiscard]] QList<Part> dissect(const TrafficRecord &record);

//! How a byte of a masked payload is unmasked (RFC 6455 5.3): plain = masked XOR key.
struct XorStep
{
    quint8 masked = 0;
    quint8 key = 0; //!< the masking key's byte: index modulo 4
    quint8 plain = 0;

    friend bool operator==(const XorStep &, const XorStep &) = default;
};

//! The steps for at most \a most bytes of the payload from its byte \a from on; none where the frame has no mask.
//! \a parts are those of the record that has these \a bytes.
[[nodiscard]] QList<XorStep> xorSteps(const QList<Part> &parts, QByteArrayView bytes, qsizetype from = 0, qsizetype most = 256);

//! How a handshake's accept value comes about (RFC 6455 4.2.2), step by step.
struct AcceptSteps
{
    QByteArray key; //!< Sec-WebSocket-Key as it came
    QByteArray joined; //!< with the GUID behind it
    QByteArray sha1; //!< 20 bytes
    QByteArray accept; //!< their Base64

    friend bool operator==(const AcceptSteps &, const AcceptSteps &) = default;
};

//! The steps for the key that a handshake's \a request has; nothing in them when it has none.
[[nodiscard]] AcceptSteps acceptSteps(QByteArrayView request);

} // namespace pushlab::wire
