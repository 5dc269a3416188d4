// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/push/context.h"

#include <functional>

namespace pushlab::api {

//! `/api/class/race`: lets the teacher start a race and see who has it when. Owned by the server, in its thread.
class RaceApi final
{
    Q_DISABLE_COPY_MOVE(RaceApi)

public:
    //! \a start begins a race; it returns false while one is open.
    RaceApi(const push::Context &context, std::function<bool()> start) : m_context(context), m_start(std::move(start)) {}

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] http::Response race() const;

    push::Context m_context;
    std::function<bool()> m_start;
};

} // namespace pushlab::api
