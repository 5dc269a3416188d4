// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QTabWidget;

namespace pushlab::app {

class Classroom;
class LadderPage;
class TrafficPage;

//! The tabs "Traffic" and "Ladder" of the host's window. Once one of them is looked at, the class is recorded, until the teacher
//! ends it.
class TrafficTabs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrafficTabs)

public:
    //! Adds itself to \a tabs, by which it is owned, and follows \a classroom.
    TrafficTabs(Classroom &classroom, QTabWidget &tabs);

    [[nodiscard]] bool areInFront() const; //!< one of the two is looked at
    void showMessage(const QString &room, qint64 message); //!< on the wire
    void retranslate();
    void saveState() const;

Q_SIGNALS:
    void messageWanted(const QString &room, qint64 message); //!< is to be shown in the chat

private:
    void record(bool isOn);
    void recordWhenSeen();
    void fitPages();

    Classroom &m_class;
    QTabWidget &m_tabs;
    TrafficPage *m_traffic;
    LadderPage *m_ladder;
    bool m_wasSeen = false;
};

} // namespace pushlab::app
