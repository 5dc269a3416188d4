// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/session.h"

#include <optional>

class QDataStream;

//! The content of a session file's blocks.
namespace pushlab::wire {

//! Moments follow the state, up to the stream's end.
void writeSessionState(QDataStream &stream, const SessionState &state);
void writeSessionMoment(QDataStream &stream, const SessionMoment &moment);

//! A block's content; nullopt when it is none.
[[nodiscard]] std::optional<SessionPart> readSessionPart(const QByteArray &content);

[[nodiscard]] QByteArray sessionHeadJson(const SessionHead &head);
[[nodiscard]] std::optional<SessionHead> sessionHeadFromJson(const QByteArray &json);

//! As the file's numbers are written and read.
void setUpSessionStream(QDataStream &stream);

} // namespace pushlab::wire
