// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classsettings.h"

#include <QString>

namespace pushlab::server {

//! A moment that charts show with its word: one that the teacher named, or from which something else is measured.
struct ClassMark
{
    enum class Kind : quint8 {
        Named, //!< by the teacher
        Technique, //!< set, split, or others on offer
        Network,
        Pace,
        Hold,
        Generator,
        Cleared
    };

    double at = 0; //!< host's time, ms since 1970
    Kind kind = Kind::Named;
    QString name; //!< of Named
    protocol::ClassSettings settings; //!< from then on

    friend bool operator==(const ClassMark &, const ClassMark &) = default;
};

} // namespace pushlab::server
