// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/host/figurehistory.h"
#include "server/host.h"

#include <QString>

#include <optional>

namespace pushlab::widgets {
class MessageModel;
}

namespace pushlab::app {

//! What the projector shows, at one moment. Refers to what others own; valid while it is handed on.
struct ProjectorContent
{
    const protocol::Invitation &invitation;
    const server::HostSnapshot &snapshot;
    const std::optional<WindowFigures> &figures; //!< of the window of time that the host window shows
    const widgets::MessageModel *messages = nullptr; //!< the chat, as the teacher's window has it
};

} // namespace pushlab::app
