// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

#include <QScrollArea>

class QLabel;
class QTableWidget;
class QTabWidget;

namespace pushlab::widgets {
class PhotoFinish;
}

namespace pushlab::app {

class Classroom;

//! The tab "Race": the open race while receipts come in, then the ranking, and the last race until the next. Comes to the front
//! when a race begins, whoever started it, unless a comparison is looked at. Its tab's place in the window is its own business.
class RacePage final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RacePage)

public:
    //! Adds itself to \a tabs, and follows \a classroom.
    RacePage(Classroom &classroom, QTabWidget &tabs);

    void setSnapshot(const server::HostSnapshot &snapshot);
    void clear(); //!< for a new host

protected:
    void changeEvent(QEvent *event) override;

private:
    void bringUp();
    void showRace();
    void showState();
    void fillGroups();
    void fillMembers();
    void retranslate();

    QTabWidget &m_tabs;
    QWidget *m_front; // the tab that is left when a race begins
    std::optional<protocol::Race> m_race;
    double m_now = 0; // host's time, ms since 1970
    QLabel *m_state;
    QLabel *m_verdict;
    widgets::PhotoFinish *m_picture;
    QTableWidget *m_groups;
    QTableWidget *m_members;
    QLabel *m_note;
};

} // namespace pushlab::app
