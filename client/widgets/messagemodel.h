// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"
#include "client/widgets/messagerow.h"

#include <QAbstractListModel>
#include <QList>
#include <QSet>
#include <QString>

namespace pushlab::widgets {

//! The chat as rows: first the content of the log, in order and with its gaps, then own messages that are not in the log yet.
//! Shows what the client reports and filters nothing, so that a repeated message would be visible. Bounded: the oldest rows are
//! removed.
class MessageModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageModel)

public:
    enum Role {
        TextRole = Qt::UserRole + 1, //!< QString
        FromRole, //!< QString as shown
        TimeRole, //!< QString "14:03:09"
        DelayTextRole, //!< QString, as far as it is known; empty when unknown
        TechniqueRole, //!< int of protocol::Technique by which it came; invalid when unknown
        StateRole, //!< int of MessageRow::State
        IdRole, //!< QString, of own messages
        KindRole, //!< int of MessageRow::Kind
        OwnRole, //!< bool
        SeqRole, //!< qint64, number in the log; 0 when it has none
        KeyRole, //!< quint64, constant for the lifetime of the row
    };

    static constexpr int defaultCapacity = 20'000; //!< rows

    explicit MessageModel(int capacity = defaultCapacity, QObject *parent = nullptr);

    //! Shows what \a client receives and sends from now on.
    void connectTo(session::ChatClient &client);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] const MessageRow &row(int index) const { return m_rows.at(index); }

public Q_SLOTS:
    void addReceived(const QList<pushlab::session::Received> &messages);
    void addGap(const pushlab::session::Gap &gap);
    //! The teacher's marks, races, and that the worksheet is filled; other entries make no rows.
    void addMarks(const QList<pushlab::protocol::ControlEntry> &controls);
    void addPending(const QString &id, const QString &text); //!< a known id becomes pending again
    void confirm(const QString &id, qint64 seq);
    void fail(const QString &id, const QString &reason, const QString &code = {});
    void withdraw(const QList<qint64> &seqs); //!< removes these messages

Q_SIGNALS:
    void ownWithdrawn(const QString &text);

private:
    [[nodiscard]] int logged() const { return int(m_rows.size()) - m_unsent; }
    [[nodiscard]] int unsentWithId(const QString &id) const;
    [[nodiscard]] int unsentFor(const session::Received &received) const;
    void appendLogged(QList<MessageRow> rows);
    void resolve(int index, const MessageRow &row);
    void resolveConfirmedBefore(qint64 seq);
    void dropUnsent(int index);
    void dropOldest();
    void removeAt(int index);
    [[nodiscard]] bool isLogged(qint64 seq) const;
    void changed(int index) { Q_EMIT dataChanged(this->index(index), this->index(index)); }

    QList<MessageRow> m_rows;
    int m_unsent = 0; // number of pending and failed rows, which are at the end
    const int m_capacity;
    quint64 m_nextKey = 1;
    qint64 m_lastSeq = 0; // of the room's present epoch
    QSet<qint64> m_withdrawn; // likewise
    QString m_ownName; // that own messages carry until the host gives them back
};

} // namespace pushlab::widgets
