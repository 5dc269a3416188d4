// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/partcursor.h"

namespace pushlab::wire {

//! What chunks carry.
enum class ChunkContent : quint8 { Bytes, Events };

//! Whether a chunk's size line (RFC 9112 7.1) begins at the cursor.
[[nodiscard]] bool isChunkStart(const PartCursor &cursor);

//! Takes the rest apart as chunks, the last one and the trailer (RFC 9112 7.1). What is no chunk is Unknown.
void dissectChunks(PartCursor &cursor, ChunkContent content, QList<Part> &parts);

//! Takes a field line apart (RFC 9112 5): name, colon, value and the blanks around it.
void takeFieldLine(PartCursor &cursor, PartCursor::Line line, QList<Part> &parts);

} // namespace pushlab::wire
