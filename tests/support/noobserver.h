// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/trafficobserver.h"

namespace pushlab::tests {

//! An observer that ignores all traffic.
class NoObserver final : public http::TrafficObserver
{
    void onExchange(const http::Exchange &) override {}
    void onUnsent(http::CostCenter, const http::Amount &) override {}
    void onSegments(http::CostCenter, const base::TcpTraffic &) override {}
};

} // namespace pushlab::tests
