// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace pushlab::app {

class ResultsView;

//! What \a view shows, its sentence, its table and its charts, as one PNG, twice the screen's resolution.
[[nodiscard]] QByteArray runPicture(ResultsView &view);

} // namespace pushlab::app
