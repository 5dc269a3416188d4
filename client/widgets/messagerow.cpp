// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/messagerow.h"

#include "client/widgets/figures.h"
#include "client/widgets/racetext.h"
#include "client/widgets/shownname.h"
#include "client/widgets/statetext.h"
#include "client/widgets/techniquestyle.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

QString rowText(const char *source)
{
    return QCoreApplication::translate("MessageRow", source);
}

QString stateText(const MessageRow &row)
{
    switch (row.state) {
    case MessageRow::State::Received:
        break;
    case MessageRow::State::Pending:
        return rowText(QT_TRANSLATE_NOOP("MessageRow", "being sent"));
    case MessageRow::State::Failed:
        return rowText(QT_TRANSLATE_NOOP("MessageRow", "not sent"));
    }
    return {};
}

} // namespace

QString rowText(const MessageRow &row)
{
    if (row.kind == MessageRow::Kind::Message)
        return row.message.text;
    if (row.kind == MessageRow::Kind::Mark)
        return rowText(QT_TRANSLATE_NOOP("MessageRow", "Mark: %1")).arg(isolatedName(row.mark));
    if (row.kind == MessageRow::Kind::Race)
        return raceEntryText(row.race);
    if (row.kind == MessageRow::Kind::Worksheet)
        return rowText(QT_TRANSLATE_NOOP("MessageRow", "The lesson is at its end: the worksheet has what the class has measured."));
    switch (row.gap.kind) {
    case session::Gap::Kind::NewEpoch:
        if (row.gap.isCleared)
            return rowText(QT_TRANSLATE_NOOP("MessageRow", "The teacher has cleared the room. It begins anew here."));
        return rowText(QT_TRANSLATE_NOOP("MessageRow", "The room began anew. Messages may be missing here."));
    case session::Gap::Kind::Trimmed:
        if (row.gap.missed <= 0)
            return rowText(QT_TRANSLATE_NOOP("MessageRow", "Messages are missing here: the host no longer keeps them."));
        return rowText(QT_TRANSLATE_NOOP("MessageRow", "Missing here: %1. The host no longer keeps these messages."))
            .arg(countText(row.gap.missed));
    }
    Q_UNREACHABLE();
}

QString rowSender(const MessageRow &row)
{
    if (row.kind != MessageRow::Kind::Message)
        return {};
    return row.message.from.isEmpty() ? rowText(QT_TRANSLATE_NOOP("MessageRow", "(no name)")) : shownName(row.message.from);
}

QString rowTime(const MessageRow &row)
{
    const double time = row.message.accepted > 0 ? row.message.accepted : row.message.sent;
    if (time <= 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(qint64(time)).time().toString(u"HH:mm:ss"_s);
}

QString rowDelay(const MessageRow &row)
{
    return row.delay ? measuredDelay(*row.delay, row.uncertainty) : QString();
}

QString rowToolTip(const MessageRow &row)
{
    if (row.kind != MessageRow::Kind::Message)
        return {};
    QStringList lines;
    if (row.technique)
        lines << rowText(QT_TRANSLATE_NOOP("MessageRow", "Came by: %1")).arg(techniqueTitle(*row.technique));
    if (row.message.via)
        lines << rowText(QT_TRANSLATE_NOOP("MessageRow", "Sent by: %1")).arg(techniqueTitle(*row.message.via));
    if (row.delay)
        lines << rowText(QT_TRANSLATE_NOOP("MessageRow", "Delay: %1")).arg(rowDelay(row));
    lines << rowText(QT_TRANSLATE_NOOP("MessageRow", "Bytes of text: %1")).arg(countText(row.message.text.toUtf8().size()));
    if (row.message.seq > 0)
        lines << rowText(QT_TRANSLATE_NOOP("MessageRow", "Number: %1")).arg(countText(row.message.seq));
    if (row.state == MessageRow::State::Failed && !row.reason.isEmpty())
        lines << rowText(QT_TRANSLATE_NOOP("MessageRow", "Not sent: %1")).arg(refusalText(row.code, row.reason));
    return plainToolTip(lines.join(u'\n'));
}

QString rowSpoken(const MessageRow &row)
{
    if (row.kind != MessageRow::Kind::Message)
        return rowText(row);
    QStringList parts{rowSender(row) + u": "_s + rowText(row)};
    if (const QString state = stateText(row); !state.isEmpty())
        parts << state;
    if (const QString time = rowTime(row); !time.isEmpty())
        parts << time;
    if (row.delay)
        parts << rowText(QT_TRANSLATE_NOOP("MessageRow", "Delay: %1")).arg(rowDelay(row));
    if (row.own)
        parts << rowText(QT_TRANSLATE_NOOP("MessageRow", "from you"));
    return parts.join(u", "_s);
}

} // namespace pushlab::widgets
