// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/techniquetraits.h"

#include <QColor>
#include <QIcon>
#include <QPen>
#include <QString>

class QPainter;
class QPalette;
class QRectF;

//! How a technique looks and is called, everywhere: told apart by colour (Okabe and Ito's), by shape and by line.
namespace pushlab::widgets {

//! "Short polling", "Long polling", "WebSocket" …, translated.
[[nodiscard]] QString techniqueTitle(protocol::Technique technique);

//! The same, as short as a button has room for.
[[nodiscard]] QString techniqueShortTitle(protocol::Technique technique);

//! As it is, whatever the background.
[[nodiscard]] QColor techniqueColour(protocol::Technique technique);

[[nodiscard]] Qt::PenStyle techniqueLine(protocol::Technique technique);
[[nodiscard]] Qt::PenStyle penStyle(protocol::LineStyle line);

//! Draws a mark inside \a area, its rim dark or light enough for \a background.
void paintMark(QPainter &painter, const QRectF &area, protocol::Mark mark, const QColor &colour, const QColor &background);
void paintTechniqueMark(QPainter &painter, const QRectF &area, protocol::Technique technique, const QColor &background);

//! A mark as an icon for buttons and lists.
[[nodiscard]] QIcon markIcon(protocol::Mark mark, const QColor &colour, const QPalette &palette);
[[nodiscard]] QIcon techniqueIcon(protocol::Technique technique, const QPalette &palette);

} // namespace pushlab::widgets
