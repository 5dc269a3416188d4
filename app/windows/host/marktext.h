// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

#include <QString>

namespace pushlab::app {

//! The word of a mark in the host's charts: the teacher's own, or what is set from then on.
[[nodiscard]] QString markText(const server::ClassMark &mark);

} // namespace pushlab::app
