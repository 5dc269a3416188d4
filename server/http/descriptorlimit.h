// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::http {

//! Raises this process's limit of open descriptors as far as it may, and says how many connections it leaves room for.
//! Any thread.
[[nodiscard]] int connectionsWithinDescriptorLimit();

} // namespace pushlab::http
