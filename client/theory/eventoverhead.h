// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::theory {

inline constexpr int commentBytes = 8; //!< an empty comment of an event stream (3 bytes), as a chunk

//! Bytes of an event (HTML Standard 9.2.5) in addition to the \a messageBytes of its line of data, including the framing of its
//! chunk (RFC 9112 7.1); \a number, 1 or more, is the number of the message, whose digits count.
[[nodiscard]] int eventOverheadBytes(double messageBytes, double number);

} // namespace pushlab::theory
