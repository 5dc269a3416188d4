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

//! The appearance and names of techniques: distinguished by colour (Okabe and Ito's palette), by shape and by line.
namespace pushlab::widgets {

//! The translated name: "Short polling", "Long polling", "WebSocket" …
[[nodiscard]] QString techniqueTitle(protocol::Technique technique);

//! The translated name, short enough for a button.
[[nodiscard]] QString techniqueShortTitle(protocol::Technique technique);

//! The technique's colour, regardless of the background.
[[nodiscard]] QColor techniqueColour(protocol::Technique technique);

[[nodiscard]] Qt::PenStyle techniqueLine(protocol::Technique technique);
[[nodiscard]] Qt::PenStyle penStyle(protocol::LineStyle line);

//! Draws a mark inside \a area, with a rim that is visible on \a background.
void paintMark(QPainter &painter, const QRectF &area, protocol::Mark mark, const QColor &colour, const QColor &background);
void paintTechniqueMark(QPainter &painter, const QRectF &area, protocol::Technique technique, const QColor &background);

//! A mark as an icon for buttons and lists.
[[nodiscard]] QIcon markIcon(protocol::Mark mark, const QColor &colour, const QPalette &palette);
[[nodiscard]] QIcon techniqueIcon(protocol::Technique technique, const QPalette &palette);

} // namespace pushlab::widgets
