// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classsettings.h"

#include <QToolBar>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QMenu;
class QSpinBox;
class QToolButton;

namespace pushlab::app {

//! The host's controls: start and stop, room, class technique, pace, language.
class HostToolBar final : public QToolBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostToolBar)

public:
    HostToolBar(const QString &room, const protocol::ClassSettings &settings, QWidget *parent = nullptr);

    //! Busy: starting; then nothing can be pressed.
    enum class State : quint8 { Stopped, Busy, Running };
    void setState(State state);

    //! What can be done with the class besides; owned elsewhere.
    void setClassMenu(QMenu *menu);

    //! Shows what is in force.
    void setSettings(const protocol::ClassSettings &settings);
    void setLocked(bool isLocked);

    [[nodiscard]] QString room() const; //!< as typed

Q_SIGNALS:
    void startWanted();
    void stopWanted();
    void settingsChosen(const pushlab::protocol::ClassSettings &settings);
    void networkWanted(); //!< the dialog of the network conditions
    void generatorWanted(); //!< the dialog of the message generator
    void lockWanted(bool isWanted);
    void markWanted(); //!< also by Ctrl+M anywhere in the window

protected:
    void changeEvent(QEvent *event) override;

private:
    void addField(QLabel *caption, QWidget *field);
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
    QLabel *m_roomCaption;
    QLineEdit *m_room;
    QLabel *m_techniqueCaption;
    QComboBox *m_technique;
    QMenu *const m_offer;
    QLabel *m_pollCaption;
    QDoubleSpinBox *m_poll;
    QLabel *m_holdCaption;
    QSpinBox *m_hold;
    QToolButton *m_network;
    QToolButton *m_generator;
    QToolButton *m_lock;
    QToolButton *m_freeze;
    QToolButton *m_mark;
};

} // namespace pushlab::app
