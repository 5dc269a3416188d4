// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/themeoption.h"

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

std::optional<Theme> themeNamed(const QString &name)
{
    for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark}) {
        if (name == themeName(theme))
            return theme;
    }
    return std::nullopt;
}

QString themeName(Theme theme)
{
    switch (theme) {
    case Theme::System:
        return u"system"_s;
    case Theme::Light:
        return u"light"_s;
    case Theme::Dark:
        return u"dark"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Theme> themeOption(const QStringList &arguments)
{
    std::optional<Theme> theme;
    for (qsizetype i = 1; i < arguments.size() && arguments.at(i) != "--"_L1; ++i) {
        if (arguments.at(i).startsWith("--theme="_L1))
            theme = themeNamed(arguments.at(i).sliced(8));
        else if (arguments.at(i) == "--theme"_L1 && i + 1 < arguments.size())
            theme = themeNamed(arguments.at(++i));
    }
    return theme;
}

} // namespace pushlab::app
