// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/traffictabs.h"

#include "app/classroom/classroom.h"
#include "app/windows/traffic/ladderpage.h"
#include "app/windows/traffic/trafficpage.h"

#include <QTabWidget>

#include <initializer_list>
#include <utility>

namespace pushlab::app {

TrafficTabs::TrafficTabs(Classroom &classroom, QTabWidget &tabs)
    : QObject(&tabs), m_class(classroom), m_tabs(tabs), m_traffic(new TrafficPage(&tabs)), m_ladder(new LadderPage(&tabs))
{
    tabs.addTab(m_traffic, QString());
    tabs.addTab(m_ladder, QString());
    connect(&classroom, &Classroom::trafficRecorded, m_traffic, &TrafficPage::append);
    connect(&classroom, &Classroom::trafficRecorded, &m_ladder->view(), &LadderView::append);
    connect(&classroom, &Classroom::started, this, [this] {
        m_traffic->restart();
        m_ladder->view().clear();
    });
    connect(m_traffic, &TrafficPage::recordingWanted, this, &TrafficTabs::record);
    connect(m_traffic, &TrafficPage::messageWanted, this, &TrafficTabs::messageWanted);
    connect(&tabs, &QTabWidget::currentChanged, this, &TrafficTabs::recordWhenSeen);
    fitPages();
    retranslate();
}

bool TrafficTabs::areInFront() const
{
    return m_tabs.currentWidget() == m_traffic || m_tabs.currentWidget() == m_ladder;
}

void TrafficTabs::recordWhenSeen()
{
    fitPages();
    if (areInFront() && !std::exchange(m_wasSeen, true))
        record(true);
}

//! A page that is not seen does not widen the window.
void TrafficTabs::fitPages()
{
    for (QWidget *const page : std::initializer_list<QWidget *>{m_traffic, m_ladder}) {
        const auto policy = page == m_tabs.currentWidget() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        page->setSizePolicy(policy, policy);
    }
}

void TrafficTabs::record(bool isOn)
{
    m_class.recordTraffic(isOn);
    m_traffic->setRecording(isOn);
}

void TrafficTabs::showMessage(const QString &room, qint64 message)
{
    m_tabs.setCurrentWidget(m_traffic);
    m_traffic->showMessage(room, message);
}

void TrafficTabs::retranslate()
{
    m_tabs.setTabText(m_tabs.indexOf(m_traffic), tr("Traffic"));
    m_tabs.setTabText(m_tabs.indexOf(m_ladder), tr("Ladder"));
}

void TrafficTabs::saveState() const
{
    m_traffic->saveState();
}

} // namespace pushlab::app
