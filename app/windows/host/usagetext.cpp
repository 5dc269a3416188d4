// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/usagetext.h"

#include "client/widgets/figures.h"
#include "client/widgets/techniquestyle.h"

#include <QCoreApplication>
#include <QStringList>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

QString bytesByPart(const server::Usage &usage, double divisor)
{
    const auto bytes = [divisor](qint64 up, qint64 down) { return widgets::bytesText(double(up + down) / divisor); };
    QStringList lines{
        QCoreApplication::translate("Usage", "Payload: %1").arg(bytes(usage.up.payload, usage.down.payload)),
        QCoreApplication::translate("Usage", "HTTP or frame header: %1").arg(bytes(usage.up.overhead, usage.down.overhead)),
    };
    if (usage.up.handshake + usage.down.handshake > 0)
        lines << QCoreApplication::translate("Usage", "Handshake: %1").arg(bytes(usage.up.handshake, usage.down.handshake));
    if (usage.tcpIp.isKnown())
        lines << QCoreApplication::translate("Usage", "TCP-IP, not included (estimate): %1")
                     .arg(bytes(usage.tcpIp.bytesUp, usage.tcpIp.bytesDown));
    return lines.join(u'\n');
}

QString historyOf(const server::Usage &usage)
{
    return QCoreApplication::translate("Usage", "History, not counted as delivered: %Ln message(s), %1", nullptr, int(usage.history))
        .arg(widgets::bytesText(double(usage.up.history + usage.down.history)));
}

QString memberUsage(const server::MemberSnapshot &member)
{
    QStringList parts;
    for (const protocol::Technique technique : protocol::allTechniques) {
        const server::Usage &usage = member.usage.at(size_t(technique));
        if (usage == server::Usage())
            continue;
        const QString bytes = QCoreApplication::translate("Usage", "%1 up, %2 down")
                                  .arg(widgets::bytesText(double(usage.bytesUp())), widgets::bytesText(double(usage.bytesDown())));
        parts << widgets::techniqueTitle(technique) + u'\n' + bytes + u'\n' + bytesByPart(usage);
        if (usage.history > 0)
            parts.last() += u'\n' + historyOf(usage);
    }
    if (!parts.isEmpty())
        parts.prepend(QCoreApplication::translate("Usage", "Since the member came in:"));
    return parts.join(u"\n\n"_s);
}

} // namespace pushlab::app
