// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/outputsink.h"
#include "server/protocol/wire/session.h"
#include "server/protocol/wire/sessiondisguise.h"

#include <QByteArray>

#include <map>

class QIODevice;

namespace pushlab::wire {

//! Writes a session as it goes, in blocks of a few seconds: a program that is killed loses the last of them. Members' keys are
//! replaced by numbers, names and secrets as the head says. A plain class; blocks as long as the device does.
class SessionWriter final
{
    Q_DISABLE_COPY_MOVE(SessionWriter)

public:
    static constexpr qint64 blockTime = 5'000'000; //!< µs
    static constexpr qsizetype blockSize = 1024 * 1024; //!< before it is packed

    //! Writes the head to \a out, which must be open, a file Unbuffered, hold nothing yet and outlive this.
    SessionWriter(QIODevice &out, const SessionHead &head);

    //! False: nothing more is written, see error(); the file ends with its last whole block and can be played up to there.
    [[nodiscard]] bool append(const SessionMoment &moment);
    //! Writes what is not written yet.
    [[nodiscard]] bool flush();
    //! Ends the file; nothing may be appended.
    [[nodiscard]] bool finish();

    [[nodiscard]] QString error() const { return m_sink.error(); } //!< what the device says; empty while there is none
    [[nodiscard]] qint64 size() const { return m_sink.size(); } //!< bytes written

private:
    void begin(qint64 at);
    void appendPiece(const SessionMoment &piece);
    void learn(const SessionMoment &piece);

    OutputSink m_sink;
    SessionDisguise m_disguise;
    SessionState m_state; // but for connections
    std::map<quint64, TrafficConnection> m_open; // by number
    QByteArray m_content; // of the present block
    qint64 m_begin = 0; // of the present block; 0: none
    qint64 m_end = 0;
};

} // namespace pushlab::wire
