// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/roominfo.h"

#include <QString>

//! What a member is told that the teacher has ordered, in the language of the window.
namespace pushlab::widgets {

//! A sentence for each thing that holds; empty when nothing does. \a isFrozen: the class.
[[nodiscard]] QString ordersText(bool isFrozen, const protocol::OwnOrders &own);

} // namespace pushlab::widgets
