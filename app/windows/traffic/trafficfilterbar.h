// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/traffic/trafficfilter.h"
#include "app/windows/traffic/trafficmodel.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace pushlab::widgets {
class ProblemLabel;
}

namespace pushlab::app {

//! The fields by which rows of traffic are chosen. An invalid regular expression is said below its field, and chooses nothing out.
class TrafficFilterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrafficFilterBar)

public:
    explicit TrafficFilterBar(QWidget *parent = nullptr);

    void setMembers(const QList<TrafficModel::Member> &members);
    [[nodiscard]] TrafficFilter filter() const;
    void reset(); //!< everything is shown

Q_SIGNALS:
    void filterChanged(const pushlab::app::TrafficFilter &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void apply();
    void fill();
    void fillMembers();
    void retranslate();

    QLineEdit *m_text;
    QCheckBox *m_isExpression;
    QComboBox *m_technique;
    QComboBox *m_direction;
    QComboBox *m_member;
    QComboBox *m_kind;
    QPushButton *m_reset;
    widgets::ProblemLabel *m_problem;
    QList<TrafficModel::Member> m_members;
    QTimer m_typing; // a filter is applied when a pause is made
};

} // namespace pushlab::app
