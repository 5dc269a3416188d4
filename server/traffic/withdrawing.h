// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

namespace pushlab::traffic {

//! Overwrites the text of the message \a seq of \a room where \a record has it, and marks the record. Where the text stands among
//! others without its number, all of them go. Returns whether something was overwritten.
bool withdrawFrom(wire::TrafficRecord &record, const QString &room, qint64 seq);

} // namespace pushlab::traffic
