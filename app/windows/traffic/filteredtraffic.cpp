// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/filteredtraffic.h"

#include "app/windows/traffic/trafficmodel.h"

namespace pushlab::app {

FilteredTraffic::FilteredTraffic(TrafficModel &model, QObject *parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(&model);
}

void FilteredTraffic::setFilter(const TrafficFilter &filter)
{
    m_filter = filter;
    invalidateFilter();
}

bool FilteredTraffic::filterAcceptsRow(int row, const QModelIndex &) const
{
    return m_filter.matches(m_model.record(row));
}

} // namespace pushlab::app
