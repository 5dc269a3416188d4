// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::session {

//! A hole that cannot be filled: the room began anew, or its log no longer reaches back to the cursor.
struct Gap
{
    enum class Kind : quint8 { NewEpoch, Trimmed };
    Kind kind = Kind::NewEpoch;
    qint64 missed = 0; //!< messages known to be missing; 0 when unknown (NewEpoch)
    bool isCleared = false; //!< NewEpoch: the teacher has cleared the room

    friend bool operator==(const Gap &, const Gap &) = default;
};

} // namespace pushlab::session
