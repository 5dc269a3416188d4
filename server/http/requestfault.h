// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/linescanner.h"
#include "server/http/requestparser.h"

#include <QByteArrayView>

#include <optional>

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

//! What is wrong with the version at the end of a request \a line, without its CR LF. Beast calls versions beyond 1.1 bad and
//! cannot tell 505 from 400.
[[nodiscard]] std::optional<RequestFault> versionFault(QByteArrayView line);

//! What is wrong with a line of the head that the scanner did not like; nothing when it was only not complete.
[[nodiscard]] std::optional<RequestFault> lineFault(LineScanner::Event event);

} // namespace pushlab::http
