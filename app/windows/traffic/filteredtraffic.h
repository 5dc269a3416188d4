// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/traffic/trafficfilter.h"

#include <QSortFilterProxyModel>

namespace pushlab::app {

class TrafficModel;

//! The rows of a TrafficModel that a filter lets through, in their order.
class FilteredTraffic final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilteredTraffic)

public:
    //! Borrows the \a model.
    explicit FilteredTraffic(TrafficModel &model, QObject *parent = nullptr);

    void setFilter(const TrafficFilter &filter);
    [[nodiscard]] const TrafficFilter &filter() const { return m_filter; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    TrafficModel &m_model;
    TrafficFilter m_filter;
};

} // namespace pushlab::app
