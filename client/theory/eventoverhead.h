// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::theory {

inline constexpr int commentBytes = 8; //!< an empty comment of an event stream, 3 bytes, in a chunk of its own

//! Bytes of an event of an event stream (HTML Standard 9.2.5) around the \a messageBytes of its one line of data, the framing
//! of the chunk that it comes in included (RFC 9112 7.1); \a number, 1 or more, is the message's.
[[nodiscard]] int eventOverheadBytes(double messageBytes, double number);

} // namespace pushlab::theory
