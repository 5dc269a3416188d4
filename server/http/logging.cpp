// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/logging.h"

namespace pushlab::http {

Q_LOGGING_CATEGORY(lcHttp, "pushlab.http", QtInfoMsg)

} // namespace pushlab::http
