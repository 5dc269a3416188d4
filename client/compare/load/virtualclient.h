// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/loadsocket.h"
#include "client/compare/load/metrics.h"
#include "client/compare/load/target.h"
#include "client/compare/result/runoptions.h"
#include "server/protocol/wire/recording.h"

#include <functional>

namespace pushlab::compare {

//! What all virtual clients of a variant share; must outlive them.
struct ClientContext
{
    Target target;
    RunOptions options;
    Metrics metrics;
};

//! A member of the room that behaves as a browser, on real connections. Owned by its round, in the load's thread.
class VirtualClient
{
    Q_DISABLE_COPY_MOVE(VirtualClient)

public:
    VirtualClient(ClientContext &context, QByteArray member) : m_context(context), m_member(std::move(member)) {}
    virtual ~VirtualClient() = default;

    //! Connects; \a done is called once, with whether that succeeded.
    virtual void prepare(std::function<void(bool)> done) = 0;
    //! Begins to ask for messages after \a phase.
    virtual void begin(std::chrono::milliseconds phase) = 0;
    //! Sends the message of this number, and reports to the tracker when the host accepts it.
    virtual void send(int number) = 0;
    //! Ends everything; nothing is called back afterwards.
    virtual void stop() = 0;

    [[nodiscard]] virtual SocketTotals totals() const = 0;
    //! Records exchanges from now on; \a recording must outlive the client.
    virtual void record(Recording &recording) = 0;

    [[nodiscard]] const LogPosition &position() const { return m_position; }

protected:
    ClientContext &m_context;
    LogPosition m_position;
    QByteArray m_member;
};

} // namespace pushlab::compare
