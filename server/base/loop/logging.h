// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace pushlab::base {

Q_DECLARE_LOGGING_CATEGORY(lcLoop) // pushlab.loop

} // namespace pushlab::base
