// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/push/context.h"

#include <functional>

namespace pushlab::api {

//! `/api/class/…`: lets the teacher lead the class as a whole. `settings` are read and changed, `mark` puts a named line into
//! charts and logs, `clear` restarts all logs. Owned by the server, in its thread.
class ClassApi final
{
    Q_DISABLE_COPY_MOVE(ClassApi)

public:
    //! Who does what is asked for.
    struct Orders
    {
        std::function<void(const protocol::ClassSettings &)> apply; //!< puts settings that are within their bounds into force
        std::function<void(const QString &name)> mark;
        std::function<void()> clear;
    };

    ClassApi(push::Context &context, Orders orders) : m_context(context), m_orders(std::move(orders)) {}

    void addRoutes(http::Router &router);

private:
    void change(const http::Call &call, http::Responder responder);
    void mark(const http::Call &call, http::Responder responder);
    [[nodiscard]] http::Response settings() const;

    push::Context &m_context;
    Orders m_orders;
};

} // namespace pushlab::api
