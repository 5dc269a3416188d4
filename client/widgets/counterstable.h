// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clientcounters.h"
#include "server/protocol/technique.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace pushlab::widgets {

//! Requests and delays of each technique, one column each, under the technique buttons.
class CountersTable final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CountersTable)

public:
    explicit CountersTable(QWidget *parent = nullptr);

    void setCounters(protocol::Technique technique, const session::ClientCounters &counters);
    void setShown(const QList<protocol::Technique> &techniques); //!< shows the columns of \a techniques only

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Column
    {
        QLabel *requests = nullptr;
        QLabel *delay = nullptr;
        QLabel *samples = nullptr;
        session::ClientCounters counters;
    };
    void showColumn(protocol::Technique technique);
    void showAll();
    void colour();

    QList<Column> m_columns; // indexed by Technique
};

} // namespace pushlab::widgets
