// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <memory>

namespace pushlab::app {

class Classroom;
class HostToolBar;
class HostWindow;
class JoinPanel;
class LessonPlayer;
class OverviewPage;
class ProjectorWindow;
class TeacherChat;

//! The projector of a host window, and what it is fed with. A child of the window, to be made when the parts of that are
//! connected: it borrows them and shows what they have taken.
class HostProjector final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostProjector)

public:
    struct Parts
    {
        Classroom &classroom;
        const LessonPlayer &lessons;
        HostToolBar &toolBar;
        const JoinPanel &join;
        const OverviewPage &overview;
        const TeacherChat &chat;
    };

    HostProjector(const Parts &parts, HostWindow &window);
    ~HostProjector() override;

    [[nodiscard]] ProjectorWindow &window() const { return *m_window; }

private:
    void refresh();

    Parts m_parts;
    std::unique_ptr<ProjectorWindow> m_window; // no child of the host window: it would lie above it always
};

} // namespace pushlab::app
