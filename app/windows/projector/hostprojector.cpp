// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/hostprojector.h"

#include "app/classroom/classroom.h"
#include "app/classroom/lessonplayer.h"
#include "app/windows/host/hosttoolbar.h"
#include "app/windows/host/hostwindow.h"
#include "app/windows/host/joinpanel.h"
#include "app/windows/host/overviewpage.h"
#include "app/windows/host/teacherchat.h"
#include "app/windows/projector/projectorcontent.h"
#include "app/windows/projector/projectorwindow.h"

namespace pushlab::app {

HostProjector::HostProjector(const Parts &parts, HostWindow &window)
    : QObject(&window), m_parts(parts), m_window(std::make_unique<ProjectorWindow>())
{
    connect(&parts.toolBar, &HostToolBar::projectorWanted, this, [this, &window](bool isWanted) {
        if (isWanted)
            m_window->open(window);
        else
            m_window->close();
    });
    connect(m_window.get(), &ProjectorWindow::closed, &parts.toolBar, [this] { m_parts.toolBar.setProjectorShown(false); });
    connect(&window, &HostWindow::closed, m_window.get(), &QWidget::close);
    connect(&window, &HostWindow::figuresShown, this, &HostProjector::refresh);
    connect(&parts.classroom, &Classroom::started, m_window.get(), &ProjectorWindow::clear);
    connect(&parts.classroom, &Classroom::invitationChanged, this, &HostProjector::refresh);
    // The network that the teacher has chosen there is everybody's.
    connect(&parts.join, &JoinPanel::urlChanged, &parts.classroom, &Classroom::setAddress);
    connect(&parts.lessons, &LessonPlayer::changed, this, [this] {
        if (const Lesson *const lesson = m_parts.lessons.lesson())
            m_window->lead(lesson->steps[m_parts.lessons.step()].view);
    });
    refresh();
}

HostProjector::~HostProjector() = default;

void HostProjector::refresh()
{
    m_window->take(
        {m_parts.classroom.invitation(), m_parts.classroom.snapshot(), m_parts.overview.figures(), m_parts.chat.messages()});
}

} // namespace pushlab::app
