// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/virtualclient.h"

#include <QTimer>

namespace pushlab::compare {

//! What the virtual clients share that listen: a connection that is opened once and stays, is opened again a moment after it was
//! lost, and whose opening is counted as a handshake and kept for a recording. Its client reads what comes. Owned by that, in
//! the load's thread.
class StandingConnection final
{
    Q_DISABLE_COPY_MOVE(StandingConnection)

public:
    //! Both outlive it.
    StandingConnection(SocketUser &user, ClientContext &context);
    ~StandingConnection() = default;

    //! Connects; \a done is called once: by reportReady(), or when it is lost before.
    void prepare(std::function<void(bool)> done);
    void reportReady(); //!< the host has welcomed the client
    void stop(); //!< nothing is called back any more

    //! From onOpen().
    void sendOpening(const QByteArray &request);
    //! Bytes of the answer to that, to be kept; then that there are no more.
    void keepAnswer(QByteArrayView bytes);
    void endAnswer();
    //! From onClosed(): a failure, after which it connects again unless prepare() waits for it.
    void reportLost();

    void record(Recording &recording) { m_recording = &recording; }
    [[nodiscard]] Recording *recording() const { return m_recording; }
    [[nodiscard]] LoadSocket &socket() { return m_socket; }
    [[nodiscard]] SocketTotals totals() const { return m_socket.totals(); }

private:
    void open();

    ClientContext &m_context;
    LoadSocket m_socket;
    QTimer m_retry;
    std::function<void(bool)> m_done;
    Recording *m_recording = nullptr;
    Exchange m_opening; // as far as it is
    double m_beganAt = 0; // local ms: to connect, then to wait
};

} // namespace pushlab::compare
