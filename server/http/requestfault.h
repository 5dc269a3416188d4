// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/requestparser.h"

namespace pushlab::http {

//! Everything that can be wrong with a request before it reaches a handler.
enum class RequestFault : quint8 {
    BadRequestLine,
    BadTarget,
    BadVersion,
    VersionNotSupported,
    ConnectNotSupported,
    TargetTooLong,
    BadLineEnd,
    BadByte,
    BadField,
    FoldedField,
    HeaderTooLarge,
    TooManyFields,
    MissingHost,
    BadHost,
    BadContentLength,
    LengthAndCoding,
    BadTransferCoding,
    UnknownTransferCoding,
    BadChunk,
    ChunkTooWordy,
    BodyTooLarge,
    ExpectationFailed
};

//! The answer to \a fault: status, code and a sentence.
[[nodiscard]] ParseError parseError(RequestFault fault);

} // namespace pushlab::http
