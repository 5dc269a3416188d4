// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

//! Messages between the host and the server's thread about recorded traffic.
namespace pushlab::server {

struct RecordTraffic
{
    bool isOn = false;
};
struct ReadTraffic //!< TrafficNews follows once there is something new
{
};
struct TrafficNews
{
    wire::TrafficExcerpt excerpt;
};

} // namespace pushlab::server
