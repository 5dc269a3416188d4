// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/protocol/invitation.h"
#include "server/push/context.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>

namespace pushlab::api {

//! `/api/class/projector`: all that the projector's page shows, for whoever has the teacher's key. Its requests count with no
//! technique, and whoever asks becomes no member. Owned by the server; server's thread.
class ProjectorApi final
{
    Q_DISABLE_COPY_MOVE(ProjectorApi)

public:
    struct Sources
    {
        std::function<void()> bringUpToDate; //!< the ledger
        std::function<QByteArray()> marks; //!< a JSON array
        std::function<QJsonObject()> lesson; //!< that is played, as LessonApi::lesson()
    };

    ProjectorApi(const push::Context &context, Sources sources) : m_context(context), m_sources(std::move(sources)) {}

    void addRoutes(http::Router &router);

    void setInvitation(const protocol::Invitation &invitation) { m_invitation = invitation; }

private:
    [[nodiscard]] QByteArray answer() const;
    void appendInvitation(QByteArray &json) const;
    void appendDelays(QByteArray &json) const;
    void appendPeople(QByteArray &json) const;
    void appendOccasions(QByteArray &json) const;

    push::Context m_context;
    Sources m_sources;
    protocol::Invitation m_invitation;
};

} // namespace pushlab::api
