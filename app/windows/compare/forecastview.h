// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runoptions.h"

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace pushlab::app {

//! What theory expects of a run before it is made, and its duration.
class ForecastView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ForecastView)

public:
    explicit ForecastView(QWidget *parent = nullptr);

    void setOptions(const compare::RunOptions &options);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showForecast();

    QLabel *m_title;
    QGridLayout *m_grid;
    QList<QLabel *> m_labels; // row by row
    compare::RunOptions m_options;
};

} // namespace pushlab::app
