// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/note.h"
#include "client/compare/result/runoptions.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace pushlab::app {

class HostChoice;
class VariantBoxes;

//! The form with all options of a run.
class RunForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunForm)

public:
    explicit RunForm(QWidget *parent = nullptr);

    //! The options, all in range; without variants when problem() says so. If no seed is given, each call generates one.
    [[nodiscard]] compare::RunOptions options() const;
    void setOptions(const compare::RunOptions &options);
    [[nodiscard]] QList<compare::Note> notes() const { return m_notes; } //!< on the preset
    [[nodiscard]] QString problem() const; //!< why no run can be started; empty when one can
    [[nodiscard]] HostChoice &host() const { return *m_host; }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeFields();
    void addGroup(const QList<QWidget *> &fields);
    void addRow(QWidget *field);
    void follow();
    void onEdited();
    void choosePreset();
    void showNotes();
    void retranslate();
    void retranslateChoices();

    QFormLayout *m_layout;
    QList<QLabel *> m_captions; // in the order of the rows
    QList<QLabel *> m_headings; // of the groups
    // What matters first, and so the keys go through them.
    VariantBoxes *m_variants;
    QComboBox *m_preset;
    QLabel *m_presetNotes;
    QSpinBox *m_clients;
    QDoubleSpinBox *m_rate;
    QSpinBox *m_size;
    QComboBox *m_arrivals;
    QDoubleSpinBox *m_pollInterval; // in s, as is the next one
    QDoubleSpinBox *m_hold;
    QCheckBox *m_newConnections;
    QDoubleSpinBox *m_duration; // in s, as is the next one
    QDoubleSpinBox *m_warmUp;
    QSpinBox *m_repeats;
    QComboBox *m_order;
    QLineEdit *m_seed;
    HostChoice *m_host;
    QSpinBox *m_delay; // in ms, as is the next one
    QSpinBox *m_jitter;
    QSpinBox *m_bandwidth; // in kbit/s; 0: no limit
    QList<compare::Note> m_notes;
    bool m_isFilling = false;
};

} // namespace pushlab::app
