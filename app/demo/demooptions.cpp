// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demooptions.h"

namespace pushlab::app {

server::HostOptions demoOptions()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    options.room = QStringLiteral("demo");
    return options;
}

} // namespace pushlab::app
