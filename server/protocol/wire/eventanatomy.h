// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/partcursor.h"

namespace pushlab::wire {

//! Takes an event stream's lines apart, up to \a end.
void dissectEvents(PartCursor &cursor, qsizetype end, QList<Part> &parts);

} // namespace pushlab::wire
