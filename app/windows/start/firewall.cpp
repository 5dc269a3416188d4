// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/firewall.h"

#include <QStandardPaths>
#include <QSysInfo>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

QString firewallCommand(quint16 port)
{
    const QString kernel = QSysInfo::kernelType();
    if (kernel == u"winnt")
        return u"netsh advfirewall firewall add rule name=PushLab dir=in action=allow protocol=TCP localport=%1"_s.arg(port);
    if (kernel != u"linux")
        return {};
    if (!QStandardPaths::findExecutable(u"firewall-cmd"_s).isEmpty())
        return u"sudo firewall-cmd --add-port=%1/tcp"_s.arg(port);
    return u"sudo ufw allow %1/tcp"_s.arg(port);
}

} // namespace pushlab::app
