// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/traffic/ladderdata.h"

#include <QFont>
#include <QPalette>
#include <QPixmap>
#include <QSize>

#include <map>

class QPainter;

namespace pushlab::app {

//! Where the lines of a ladder stand: the host in the middle, members to its left and right, those that are not chosen as one.
struct LadderLanes
{
    QList<int> shown; //!< members by their place in LadderData, from left to right
    bool hasOthers = false; //!< one more lane, at the right, for all other members
    QList<int> laneOf; //!< by member: an index of `at`
    QList<int> at; //!< x of the lanes
    int host = 0; //!< x
    int laneWidth = 1;
};

//! \a chosen members of \a memberCount, on \a width pixels of which \a left are for the times.
[[nodiscard]] LadderLanes ladderLanes(const QList<int> &chosen, qsizetype memberCount, int left, int width);

//! The picture of a ladder's time, in tiles that are painted once: a frame only lays them side by side.
class LadderTiles
{
public:
    //! How the next picture is to be; another one than before forgets all tiles.
    struct Style
    {
        LadderLanes lanes;
        QPalette palette;
        QFont font;
        int width = 1; //!< pixels
        qint64 perPixel = 1; //!< µs
        qreal ratio = 1; //!< device pixels per pixel
    };

    void setStyle(const Style &style);
    void forgetFrom(qint64 moment); //!< what is from it on has changed
    void forget() { m_tiles.clear(); }

    //! Paints the time before \a now upwards from the lower edge of \a area.
    void paint(QPainter &painter, const QRect &area, qint64 now, const LadderData &data);

    [[nodiscard]] int y(qint64 moment, const QRect &area, qint64 now) const;
    [[nodiscard]] int painted() const { return m_painted; } //!< tiles so far

    static constexpr int tileHeight = 64; //!< pixels

private:
    [[nodiscard]] QPixmap tileOf(qint64 index, const LadderData &data);
    void paintTimes(QPainter &painter, qint64 from) const;
    void paintHolds(QPainter &painter, qint64 from, const LadderData &data) const;
    void paintItems(QPainter &painter, qint64 from, const LadderData &data) const;
    void paintArrow(QPainter &painter, const LadderData::Item &item, int lane, int y) const;
    [[nodiscard]] QColor colourOf(std::optional<protocol::Technique> technique) const;
    [[nodiscard]] qint64 tileSpan() const { return tileHeight * m_style.perPixel; }

    Style m_style;
    std::map<qint64, QPixmap> m_tiles;
    int m_painted = 0;
};

} // namespace pushlab::app
