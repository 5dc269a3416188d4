// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/trafficmodel.h"

#include "app/windows/traffic/traffictext.h"
#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using wire::RecordKind;
using wire::TrafficConnection;
using wire::TrafficRecord;

namespace {

constexpr qsizetype mostMembers = 1'000;
constexpr qsizetype mostConnections = 20'000; // beyond them, those of no row are forgotten

} // namespace

TrafficSpan spanOf(const TrafficRecord &record, const TrafficRecord *request)
{
    if (record.kind != RecordKind::Answer)
        return {record.at, record.at, record.at + record.duration};
    const qint64 from = request ? request->at + request->duration : record.at - record.duration;
    return {std::min(from, record.at), record.at, std::max(record.at, from + record.duration)};
}

TrafficModel::TrafficModel(int capacity, QObject *parent) : QAbstractTableModel(parent), m_capacity(capacity) {}

void TrafficModel::append(const wire::TrafficExcerpt &excerpt)
{
    const auto isOld = [&excerpt](const TrafficRecord &record) { return record.number < excerpt.oldest; };
    const auto kept = std::find_if_not(m_rows.cbegin(), m_rows.cend(), [&isOld](const Row &row) { return isOld(row.record); });
    removeFirst(kept - m_rows.cbegin());
    m_waiting.removeIf(isOld);
    noteConnections(excerpt.connections);
    QList<TrafficRecord> coming;
    for (const TrafficRecord &record : excerpt.records) {
        if (record.number <= m_lastNumber) {
            replace(record);
            continue;
        }
        coming.append(record);
        m_lastNumber = record.number;
    }
    m_since = excerpt.since;
    if (m_isPaused) {
        m_waiting += coming;
        if (m_waiting.size() > m_capacity)
            m_waiting.remove(0, m_waiting.size() - m_capacity);
    } else {
        addRows(coming);
    }
    Q_EMIT stateChanged();
}

void TrafficModel::addRows(const QList<TrafficRecord> &records)
{
    QList<Row> rows;
    qint64 bytes = 0;
    for (qsizetype i = std::max<qsizetype>(0, records.size() - m_capacity); i < records.size(); ++i) {
        rows.append({records.at(i), recordDetail(records.at(i))});
        bytes += records.at(i).bytes.size();
    }
    if (rows.isEmpty())
        return;
    makeRoom(rows.size(), bytes);
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    m_rows += rows;
    m_bytes += bytes;
    endInsertRows();
    noteMembers(records);
}

void TrafficModel::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    if (!isPaused)
        addRows(std::exchange(m_waiting, {}));
    Q_EMIT stateChanged();
}

void TrafficModel::makeRoom(qsizetype coming, qint64 bytesComing)
{
    qsizetype count = std::max<qsizetype>(0, m_rows.size() + coming - m_capacity);
    qint64 freed = 0;
    for (qsizetype i = 0; i < count; ++i)
        freed += m_rows.at(i).record.bytes.size();
    while (count < m_rows.size() && m_bytes - freed + bytesComing > maxBytes)
        freed += m_rows.at(count++).record.bytes.size();
    removeFirst(count);
}

void TrafficModel::removeFirst(qsizetype count)
{
    if (count == 0)
        return;
    beginRemoveRows({}, 0, int(count) - 1);
    for (qsizetype i = 0; i < count; ++i)
        m_bytes -= m_rows.at(i).record.bytes.size();
    m_rows.remove(0, count);
    endRemoveRows();
}

//! A withdrawn message is to be read nowhere, also during a pause.
void TrafficModel::replace(const TrafficRecord &record)
{
    const auto same = std::find_if(m_waiting.begin(), m_waiting.end(),
                                   [&record](const TrafficRecord &each) { return each.number == record.number; });
    if (same != m_waiting.end())
        *same = record;
    const int row = rowOf(record.number);
    if (row < 0)
        return;
    m_bytes += record.bytes.size() - m_rows.at(row).record.bytes.size();
    m_rows[row] = {record, recordDetail(record)};
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void TrafficModel::noteMembers(const QList<TrafficRecord> &records)
{
    bool isChanged = false;
    for (const TrafficRecord &record : records) {
        if (record.member.isEmpty())
            continue;
        const auto known = std::find_if(m_members.begin(), m_members.end(), [&record](const Member &member) {
            return member.key == record.memberKey && member.room == record.room;
        });
        if (known == m_members.end()) {
            if (m_members.size() == mostMembers)
                continue;
            m_members.append({record.room, record.memberKey, record.member});
            isChanged = true;
        } else if (known->name != record.member) {
            known->name = record.member;
            isChanged = true;
        }
    }
    if (isChanged)
        Q_EMIT membersChanged();
}

void TrafficModel::noteConnections(const QList<TrafficConnection> &connections)
{
    for (const TrafficConnection &connection : connections)
        m_connections.insert(connection.number, connection);
    if (m_connections.size() <= mostConnections)
        return;
    QHash<quint64, TrafficConnection> used;
    for (const Row &row : std::as_const(m_rows)) {
        if (const auto known = m_connections.constFind(row.record.connection); known != m_connections.constEnd())
            used.insert(known.key(), known.value());
    }
    m_connections = used;
}

void TrafficModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_waiting.clear();
    m_connections.clear();
    m_members.clear();
    m_bytes = 0;
    m_clearedUpTo = m_lastNumber;
    endResetModel();
    Q_EMIT membersChanged();
    Q_EMIT stateChanged();
}

void TrafficModel::restart()
{
    m_lastNumber = 0;
    m_since = 0;
    clear();
}

int TrafficModel::rowOf(quint64 number) const
{
    const auto found = std::lower_bound(m_rows.cbegin(), m_rows.cend(), number,
                                        [](const Row &row, quint64 wanted) { return row.record.number < wanted; });
    return found == m_rows.cend() || found->record.number != number ? -1 : int(found - m_rows.cbegin());
}

const TrafficRecord *TrafficModel::find(quint64 number) const
{
    const int row = rowOf(number);
    return row < 0 ? nullptr : &m_rows.at(row).record;
}

std::optional<TrafficConnection> TrafficModel::connection(quint64 number) const
{
    const auto found = m_connections.constFind(number);
    return found == m_connections.constEnd() ? std::nullopt : std::optional(found.value());
}

TrafficSpan TrafficModel::span(int row) const
{
    const TrafficRecord &record = m_rows.at(row).record;
    return spanOf(record, record.request > 0 ? find(record.request) : nullptr);
}

QList<int> TrafficModel::rowsOfMessage(const QString &room, qint64 message) const
{
    QList<int> rows;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const TrafficRecord &record = m_rows.at(row).record;
        if (record.firstMessage > 0 && record.firstMessage <= message && message <= record.lastMessage && record.room == room)
            rows.append(row);
    }
    return rows;
}

quint64 TrafficModel::dropped() const
{
    return m_lastNumber - m_clearedUpTo - quint64(m_rows.size() + m_waiting.size());
}

void TrafficModel::retranslate()
{
    for (Row &row : m_rows)
        row.detail = recordDetail(row.record);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int TrafficModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TrafficModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrafficModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::DecorationRole:
        return index.column() == TechniqueColumn && row.record.technique ? QVariant(icon(*row.record.technique)) : QVariant();
    case Qt::TextAlignmentRole: {
        const bool isNumber = index.column() == NumberColumn || (index.column() >= HeaderColumn && index.column() <= DurationColumn);
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::AccessibleTextRole:
        return index.column() == WaterfallColumn ? QVariant(durationText(row.record.duration)) : text(row, index.column());
    case Qt::ToolTipRole:
        return widgets::plainToolTip(recordSentence(row.record));
    case NumberRole:
        return row.record.number;
    default:
        return {};
    }
}

QVariant TrafficModel::text(const Row &row, int column) const
{
    const TrafficRecord &record = row.record;
    switch (column) {
    case NumberColumn:
        return QString::number(record.number);
    case TimeColumn:
        return recordTime(record.at);
    case MemberColumn:
        return recordMemberText(record);
    case TechniqueColumn:
        return recordTechniqueText(record);
    case DirectionColumn:
        return QString(directionSign(record.direction) + u' ' + directionText(record.direction));
    case KindColumn:
        return row.detail.isEmpty() ? kindText(record.kind) : QString(kindText(record.kind) + u' ' + row.detail);
    case HeaderColumn:
        return QLocale().toString(record.headerBytes);
    case PayloadColumn:
        return QLocale().toString(record.payloadBytes);
    case DurationColumn:
        return durationText(record.duration);
    default:
        return {};
    }
}

QIcon TrafficModel::icon(protocol::Technique technique) const
{
    const QPalette palette = QGuiApplication::palette();
    if (m_iconPalette != palette.cacheKey()) {
        m_icons.clear();
        for (const protocol::Technique each : protocol::allTechniques)
            m_icons.append(widgets::techniqueIcon(each, palette));
        m_iconPalette = palette.cacheKey();
    }
    return m_icons.at(qsizetype(technique));
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole) {
        //: the number of a row of recorded traffic
        const QString titles[] = {tr("No."),  tr("Time"),     tr("Member"),    tr("Technique"), tr("Direction"),
                                  tr("Kind"), tr("Header B"), tr("Payload B"), tr("Duration"),  tr("Waterfall")};
        return titles[section];
    }
    if (role == Qt::TextAlignmentRole)
        return int((section == NumberColumn || (section >= HeaderColumn && section <= DurationColumn) ? Qt::AlignRight : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case HeaderColumn:
            return tr("Bytes of overhead: request line, fields, framing");
        case PayloadColumn:
            return tr("Bytes of the body or payload");
        case DurationColumn:
            return tr("Of an answer: from the end of its request to its own end, which includes the hold of a long poll");
        case WaterfallColumn:
            return tr("When it passed, among the rows in sight: pale while it was waited for");
        default:
            return {};
        }
    }
    return {};
}

QStringList TrafficModel::longestTexts(int column) const
{
    switch (column) {
    case NumberColumn:
        return {u"888888"_s};
    case TimeColumn:
        return {u"00:00:00.000"_s};
    case MemberColumn:
        return {u"MMMMMMMM"_s};
    case TechniqueColumn: {
        QStringList texts;
        for (const protocol::Technique technique : protocol::allTechniques)
            texts += widgets::techniqueShortTitle(technique);
        return texts;
    }
    case DirectionColumn:
        return {u"→ "_s + directionText(wire::Direction::ToHost), u"← "_s + directionText(wire::Direction::FromHost)};
    case HeaderColumn:
    case PayloadColumn:
        return {u"888,888"_s};
    case DurationColumn:
        return {durationText(25'000'000), durationText(888'000)};
    default:
        return {};
    }
}

} // namespace pushlab::app
