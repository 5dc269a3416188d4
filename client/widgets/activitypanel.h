// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace pushlab::widgets {

class StripChart;

//! The panel "What is happening": what each technique has cost this client so far, and the delay of each message of the last
//! minute. Shows one client, which is owned elsewhere and must outlive it.
class ActivityPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityPanel)

public:
    explicit ActivityPanel(session::ChatClient &client, QWidget *parent = nullptr);

    [[nodiscard]] StripChart &strip() const { return *m_strip; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeTable(QGridLayout &grid);
    void addDelays(const QList<session::Received> &messages);
    void showCounters();
    void showColumns();
    void showCells(const QStringList &cells);
    void retranslate();
    [[nodiscard]] double seconds() const { return double(m_clock.elapsed()) / 1000; }

    session::ChatClient &m_client;
    QLabel *m_title;
    QList<QLabel *> m_heads; // of the columns, one per technique
    QList<QLabel *> m_captions; // of the rows
    QList<QLabel *> m_values; // row by row
    QLabel *m_clocks;
    StripChart *m_strip;
    QElapsedTimer m_clock;
    QTimer m_time; // moves the strip chart while it is visible
};

} // namespace pushlab::widgets
