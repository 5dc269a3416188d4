// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/orderstext.h"

#include "client/session/hanspacing.h"
#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"

#include <QCoreApplication>
#include <QStringList>

namespace pushlab::widgets {

QString ordersText(bool isFrozen, const protocol::OwnOrders &own)
{
    QStringList sentences;
    if (isFrozen)
        sentences += QCoreApplication::translate("Orders", "The teacher has frozen the class: you can read, but not send.");
    if (own.isMuted)
        sentences += QCoreApplication::translate("Orders", "The teacher has muted you: you can read, but not send.");
    if (own.technique) {
        const QString sentence = own.isBySplit ? QCoreApplication::translate("Orders", "The class is split: your part uses %1.")
                                               : QCoreApplication::translate("Orders", "The teacher has set %1 for you.");
        sentences += session::closedUp(sentence.arg(techniqueTitle(*own.technique)));
    }
    if (!own.name.isEmpty())
        sentences += session::closedUp(
            QCoreApplication::translate("Orders", "The teacher calls you %1.").arg(isolatedName(own.name)));
    return sentences.join(u' ');
}

} // namespace pushlab::widgets
