// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/outputsink.h"
#include "server/protocol/wire/tcpconversation.h"
#include "server/protocol/wire/trafficrecord.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <set>
#include <utility>
#include <vector>

class QIODevice;

namespace pushlab::wire {

//! Writes recorded traffic as a pcapng file that Wireshark reads: the recorded bytes, with the TCP/IP around them that can have
//! carried them. Handshakes, segments and acknowledgements are made here; what TLS hid is plain. Bytes that were not kept are
//! missing there, too: a connection whose beginning was dropped begins at its offset, a record that was cut is a packet that was
//! captured in part. Masks nothing. A plain class; writes as it is told to, so that a file can grow for hours in bounded memory.
class PcapngWriter final
{
    Q_DISABLE_COPY_MOVE(PcapngWriter)

public:
    //! Writes the beginning of the file to \a out, which must be open, a file Unbuffered, hold nothing yet and outlive this.
    //! \a application is written as the program's name.
    PcapngWriter(QIODevice &out, const QByteArray &application);
    ~PcapngWriter();

    //! Writes the records but for those that were written before. A connection that is closed ends behind its last record; it must
    //! have none in a later excerpt. False: nothing more is written, see error(); the file ends with its last whole block.
    [[nodiscard]] bool write(const TrafficExcerpt &excerpt);
    //! Ends a connection that has no more records.
    [[nodiscard]] bool close(const TrafficConnection &connection);
    //! Writes the last acknowledgements. Connections that are open stay so.
    [[nodiscard]] bool finish();

    [[nodiscard]] QString error() const { return m_sink.error(); } //!< what the device says; empty while there is none
    [[nodiscard]] qint64 size() const { return m_sink.size(); } //!< bytes written

private:
    TcpConversation &conversationOf(const TrafficConnection &connection);
    void writeRecord(const TrafficConnection &connection, const TrafficRecord &record);
    void end(const TrafficConnection &connection);
    void acknowledgeUntil(qint64 at);
    void noteDue(quint64 connection, TcpConversation &conversation);
    void take(TcpConversation &conversation, const QByteArray &comment = {});
    bool flush(qsizetype least = 0);

    struct Waiting
    {
        TcpConversation::TimedPacket packet;
        QByteArray comment;
    };

    OutputSink m_sink;
    std::vector<Waiting> m_waiting; // packets that are not written yet
    qsizetype m_waitingSize = 0; // bytes of theirs
    std::map<quint64, TcpConversation> m_conversations; // by the connection's number
    std::set<std::pair<qint64, quint64>> m_due; // when a connection's data are to be acknowledged
    quint64 m_last = 0; // number of the last record
};

} // namespace pushlab::wire
