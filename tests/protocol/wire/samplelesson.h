// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/session.h"

#include <QRandomGenerator>

namespace pushlab::tests {

//! The traffic of thirty members, ten by each of the tutorials' techniques, with one message a second: second by second, as a host
//! records it of browsers. What differs from message to message in a class differs here, too.
class SampleLesson final
{
public:
    SampleLesson();

    //! What happens in the next second: its traffic in five moments, members and figures with the first of them.
    [[nodiscard]] QList<wire::SessionMoment> nextSecond();
    [[nodiscard]] qint64 recordCount() const { return qint64(m_number); }
    [[nodiscard]] qint64 byteCount() const { return m_bytes; } //!< of the records

private:
    static constexpr int members = 30;

    struct Member
    {
        QString name;
        QByteArray key;
        QByteArray fields; // of each of its requests
        qint64 sent[2] = {0, 0};
        quint64 request = 0;
    };

    [[nodiscard]] QByteArray randomText(qsizetype size);
    void add(int member, qint64 at, wire::Direction direction, wire::RecordKind kind, const QByteArray &bytes);
    void ask(int member, qint64 at, const QByteArray &target);
    void answer(int member, qint64 at, const QByteArray &body);
    void send(int member, qint64 at);
    [[nodiscard]] QByteArray membersJson();

    QRandomGenerator m_random{1};
    QList<Member> m_members;
    QList<wire::TrafficConnection> m_connections;
    QList<wire::TrafficRecord> m_records;
    QByteArray m_message; // the last one, as JSON
    QByteArray m_missed[members]; // by those who poll
    quint64 m_number = 0;
    qint64 m_bytes = 0;
    qint64 m_second = 0;
};

} // namespace pushlab::tests
