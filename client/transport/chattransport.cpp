// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/chattransport.h"

namespace pushlab::transport {

ChatTransport::ChatTransport(QObject *parent) : QObject(parent) {}

ChatTransport::~ChatTransport() = default;

} // namespace pushlab::transport
