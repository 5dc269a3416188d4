// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"

#include <QColor>
#include <QIcon>
#include <QPen>
#include <QString>

class QPainter;
class QPalette;
class QRectF;

//! How a technique looks and is called, everywhere: told apart by colour (Okabe and Ito's), by shape and by line.
namespace pushlab::widgets {

//! "Short polling", "Long polling", "WebSocket", translated.
[[nodiscard]] QString techniqueTitle(protocol::Technique technique);

//! "Short", "Long", "WebSocket", translated.
[[nodiscard]] QString techniqueShortTitle(protocol::Technique technique);

//! Orange, blue, green; as they are, whatever the background.
[[nodiscard]] QColor techniqueColour(protocol::Technique technique);

//! Dotted, dashed, solid.
[[nodiscard]] Qt::PenStyle techniqueLine(protocol::Technique technique);

//! Draws the circle, square or triangle inside \a area, its rim dark or light enough for \a background.
void paintTechniqueMark(QPainter &painter, const QRectF &area, protocol::Technique technique, const QColor &background);

//! The mark as an icon for buttons and lists.
[[nodiscard]] QIcon techniqueIcon(protocol::Technique technique, const QPalette &palette);

} // namespace pushlab::widgets
