// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/frame.h"
#include "server/protocol/wire/trafficrecord.h"

#include <QHash>

namespace pushlab::tests {

//! Makes recorded traffic as a host records it: numbers and offsets follow from what is added, in the order of time.
class TrafficSample final
{
public:
    static constexpr qint64 start = 1'790'000'000'000'000; //!< µs since 1970

    //! Opens a connection at \a at, µs after start, as the following functions count.
    quint64 connect(qint64 at, const QString &peer = QStringLiteral("192.0.2.7"), const QString &host = QStringLiteral("192.0.2.1"));
    void close(quint64 connection, qint64 at);
    //! What follows is of this member.
    void setMember(const QString &name, const QByteArray &key, std::optional<protocol::Technique> technique);
    //! Bytes of a direction that passed without being recorded.
    void skip(quint64 connection, wire::Direction direction, qint64 bytes);

    wire::TrafficRecord &request(quint64 connection, qint64 at, const QByteArray &bytes);
    wire::TrafficRecord &answer(quint64 connection, qint64 at, const QByteArray &bytes);
    wire::TrafficRecord &event(quint64 connection, qint64 at, const QByteArray &bytes);
    //! Masked when it goes to the host.
    wire::TrafficRecord &frame(quint64 connection, qint64 at, wire::Direction direction, const QByteArray &payload,
                               protocol::Opcode opcode = protocol::Opcode::Text);

    [[nodiscard]] const wire::TrafficExcerpt &excerpt() const { return m_excerpt; }

    //! A poll, a long poll, a WebSocket and an event stream, each with messages, on a connection of its own that is closed.
    [[nodiscard]] static TrafficSample ofEachTechnique();

private:
    wire::TrafficRecord &add(quint64 connection, qint64 at, wire::Direction direction, wire::RecordKind kind,
                             const QByteArray &bytes);

    struct Connection
    {
        qint64 sent[2] = {0, 0}; // by direction
        quint64 request = 0;
        qint64 requestEnd = 0;
    };

    wire::TrafficExcerpt m_excerpt{.connections = {}, .records = {}, .since = start};
    QHash<quint64, Connection> m_connections;
    QString m_member;
    QByteArray m_key;
    std::optional<protocol::Technique> m_technique;
};

//! An answer with its length.
[[nodiscard]] QByteArray answerOf(const QByteArray &status, const QByteArray &type, const QByteArray &body);

//! One chunk (RFC 9112 7.1).
[[nodiscard]] QByteArray chunkOf(const QByteArray &data);

//! A frame as a client sends it.
[[nodiscard]] QByteArray maskedFrame(protocol::Opcode opcode, const QByteArray &payload, const QByteArray &key);

} // namespace pushlab::tests
