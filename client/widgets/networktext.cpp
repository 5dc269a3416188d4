// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/networktext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace pushlab::widgets {

QString networkValues(const protocol::Conditioner &conditioner)
{
    const QLocale locale;
    QStringList parts{QCoreApplication::translate("Network", "%1 ms each way").arg(locale.toString(conditioner.delay.count()))};
    if (conditioner.jitter.count() > 0)
        parts += QCoreApplication::translate("Network", "± %1 ms").arg(locale.toString(conditioner.jitter.count()));
    if (conditioner.bitsPerSecond > 0) {
        const QString rate = locale.toString(double(conditioner.bitsPerSecond) / 1000, 'g', 6);
        parts += QCoreApplication::translate("Network", "%1 kbit/s").arg(rate);
    }
    return parts.join(u' ');
}

QString networkNotice(const protocol::Conditioner &conditioner)
{
    if (!conditioner.isOn())
        return {};
    return QCoreApplication::translate("Network", "Slow network: %1").arg(networkValues(conditioner));
}

} // namespace pushlab::widgets
