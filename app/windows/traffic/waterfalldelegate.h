// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace pushlab::app {

class TrafficModel;

//! Paints when a row's bytes passed, as a bar along the time of the rows in sight: pale while an answer was waited for.
class WaterfallDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WaterfallDelegate)

public:
    //! Borrows the \a model. Indices may be of proxies over it.
    explicit WaterfallDelegate(const TrafficModel &model, QObject *parent = nullptr);

    void setRange(qint64 from, qint64 to); //!< µs since 1970, of the column's edges

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const TrafficModel &m_model;
    qint64 m_from = 0;
    qint64 m_to = 1;
};

} // namespace pushlab::app
