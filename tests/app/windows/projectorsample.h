// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/projector/projectorcontent.h"
#include "app/windows/projector/projectorwindow.h"
#include "client/widgets/messagemodel.h"

namespace pushlab::tests {

//! A class in the middle of its lesson, without a host: what a projector is fed with.
struct ProjectorSample
{
    ProjectorSample();

    void feed(app::ProjectorWindow &window) const { window.take({invitation, snapshot, figures, &messages}); }
    void pass(int seconds = 1); //!< everybody polls, and messages arrive
    void join(const QString &name);
    void leave(const QString &name);
    void say(const QString &from, const QString &text);

    protocol::Invitation invitation;
    server::HostSnapshot snapshot;
    std::optional<app::WindowFigures> figures;
    widgets::MessageModel messages;
    qint64 said = 0;
};

} // namespace pushlab::tests
