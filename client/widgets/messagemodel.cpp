// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/messagemodel.h"

#include "client/widgets/racetext.h"
#include "server/protocol/worksheet.h"

#include <QDateTime>

#include <limits>
#include <utility>

namespace pushlab::widgets {

using session::ChatClient;
using session::Gap;
using session::Received;

namespace {

MessageRow loggedRow(const Received &received)
{
    MessageRow row;
    row.message = received.message;
    row.technique = received.technique;
    row.delay = received.delay;
    row.uncertainty = received.uncertainty;
    row.own = received.own;
    row.id = received.id;
    return row;
}

} // namespace

MessageModel::MessageModel(int capacity, QObject *parent) : QAbstractListModel(parent), m_capacity(qMax(1, capacity)) {}

void MessageModel::connectTo(ChatClient &client)
{
    m_ownName = client.name();
    connect(&client, &ChatClient::nameChanged, this, [this, &client] { m_ownName = client.name(); });
    connect(&client, &ChatClient::controlsReceived, this, &MessageModel::addMarks);
    connect(&client, &ChatClient::messagesReceived, this, &MessageModel::addReceived);
    connect(&client, &ChatClient::messagesWithdrawn, this, &MessageModel::withdraw);
    connect(&client, &ChatClient::gapFound, this, &MessageModel::addGap);
    connect(&client, &ChatClient::sendQueued, this, &MessageModel::addPending);
    connect(&client, &ChatClient::sendConfirmed, this, &MessageModel::confirm);
    connect(&client, &ChatClient::sendRejected, this, &MessageModel::fail);
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MessageRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return rowText(row);
    case Qt::AccessibleTextRole:
        return rowSpoken(row);
    case Qt::ToolTipRole:
        return rowToolTip(row);
    case FromRole:
        return rowSender(row);
    case TimeRole:
        return rowTime(row);
    case DelayTextRole:
        return rowDelay(row);
    case TechniqueRole:
        return row.technique ? QVariant(int(*row.technique)) : QVariant();
    case StateRole:
        return int(row.state);
    case IdRole:
        return row.id;
    case KindRole:
        return int(row.kind);
    case OwnRole:
        return row.own;
    case SeqRole:
        return row.kind == MessageRow::Kind::Message ? row.message.seq : 0;
    case KeyRole:
        return row.key;
    default:
        return {};
    }
}

void MessageModel::addReceived(const QList<Received> &messages)
{
    QList<MessageRow> run;
    for (const Received &received : messages) {
        const int unsent = unsentFor(received);
        if (unsent < 0) {
            run.append(loggedRow(received));
            m_lastSeq = received.message.seq;
            continue;
        }
        appendLogged(std::exchange(run, {}));
        resolve(unsentFor(received), loggedRow(received));
    }
    appendLogged(std::move(run));
    if (!messages.isEmpty())
        resolveConfirmedBefore(m_lastSeq);
    dropOldest();
}

void MessageModel::addGap(const Gap &gap)
{
    MessageRow row;
    row.kind = MessageRow::Kind::Gap;
    row.gap = gap;
    if (gap.kind == Gap::Kind::NewEpoch) {
        // They were in the former log and will not appear in the new one.
        resolveConfirmedBefore(std::numeric_limits<qint64>::max());
        m_lastSeq = 0;
        m_withdrawn.clear();
    }
    appendLogged({row});
    dropOldest();
}

void MessageModel::addMarks(const QList<protocol::ControlEntry> &controls)
{
    QList<MessageRow> rows;
    for (const protocol::ControlEntry &control : controls) {
        MessageRow row;
        if (control.kind() == u"mark") {
            row.kind = MessageRow::Kind::Mark;
            row.mark = control.control[u"name"].toString();
        } else if (!raceEntryText(control.control).isEmpty()) {
            row.kind = MessageRow::Kind::Race;
            row.race = control.control;
        } else if (control.kind() == protocol::worksheetKind) {
            row.kind = MessageRow::Kind::Worksheet;
        } else {
            continue;
        }
        rows.append(row);
    }
    appendLogged(std::move(rows));
    dropOldest();
}

void MessageModel::addPending(const QString &id, const QString &text)
{
    if (const int index = unsentWithId(id); index >= 0) {
        m_rows[index].state = MessageRow::State::Pending;
        m_rows[index].reason.clear();
        changed(index);
        return;
    }
    MessageRow row;
    row.state = MessageRow::State::Pending;
    row.key = m_nextKey++;
    row.message.text = text;
    row.message.from = m_ownName;
    row.message.sent = double(QDateTime::currentMSecsSinceEpoch());
    row.own = true;
    row.id = id;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
    m_rows.append(row);
    ++m_unsent;
    endInsertRows();
    dropOldest();
}

void MessageModel::confirm(const QString &id, qint64 seq)
{
    const int index = unsentWithId(id);
    if (index < 0)
        return; // its message was received already
    if (isLogged(seq) || m_withdrawn.contains(seq)) {
        dropUnsent(index);
        return;
    }
    m_rows[index].message.seq = seq;
    m_rows[index].state = MessageRow::State::Pending;
    changed(index);
    resolveConfirmedBefore(m_lastSeq);
}

void MessageModel::fail(const QString &id, const QString &reason, const QString &code)
{
    const int index = unsentWithId(id);
    if (index < 0)
        return;
    m_rows[index].state = MessageRow::State::Failed;
    m_rows[index].reason = reason;
    m_rows[index].code = code;
    changed(index);
}

void MessageModel::withdraw(const QList<qint64> &seqs)
{
    for (const qint64 seq : seqs) {
        m_withdrawn.insert(seq);
        for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
            const MessageRow &row = m_rows.at(i);
            if (row.kind == MessageRow::Kind::Gap && row.gap.kind == Gap::Kind::NewEpoch)
                break; // before it, numbers mean other messages
            if (row.kind != MessageRow::Kind::Message || row.message.seq != seq)
                continue;
            const QString text = row.own ? row.message.text : QString();
            removeAt(i);
            if (!text.isEmpty())
                Q_EMIT ownWithdrawn(text);
        }
    }
}

void MessageModel::removeAt(int index)
{
    if (index >= logged()) {
        dropUnsent(index);
        return;
    }
    beginRemoveRows({}, index, index);
    m_rows.removeAt(index);
    endRemoveRows();
}

int MessageModel::unsentWithId(const QString &id) const
{
    for (int i = logged(); i < int(m_rows.size()); ++i) {
        if (m_rows.at(i).id == id)
            return i;
    }
    return -1;
}

int MessageModel::unsentFor(const Received &received) const
{
    if (m_unsent == 0)
        return -1;
    if (received.own && !received.id.isEmpty()) {
        if (const int index = unsentWithId(received.id); index >= 0)
            return index;
    }
    for (int i = logged(); i < int(m_rows.size()); ++i) {
        if (m_rows.at(i).message.seq == received.message.seq)
            return i;
    }
    return -1;
}

void MessageModel::appendLogged(QList<MessageRow> rows)
{
    if (rows.isEmpty())
        return;
    for (MessageRow &row : rows)
        row.key = m_nextKey++;
    const int first = logged();
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    if (m_unsent == 0) {
        m_rows.append(std::move(rows));
    } else {
        for (qsizetype i = 0; i < rows.size(); ++i)
            m_rows.insert(first + i, rows.at(i));
    }
    endInsertRows();
}

// Turns the pending row into the last row of the log; it is moved only when others were typed before it.
void MessageModel::resolve(int index, const MessageRow &row)
{
    const int target = logged();
    if (index != target) {
        beginMoveRows({}, index, index, {}, target);
        m_rows.move(index, target);
        endMoveRows();
    }
    const quint64 key = m_rows.at(target).key;
    m_rows[target] = row;
    m_rows[target].key = key;
    --m_unsent;
    m_lastSeq = qMax(m_lastSeq, row.message.seq);
    changed(target);
}

// A confirmed message that the log has passed without showing it (in a gap) would otherwise stay pending for ever.
void MessageModel::resolveConfirmedBefore(qint64 seq)
{
    for (int i = logged(); i < int(m_rows.size()); ++i) {
        if (m_rows.at(i).message.seq > 0 && m_rows.at(i).message.seq < seq) {
            MessageRow row = m_rows.at(i);
            row.state = MessageRow::State::Received;
            const qint64 last = m_lastSeq;
            resolve(i, row);
            m_lastSeq = last;
        }
    }
}

void MessageModel::dropUnsent(int index)
{
    beginRemoveRows({}, index, index);
    m_rows.removeAt(index);
    --m_unsent;
    endRemoveRows();
}

// In blocks, so that a full model does not cause two layouts for every message.
void MessageModel::dropOldest()
{
    const int excess = int(m_rows.size()) - m_capacity;
    if (excess <= 0)
        return;
    const int count = qMin(excess + m_capacity / 20, int(m_rows.size()) - 1);
    const int unsent = qMax(0, count - logged());
    beginRemoveRows({}, 0, count - 1);
    m_rows.remove(0, count);
    m_unsent -= unsent;
    endRemoveRows();
}

bool MessageModel::isLogged(qint64 seq) const
{
    if (seq > m_lastSeq)
        return false;
    for (int i = logged() - 1; i >= 0; --i) {
        const MessageRow &row = m_rows.at(i);
        if (row.kind == MessageRow::Kind::Gap && row.gap.kind == Gap::Kind::NewEpoch)
            return false;
        if (row.message.seq == seq)
            return true;
    }
    return false;
}

} // namespace pushlab::widgets
