// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"

#include <QString>

#include <functional>

namespace pushlab::io {
class CountingSocket;
class LinkConditioner;
}

namespace pushlab::protocol {
class FrameDecoder;
}

namespace pushlab::push {

//! The server's side of one technique, through the operations that the server needs of every technique. Lives as long as the
//! server, in its thread.
class TechniqueHandler
{
public:
    TechniqueHandler() = default;
    virtual ~TechniqueHandler() = default;
    Q_DISABLE_COPY_MOVE(TechniqueHandler)

    //! Adds the routes of the technique, the tutorials' included.
    virtual void addRoutes(http::Router &) {}

    //! Updates the ledger and the members' usage to the last byte that has passed the sockets.
    virtual void record() {}
    //! Updates their TCP segments: asks the kernel about every connection.
    virtual void recordSegments() {}

    //! Passes the open connections that the HTTP server has handed over to the \a conditioner.
    virtual void passSockets(io::LinkConditioner & /*conditioner*/) const {}

    //! An open connection that the HTTP server has handed over.
    struct OpenSocket
    {
        io::CountingSocket &socket;
        quint8 account = 0; //!< as http::CostCenter has it
        quint32 member = 0;
        const protocol::FrameDecoder &arrived; //!< where the frames stand that have arrived
    };
    //! Shows those that are open now.
    virtual void showSockets(const std::function<void(const OpenSocket &)> & /*viewer*/) const {}

    //! Ends the open connections of members, though not of the teacher; \a reason, in English, is sent to them. They may connect
    //! again.
    virtual void closeMembers(const QString & /*reason*/) {}

    //! A message was withdrawn: forgets what it has encoded.
    virtual void forgetEncoded() {}

    //! Ends everything that is open, because the host stops; completed when isStopped().
    virtual void stop() {}
    [[nodiscard]] virtual bool isStopped() const { return true; }
};

} // namespace pushlab::push
