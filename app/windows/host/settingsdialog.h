// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classsettings.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QPushButton;

namespace pushlab::app {

//! A form for some of the class settings, with a note below it and a button that turns off what the form sets. What is chosen
//! holds at once.
class SettingsDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

Q_SIGNALS:
    void settingsChosen(const pushlab::protocol::ClassSettings &settings);

protected:
    explicit SettingsDialog(QWidget *parent);

    //! Adds \a field below the others. Its caption comes from nameField(); an empty one where the field has its own text.
    void addField(QWidget *field);
    void addUnnamedField(QWidget *field);
    void nameField(QWidget *field, const QString &caption);
    void setNote(const QString &text);
    void setOn(bool isOn); //!< whether there is something to turn off

    virtual void turnOff() = 0;
    virtual void retranslate() = 0; //!< in the language of now; the constructors of subclasses call it, too

    void changeEvent(QEvent *event) override;

    protocol::ClassSettings m_settings; //!< in force

private:
    void nameButtons();

    QFormLayout *m_form;
    QLabel *m_note;
    QPushButton *m_off;
    QPushButton *m_close;
};

} // namespace pushlab::app
