// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/modelcheck.h"

#include "client/widgets/messagemodel.h"

#include <algorithm>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;
using widgets::MessageModel;

QString faultOf(const MessageModel &model, const QList<qint64> &numbers)
{
    const qint64 rows = model.rowCount();
    for (qint64 i = 0; i < std::min<qint64>(rows, numbers.size()); ++i) {
        const qint64 seq = model.row(int(i)).message.seq;
        if (seq != numbers.at(i))
            return u"row %1 shows message %2"_s.arg(i + 1).arg(seq);
    }
    if (rows != numbers.size())
        return u"%1 rows for %2 messages"_s.arg(rows).arg(numbers.size());
    return {};
}

} // namespace pushlab::tests
