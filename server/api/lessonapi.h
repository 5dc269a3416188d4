// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/http/router.h"

#include <QJsonObject>
#include <QString>

#include <functional>

namespace pushlab::api {

inline constexpr QByteArrayView lessonPath = "/api/class/lesson"; //!< the lesson that the teacher plays

//! `/api/class/lesson`: says where the lesson is, and takes the teacher's orders to the one who plays it, who is outside of the
//! server. Owned by the server, in its thread.
class LessonApi final
{
    Q_DISABLE_COPY_MOVE(LessonApi)

public:
    //! Takes an order to the player: "start" with a lesson's id, "next", "back" or "stop".
    using Order = std::function<void(const QString &action, const QString &lesson)>;

    LessonApi(const base::Clock &clock, Order order) : m_clock(clock), m_order(std::move(order)) {}

    void addRoutes(http::Router &router);
    //! What the player says of itself; see app::LessonPlayer.
    void setState(const QJsonObject &state) { m_state = state; }
    [[nodiscard]] QJsonObject lesson() const { return m_state[QStringLiteral("lesson")].toObject(); } //!< empty: none is played

private:
    void take(const http::Call &call, http::Responder responder) const;
    [[nodiscard]] http::Response state() const;

    const base::Clock &m_clock;
    Order m_order;
    QJsonObject m_state;
};

} // namespace pushlab::api
