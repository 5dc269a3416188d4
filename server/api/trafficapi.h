// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/protocol/wire/trafficrecord.h"
#include "server/push/context.h"

#include <functional>

namespace pushlab::api {

//! `GET /api/rooms/ROOM/traffic`: a member's own bytes as they passed the host, for who knows its id; all of a room's for the
//! teacher. Owned by the server, in its thread.
class TrafficApi final
{
    Q_DISABLE_COPY_MOVE(TrafficApi)

public:
    //! Who has what was recorded after a record's number.
    struct Records
    {
        std::function<wire::TrafficExcerpt(const QString &room, const QByteArray &member, quint64 number)> ofMember;
        std::function<wire::TrafficExcerpt(const QString &room, quint64 number)> ofRoom;
    };

    TrafficApi(const push::Context &context, Records records) : m_context(context), m_records(std::move(records)) {}

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] http::Response answer(const http::Call &call) const;

    push::Context m_context;
    const Records m_records;
};

} // namespace pushlab::api
