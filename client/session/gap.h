// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::session {

//! Messages that cannot be received any more: the room's log was restarted, or has trimmed them.
struct Gap
{
    enum class Kind : quint8 { NewEpoch, Trimmed };
    Kind kind = Kind::NewEpoch;
    qint64 missed = 0; //!< number of missing messages; 0 when unknown (NewEpoch)
    bool isCleared = false; //!< NewEpoch: the teacher has cleared the room

    friend bool operator==(const Gap &, const Gap &) = default;
};

} // namespace pushlab::session
