// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

namespace pushlab::tests {

//! Records as a host's recorder makes them, without a host: numbered, 10 ms apart unless told otherwise.
class TrafficSample
{
public:
    using Technique = protocol::Technique;

    //! Each returns the record's number. Names of members are also their keys.
    quint64 request(Technique technique, const QString &member, const QByteArray &head, const QByteArray &body = {});
    quint64 answer(quint64 request, const QByteArray &head, const QByteArray &body = {}, qint64 message = 0);
    quint64 frame(const QString &member, wire::Direction direction, const QByteArray &payload, qint64 message = 0);

    //! A poll and its answer, which carries \a message unless it is 0.
    void poll(Technique technique, const QString &member, qint64 message = 0);
    //! The two of RFC 6455 1.3; returns the number of the request.
    quint64 handshake(const QString &member);

    void pass(qint64 microseconds) { now += microseconds; }
    [[nodiscard]] wire::TrafficRecord &at(quint64 number) { return excerpt.records[qsizetype(number) - 1]; }
    //! What has been added since the last of these.
    [[nodiscard]] wire::TrafficExcerpt take();

    wire::TrafficExcerpt excerpt; //!< all of it
    qint64 now = 1'700'000'000'000'000; //!< µs since 1970

private:
    quint64 add(wire::TrafficRecord record);

    qsizetype m_taken = 0;
};

} // namespace pushlab::tests
