// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QIcon>
#include <QList>

#include <optional>

namespace pushlab::app {

//! When a record's bytes were waited for and passed, µs since 1970.
struct TrafficSpan
{
    qint64 from = 0; //!< an answer's: its request was complete
    qint64 firstByte = 0;
    qint64 to = 0;
};
//! \a request: that of an answer, if it is known.
[[nodiscard]] TrafficSpan spanOf(const wire::TrafficRecord &record, const wire::TrafficRecord *request);

//! Recorded traffic as rows in the order of its numbers. Bounded: the oldest rows are removed, and counted.
class TrafficModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrafficModel)

public:
    enum Column {
        NumberColumn,
        TimeColumn,
        MemberColumn,
        TechniqueColumn,
        DirectionColumn,
        KindColumn,
        HeaderColumn,
        PayloadColumn,
        DurationColumn,
        WaterfallColumn,
        ColumnCount
    };

    static constexpr int NumberRole = Qt::UserRole; //!< quint64, of the record

    //! A member that rows are of.
    struct Member
    {
        QString room;
        QByteArray key; //!< secret
        QString name; //!< the last one
    };

    static constexpr int defaultCapacity = 10'000; //!< rows
    static constexpr qint64 maxBytes = 64ll * 1024 * 1024;

    explicit TrafficModel(int capacity = defaultCapacity, QObject *parent = nullptr);

    //! Adds the records that are newer than all others; those whose number was there before take that one's place. What is older than
    //! the excerpt's oldest is removed.
    void append(const wire::TrafficExcerpt &excerpt);
    void clear(); //!< what comes later is counted anew
    void restart(); //!< for another host, whose numbers begin at 1
    void setPaused(bool isPaused); //!< no rows are added until it goes on, with all that came in between
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); } //!< records that came during the pause

    [[nodiscard]] const wire::TrafficRecord &record(int row) const { return m_rows.at(row).record; }
    [[nodiscard]] const wire::TrafficRecord *find(quint64 number) const; //!< nullptr: there is no such row (any more)
    [[nodiscard]] int rowOf(quint64 number) const; //!< -1: none
    [[nodiscard]] std::optional<wire::TrafficConnection> connection(quint64 number) const;
    [[nodiscard]] TrafficSpan span(int row) const;

    //! The rows that carry a message of \a room to members, ascending; empty rooms are the class's own.
    [[nodiscard]] QList<int> rowsOfMessage(const QString &room, qint64 message) const;
    [[nodiscard]] QList<Member> members() const { return m_members; } //!< in the order in which they came

    [[nodiscard]] qint64 since() const { return m_since; } //!< µs since 1970: when recording began; 0: nothing is recorded
    [[nodiscard]] quint64 dropped() const; //!< that were recorded since clear() and are gone

    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    [[nodiscard]] QStringList longestTexts(int column) const; //!< for a constant width

Q_SIGNALS:
    void stateChanged(); //!< since(), dropped(), waiting()
    void membersChanged();

private:
    struct Row
    {
        wire::TrafficRecord record;
        QString detail;
    };
    void addRows(const QList<wire::TrafficRecord> &records);
    void removeFirst(qsizetype count);
    void replace(const wire::TrafficRecord &record);
    void makeRoom(qsizetype coming, qint64 bytesComing);
    void noteMembers(const QList<wire::TrafficRecord> &records);
    void noteConnections(const QList<wire::TrafficConnection> &connections);
    [[nodiscard]] QVariant text(const Row &row, int column) const;
    [[nodiscard]] QIcon icon(protocol::Technique technique) const;

    QList<Row> m_rows;
    QList<wire::TrafficRecord> m_waiting; // newer than all rows
    QHash<quint64, wire::TrafficConnection> m_connections;
    QList<Member> m_members;
    const int m_capacity;
    qint64 m_bytes = 0; // of all rows
    qint64 m_since = 0;
    quint64 m_lastNumber = 0; // that ever came
    quint64 m_clearedUpTo = 0;
    bool m_isPaused = false;
    mutable QList<QIcon> m_icons; // indexed by Technique, for the palette below
    mutable qint64 m_iconPalette = 0;
};

} // namespace pushlab::app
