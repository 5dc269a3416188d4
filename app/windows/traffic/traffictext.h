// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/anatomytext.h"
#include "server/protocol/wire/trafficrecord.h"

#include <QString>

//! Puts recorded traffic into words of one line.
namespace pushlab::app {

[[nodiscard]] QString kindText(wire::RecordKind kind); //!< "Request"
[[nodiscard]] QString directionText(wire::Direction direction); //!< "to the host"
[[nodiscard]] QString directionSign(wire::Direction direction); //!< an arrow, for a host that stands to the right

//! The technique's short name; "Other" for none.
[[nodiscard]] QString recordTechniqueText(const wire::TrafficRecord &record);

//! The member's name, safe to show; the address of the peer is not known here.
[[nodiscard]] QString recordMemberText(const wire::TrafficRecord &record);

//! What the first bytes say, without anything of a target's query, which has secrets: "GET /poll", "200", "Text", "Ping".
[[nodiscard]] QString recordDetail(const wire::TrafficRecord &record);

[[nodiscard]] QString recordTime(qint64 microseconds); //!< since 1970: "10:41:07.123"
[[nodiscard]] QString durationText(qint64 microseconds); //!< "0.2 ms", "25.00 s"
[[nodiscard]] QString sizeText(qint64 bytes); //!< exact, with the unit: "1,204 B"

//! Whether it carries an entry by which the teacher leads the class (CONTRACT: control entries).
[[nodiscard]] bool isControl(const wire::TrafficRecord &record);

//! The record in a sentence, for tool tips and screen readers.
[[nodiscard]] QString recordSentence(const wire::TrafficRecord &record);

//! What a part is for, with its name and the section of its standard.
[[nodiscard]] QString partSentence(const wire::PartText &words);

} // namespace pushlab::app
