// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/loop/logging.h"

namespace pushlab::base {

Q_LOGGING_CATEGORY(lcLoop, "pushlab.loop")

} // namespace pushlab::base
