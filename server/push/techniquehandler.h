// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"

#include <QString>

namespace pushlab::io {
class LinkConditioner;
}

namespace pushlab::push {

//! The server's side of one technique, as the server drives it: what all of them are asked for alike. Lives as long as the
//! server, in its thread.
class TechniqueHandler
{
public:
    TechniqueHandler() = default;
    virtual ~TechniqueHandler() = default;
    Q_DISABLE_COPY_MOVE(TechniqueHandler)

    //! The routes that are the technique's own, the tutorials' included.
    virtual void addRoutes(http::Router &) {}

    //! Brings the ledger, and what each member has cost, up to the last byte that has passed.
    virtual void record() {}
    //! The same for TCP segments: a question to the kernel for every connection.
    virtual void recordSegments() {}

    //! Hands the open connections that are no longer the HTTP server's to the \a conditioner.
    virtual void passSockets(io::LinkConditioner & /*conditioner*/) const {}

    //! Ends what is open to members, though not to the teacher, and says why, in English: they may come back.
    virtual void closeMembers(const QString & /*reason*/) {}

    //! The host is stopping: ends all that is open, which may take until isStopped().
    virtual void stop() {}
    [[nodiscard]] virtual bool isStopped() const { return true; }
};

} // namespace pushlab::push
