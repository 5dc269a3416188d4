// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

#include <QByteArray>
#include <QString>

class QIODevice;

//! Recorded traffic as files for other programs and for people.
namespace pushlab::wire {

//! Whether PIN, cookies, tokens, members' ids and the teacher's key are in a file.
enum class Secrets : quint8 { Masked, Shown };

//! Requests with their answers and, for event streams, their events, as one body; frames at the handshake that opened their
//! connection. What has no request in \a excerpt is left out, and counted in the file's comment. \a version is the program's.
[[nodiscard]] QByteArray harExport(const TrafficExcerpt &excerpt, Secrets secrets, const QString &version);

//! One record a block: a line with its number, time, member, technique, direction, kind and sizes; then its bytes as text, or in
//! hexadecimal where they are none. In English.
[[nodiscard]] QByteArray textExport(const TrafficExcerpt &excerpt, Secrets secrets);

//! A file of packets, see PcapngWriter. \a version is the program's.
[[nodiscard]] QByteArray pcapngExport(const TrafficExcerpt &excerpt, Secrets secrets, const QString &version);

//! The excerpt with the secrets of its records masked, if so.
[[nodiscard]] TrafficExcerpt withSecrets(const TrafficExcerpt &excerpt, Secrets secrets);

//! What a record is, in a few words: "Ann, long polling".
[[nodiscard]] QString whoseRecord(const TrafficRecord &record);

//! The payload of a frame as it was meant, without its mask; \a opcode and the rest of its header are left out.
[[nodiscard]] QByteArray framePayload(const TrafficRecord &frame);

} // namespace pushlab::wire
