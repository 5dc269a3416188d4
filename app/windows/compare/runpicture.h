// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace pushlab::app {

class ResultsView;

//! The content of \a view (sentence, table and charts) as one PNG, with twice the screen's resolution.
[[nodiscard]] QByteArray runPicture(ResultsView &view);

} // namespace pushlab::app
