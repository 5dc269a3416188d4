// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace pushlab::app {

//! The application's icon: three marks of techniques. Needs a QGuiApplication.
[[nodiscard]] QIcon appIcon();

} // namespace pushlab::app
