// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>

namespace pushlab::app {

//! The projector's colours: black on white, whatever the system's are, so that the last row can read them in a bright room.
[[nodiscard]] QPalette projectorPalette();
//! The same for captions, which are greyer; their contrast is 7 at least, too.
[[nodiscard]] QPalette projectorCaptions();

} // namespace pushlab::app
