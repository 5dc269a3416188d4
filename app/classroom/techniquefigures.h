// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/worksheet.h"

namespace pushlab::app {

//! protocol::TechniqueMeter by the models of client/theory and its statistics: what theory expects at the rate of messages that was
//! measured, and what was measured, each mean with the half of its interval of 95 %. Of too few samples nothing is said. A pure
//! function, for any thread.
[[nodiscard]] protocol::WorksheetTechnique techniqueFiguresOf(protocol::Technique technique,
                                                              const protocol::ClassMeasurement &measured,
                                                              const protocol::ClassSettings &settings);

} // namespace pushlab::app
