// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/push/context.h"

#include <functional>

namespace pushlab::api {

//! `/api/class/settings`: lets the teacher read and change the class settings. Owned by the server, in its thread.
class ClassApi final
{
    Q_DISABLE_COPY_MOVE(ClassApi)

public:
    using Apply = std::function<void(const protocol::ClassSettings &)>;

    //! \a apply puts the given settings, which are within their bounds, into force.
    ClassApi(push::Context &context, Apply apply) : m_context(context), m_apply(std::move(apply)) {}

    void addRoutes(http::Router &router);

private:
    void change(const http::Call &call, http::Responder responder);
    [[nodiscard]] http::Response settings() const;

    push::Context &m_context;
    Apply m_apply;
};

} // namespace pushlab::api
