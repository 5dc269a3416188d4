// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/transportlog.h"

namespace pushlab::transport {

Q_LOGGING_CATEGORY(transportLog, "pushlab.transport", QtInfoMsg)

} // namespace pushlab::transport
