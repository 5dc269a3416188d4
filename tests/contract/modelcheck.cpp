// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/modelcheck.h"

#include "client/widgets/messagemodel.h"

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;
using widgets::MessageModel;

QString faultOf(const MessageModel &model, const QList<qint64> &numbers)
{
    qint64 rows = 0;
    for (int i = 0; i < model.rowCount(); ++i) {
        const widgets::MessageRow &row = model.row(i);
        if (row.kind == widgets::MessageRow::Kind::Mark || row.kind == widgets::MessageRow::Kind::Race)
            continue;
        if (rows < numbers.size() && row.message.seq != numbers.at(rows))
            return u"row %1 shows message %2"_s.arg(i + 1).arg(row.message.seq);
        ++rows;
    }
    if (rows != numbers.size())
        return u"%1 rows for %2 messages"_s.arg(rows).arg(numbers.size());
    return {};
}

} // namespace pushlab::tests
