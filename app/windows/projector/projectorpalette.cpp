// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/projectorpalette.h"

namespace pushlab::app {

namespace {

constexpr QRgb ink = 0xff1b2430;
constexpr QRgb captionInk = 0xff454f5b;

} // namespace

QPalette projectorPalette()
{
    QPalette palette;
    const QPalette light(QColor(0xe6, 0xe9, 0xed), Qt::white);
    for (int i = 0; i < QPalette::NColorRoles; ++i) { // all of them, so that none is the system's
        const auto role = QPalette::ColorRole(i);
        if (role != QPalette::NoRole)
            palette.setColor(role, light.color(QPalette::Active, role));
    }
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, QColor(ink));
    for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base})
        palette.setColor(role, Qt::white);
    return palette;
}

QPalette projectorCaptions()
{
    QPalette palette = projectorPalette();
    palette.setColor(QPalette::WindowText, QColor(captionInk));
    return palette;
}

} // namespace pushlab::app
