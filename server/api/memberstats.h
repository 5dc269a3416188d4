// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/shard.h"

#include <QByteArray>

namespace pushlab::api {

//! Appends `,"members":[…]`: what each member cost by each technique that it has used; at most maxListedMembers of them. With
//! the names that they gave, but without the keys by which they are told apart: a client that knows a key can send as its member.
void appendMemberStats(QByteArray &json, const room::Shard &shard);

} // namespace pushlab::api
