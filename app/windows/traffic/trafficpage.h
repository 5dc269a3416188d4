// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QSplitter;
class QToolButton;

namespace pushlab::app {

class FilteredTraffic;
class RecordInspector;
class TrafficExport;
class TrafficFilterBar;
class TrafficList;
class TrafficModel;

//! The tab "Traffic": every byte that the host sent and received, as rows, and one of them taken apart.
class TrafficPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrafficPage)

public:
    explicit TrafficPage(QWidget *parent = nullptr);

    void append(const wire::TrafficExcerpt &excerpt);
    void restart(); //!< for another host
    void setRecording(bool isRecording); //!< whether the host is told to

    //! Chooses the first row that carries \a message of \a room to a member, and shows its X-ray. Says so when there is none.
    void showMessage(const QString &room, qint64 message);

    [[nodiscard]] const TrafficModel &model() const { return *m_model; }
    void saveState() const;

Q_SIGNALS:
    void recordingWanted(bool isWanted);
    void messageWanted(const QString &room, qint64 message); //!< is to be shown in the chat

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void followParts();
    void showState();
    void showChosen();
    [[nodiscard]] wire::TrafficExcerpt shownRows() const;
    void choose(quint64 number);
    void openBytes(quint64 number, qsizetype offset, qsizetype size);
    void retranslate();

    TrafficModel *m_model;
    FilteredTraffic *m_rows;
    // In the order of the Tab key.
    TrafficFilterBar *m_filter;
    QToolButton *m_record;
    QToolButton *m_follow;
    QToolButton *m_pause;
    QToolButton *m_clear;
    TrafficExport *m_export;
    QCheckBox *m_secrets;
    QLabel *m_state;
    QSplitter *m_splitter;
    TrafficList *m_list;
    RecordInspector *m_inspector;
    QString m_notice; // instead of the state, until something is chosen
};

} // namespace pushlab::app
