// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"
#include "client/widgets/messagerow.h"

#include <QAbstractListModel>
#include <QList>
#include <QString>

namespace pushlab::widgets {

//! The chat as rows: first what the log holds, in its order, with its holes; then what is still to be sent. Shows
//! what the client says and filters nothing, so that a message that came twice would be seen twice. Bounded: the
//! oldest rows go.
class MessageModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageModel)

public:
    enum Role {
        SeqRole = Qt::UserRole + 1, //!< qint64; 0 while the host has not numbered it
        TextRole, //!< QString
        FromRole, //!< QString as shown
        TimeRole, //!< QString "14:03:09"
        DelayRole, //!< double in ms; invalid when unknown
        DelayTextRole, //!< QString, as far as it is known; empty when unknown
        TechniqueRole, //!< int of protocol::Technique by which it came; invalid when unknown
        StateRole, //!< int of MessageRow::State
        IdRole, //!< QString of an own message
        KindRole, //!< int of MessageRow::Kind
        OwnRole, //!< bool
        KeyRole, //!< quint64, stays with the row
    };

    static constexpr int defaultCapacity = 20'000; //!< rows

    explicit MessageModel(int capacity = defaultCapacity, QObject *parent = nullptr);

    //! Shows what \a client receives and sends from now on.
    void connectTo(session::ChatClient &client);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] const MessageRow &row(int index) const { return m_rows.at(index); }

    //! The name that own messages carry until the host gives them back.
    void setOwnName(const QString &name) { m_ownName = name; }

public Q_SLOTS:
    void addReceived(const QList<pushlab::session::Received> &messages);
    void addGap(const pushlab::session::Gap &gap);
    void addMarks(const QList<pushlab::protocol::ControlEntry> &controls); //!< of the teacher; other entries are no rows
    void addPending(const QString &id, const QString &text); //!< a known id is pending again
    void confirm(const QString &id, qint64 seq);
    void fail(const QString &id, const QString &reason, const QString &code = {});

private:
    [[nodiscard]] int logged() const { return int(m_rows.size()) - m_unsent; }
    [[nodiscard]] int unsentWithId(const QString &id) const;
    [[nodiscard]] int unsentFor(const session::Received &received) const;
    void appendLogged(QList<MessageRow> rows);
    void resolve(int index, const MessageRow &row);
    void resolveConfirmedBefore(qint64 seq);
    void dropUnsent(int index);
    void dropOldest();
    [[nodiscard]] bool isLogged(qint64 seq) const;
    void changed(int index) { Q_EMIT dataChanged(this->index(index), this->index(index)); }

    QList<MessageRow> m_rows;
    int m_unsent = 0; // of them, at the end: pending and failed
    const int m_capacity;
    quint64 m_nextKey = 1;
    qint64 m_lastSeq = 0; // of the room's present epoch
    QString m_ownName;
};

} // namespace pushlab::widgets
