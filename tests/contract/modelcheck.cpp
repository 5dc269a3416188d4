// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/modelcheck.h"

#include "client/widgets/messagemodel.h"

#include <QAbstractItemModel>

#include <algorithm>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;
using widgets::MessageModel;

QString faultOf(const QAbstractItemModel &model, qint64 count)
{
    const qint64 rows = model.rowCount();
    for (qint64 i = 0; i < std::min(rows, count); ++i) {
        const qint64 seq = model.index(int(i), 0).data(MessageModel::SeqRole).toLongLong();
        if (seq != i + 1)
            return u"row %1 shows message %2"_s.arg(i + 1).arg(seq);
    }
    if (rows != count)
        return u"%1 rows for %2 messages"_s.arg(rows).arg(count);
    return {};
}

} // namespace pushlab::tests
