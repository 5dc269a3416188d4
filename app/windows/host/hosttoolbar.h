// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/host/settlingbox.h"
#include "server/protocol/classsettings.h"

#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QToolBar>

class QComboBox;
class QLabel;
class QMenu;
class QShortcut;
class QToolButton;

namespace pushlab::app {

class RoomField;

//! The host's controls: start and stop, room, class technique, pace, language.
class HostToolBar final : public QToolBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostToolBar)

public:
    HostToolBar(const QString &room, const protocol::ClassSettings &settings, QWidget *parent = nullptr);

    //! Busy: the host is starting, and nothing can be pressed.
    enum class State : quint8 { Stopped, Busy, Running };
    void setState(State state);

    //! Sets the menu of further actions for the class; owned elsewhere.
    void setClassMenu(QMenu *menu);

    //! Shows \a settings, which are in force.
    void setSettings(const protocol::ClassSettings &settings);
    void setProjectorShown(bool isShown);
    void setLocked(bool isLocked);
    void setRacing(bool isRacing); //!< a race is open: no other can be started

    [[nodiscard]] QString room() const; //!< as typed

Q_SIGNALS:
    void startWanted();
    void stopWanted();
    void settingsChosen(const pushlab::protocol::ClassSettings &settings);
    void networkWanted(); //!< opens the dialog of the slow network
    void generatorWanted(); //!< opens the dialog of the message generator
    void lockWanted(bool isWanted);
    void projectorWanted(bool isWanted);
    void markWanted(); //!< also by Ctrl+M anywhere in the window
    void raceWanted();

protected:
    void actionEvent(QActionEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QList<QAction *> addField(QLabel *caption, QWidget *field);
    void setUpSwitches();
    void setUpPace();
    void setUpLead();
    void showSettings();
    void showGenerator();
    void fillTechniques();
    void chooseTechnique(int index);
    void askForOffer();
    void offer(protocol::Technique technique, bool isOffered);
    void toggle();
    void showState();
    void retranslate();

    protocol::ClassSettings m_settings;
    State m_state = State::Stopped;
    QToolButton *m_startStop;
    QToolButton *m_class;
    QAction *m_classAction = nullptr;
    QList<QAction *> m_roomActions;
    QLabel *m_roomCaption;
    RoomField *m_room;
    QLabel *m_techniqueCaption;
    QComboBox *m_technique;
    QMenu *const m_offer;
    QLabel *m_pollCaption;
    SettlingBox<QDoubleSpinBox> *m_poll;
    QLabel *m_holdCaption;
    SettlingBox<QSpinBox> *m_hold;
    QToolButton *m_network;
    QToolButton *m_generator;
    QToolButton *m_lock;
    QToolButton *m_freeze;
    QToolButton *m_mark;
    QToolButton *m_race;
    QToolButton *m_projector;
    QShortcut *m_markKey;
    QShortcut *m_projectorKey;
    bool m_isRacing = false;
};

} // namespace pushlab::app
