// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

//! `--theme`: the colours of the windows.
namespace pushlab::app {

enum class Theme : quint8 { System, Light, Dark };

[[nodiscard]] std::optional<Theme> themeNamed(const QString &name); //!< "system", "light", "dark"
[[nodiscard]] QString themeName(Theme theme);

//! The last valid `--theme` in \a arguments; nullopt: there is none.
[[nodiscard]] std::optional<Theme> themeOption(const QStringList &arguments);

} // namespace pushlab::app
