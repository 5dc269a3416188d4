// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/techniquestyle.h"

#include "client/widgets/contrast.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QPolygonF>

#include <array>

namespace pushlab::widgets {

using protocol::Technique;

namespace {

//! A text with a comment for translators.
struct HintedText
{
    const char *text;
    const char *hint = nullptr;
};

//! The names of a technique, in full and for a button.
struct TechniqueText
{
    const char *title;
    HintedText word;
};

//! Indexed by Technique.
constexpr std::array texts{
    TechniqueText{QT_TRANSLATE_NOOP("Technique", "Short polling"),
                  QT_TRANSLATE_NOOP3("Technique", "Short", "short polling, on a button")},
    TechniqueText{QT_TRANSLATE_NOOP("Technique", "Long polling"),
                  QT_TRANSLATE_NOOP3("Technique", "Long", "long polling, on a button")},
    TechniqueText{QT_TRANSLATE_NOOP("Technique", "WebSocket"), {QT_TRANSLATE_NOOP("Technique", "WebSocket")}},
    TechniqueText{QT_TRANSLATE_NOOP("Technique", "Server-sent events"),
                  QT_TRANSLATE_NOOP3("Technique", "Events", "server-sent events, on a button")},
};
static_assert(texts.size() == protocol::allTechniques.size());

QPolygonF triangle(const QRectF &box, bool isUpright)
{
    const QPointF tip(box.center().x(), isUpright ? box.top() : box.bottom());
    return isUpright ? QPolygonF({tip, box.bottomRight(), box.bottomLeft()}) : QPolygonF({tip, box.topLeft(), box.topRight()});
}

void drawMark(QPainter &painter, const QRectF &box, protocol::Mark mark)
{
    const qreal inset = box.width() / 20;
    switch (mark) {
    case protocol::Mark::Circle:
        painter.drawEllipse(box);
        break;
    case protocol::Mark::Square:
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset));
        break;
    case protocol::Mark::Triangle:
        painter.drawPolygon(triangle(box, true));
        break;
    case protocol::Mark::DownTriangle:
        painter.drawPolygon(triangle(box, false));
        break;
    case protocol::Mark::Diamond: {
        const QPointF c = box.center();
        painter.drawPolygon(QPolygonF({{c.x(), box.top()}, {box.right(), c.y()}, {c.x(), box.bottom()}, {box.left(), c.y()}}));
        break;
    }
    }
}

} // namespace

QString techniqueTitle(Technique technique)
{
    return QCoreApplication::translate("Technique", texts[size_t(technique)].title);
}

QString techniqueShortTitle(Technique technique)
{
    const HintedText &word = texts[size_t(technique)].word;
    return QCoreApplication::translate("Technique", word.text, word.hint);
}

QColor techniqueColour(Technique technique)
{
    return QColor::fromRgb(traitsOf(technique).colour);
}

Qt::PenStyle techniqueLine(Technique technique)
{
    return penStyle(traitsOf(technique).line);
}

Qt::PenStyle penStyle(protocol::LineStyle line)
{
    switch (line) {
    case protocol::LineStyle::Dotted:
        return Qt::DotLine;
    case protocol::LineStyle::Dashed:
        return Qt::DashLine;
    case protocol::LineStyle::Solid:
        return Qt::SolidLine;
    case protocol::LineStyle::DashDotted:
        return Qt::DashDotLine;
    case protocol::LineStyle::DashDotDotted:
        return Qt::DashDotDotLine;
    }
    Q_UNREACHABLE();
}

void paintMark(QPainter &painter, const QRectF &area, protocol::Mark mark, const QColor &colour, const QColor &background)
{
    const qreal side = qMin(area.width(), area.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(area.center());
    const qreal rim = side / 12;
    box.adjust(rim, rim, -rim, -rim);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(readableOn(background, colour, 3), rim, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
    painter.setBrush(colour);
    drawMark(painter, box, mark);
    painter.restore();
}

void paintTechniqueMark(QPainter &painter, const QRectF &area, Technique technique, const QColor &background)
{
    paintMark(painter, area, traitsOf(technique).mark, techniqueColour(technique), background);
}

QIcon markIcon(protocol::Mark mark, const QColor &colour, const QPalette &palette)
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintMark(painter, QRectF(pixmap.rect()).adjusted(1, 1, -1, -1), mark, colour, palette.color(QPalette::Base));
        icon.addPixmap(pixmap);
    }
    return icon;
}

QIcon techniqueIcon(Technique technique, const QPalette &palette)
{
    return markIcon(traitsOf(technique).mark, techniqueColour(technique), palette);
}

} // namespace pushlab::widgets
