// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classmeasurement.h"

namespace pushlab::app {

//! protocol::Answerer by the models of client/theory and its statistics. The network beside the one that the host pretends counts
//! as one on this machine. A pure function, for any thread.
[[nodiscard]] protocol::QuestionAnswer answerOf(const protocol::ClassQuestion &question, const protocol::ClassMeasurement &measured,
                                                const protocol::ClassSettings &settings);

} // namespace pushlab::app
