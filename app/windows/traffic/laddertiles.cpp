// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/laddertiles.h"

#include "client/widgets/contrast.h"
#include "client/widgets/techniquestyle.h"

#include <QDateTime>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <array>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using wire::Direction;

namespace {

constexpr int overlap = 6; // pixels that an arrow's head needs beside its line
constexpr qint64 second = 1'000'000;
constexpr qint64 longestHold = 120 * second;
constexpr qsizetype mostLanes = 16;

qint64 floorDivided(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

//! A round time of at least \a least µs: 0.1 s, 0.2 s, 0.5 s, 1 s …
qint64 roundStep(qint64 least)
{
    qint64 unit = 10'000;
    while (true) {
        for (const int factor : {1, 2, 5}) {
            if (unit * factor >= least)
                return unit * factor;
        }
        unit *= 10;
    }
}

} // namespace

LadderLanes ladderLanes(const QList<int> &chosen, qsizetype memberCount, int left, int width)
{
    LadderLanes lanes;
    lanes.shown = chosen;
    lanes.hasOthers = memberCount > chosen.size();
    const int count = int(chosen.size()) + (lanes.hasOthers ? 1 : 0);
    lanes.laneWidth = std::max(1, (width - left) / (count + 1));
    const int leftLanes = (count + 1) / 2;
    const auto place = [&](int column) { return left + lanes.laneWidth * column + lanes.laneWidth / 2; };
    lanes.host = place(leftLanes);
    for (int lane = 0; lane < count; ++lane)
        lanes.at.append(place(lane < leftLanes ? lane : lane + 1));
    lanes.laneOf.fill(count - 1, memberCount);
    for (int lane = 0; lane < int(chosen.size()); ++lane)
        lanes.laneOf[chosen.at(lane)] = lane;
    return lanes;
}

void LadderTiles::setStyle(const Style &style)
{
    const bool isSame = m_style.lanes.at == style.lanes.at && m_style.lanes.laneOf == style.lanes.laneOf
        && m_style.lanes.host == style.lanes.host && m_style.palette.cacheKey() == style.palette.cacheKey()
        && m_style.font == style.font && m_style.width == style.width && m_style.perPixel == style.perPixel
        && qFuzzyCompare(m_style.ratio, style.ratio);
    m_style = style;
    if (!isSame)
        m_tiles.clear();
}

void LadderTiles::forgetFrom(qint64 moment)
{
    if (moment == LadderData::openEnd)
        return;
    m_tiles.erase(m_tiles.lower_bound(floorDivided(moment - overlap * m_style.perPixel, tileSpan())), m_tiles.end());
}

int LadderTiles::y(qint64 moment, const QRect &area, qint64 now) const
{
    return area.bottom() + 1 - int(floorDivided(now, m_style.perPixel) - floorDivided(moment, m_style.perPixel));
}

void LadderTiles::paint(QPainter &painter, const QRect &area, qint64 now, const LadderData &data)
{
    const qint64 last = floorDivided(now, tileSpan());
    const qint64 first = floorDivided(now - area.height() * m_style.perPixel, tileSpan());
    m_tiles.erase(m_tiles.begin(), m_tiles.lower_bound(first));
    painter.setClipRect(area);
    for (qint64 index = first; index <= last; ++index) {
        auto tile = m_tiles.find(index);
        if (tile == m_tiles.end())
            tile = m_tiles.emplace(index, tileOf(index, data)).first;
        painter.drawPixmap(area.left(), y(index * tileSpan(), area, now), tile->second);
    }
    painter.setClipping(false);
}

QPixmap LadderTiles::tileOf(qint64 index, const LadderData &data)
{
    ++m_painted;
    QPixmap tile(QSize(m_style.width, tileHeight) * m_style.ratio);
    tile.setDevicePixelRatio(m_style.ratio);
    tile.fill(m_style.palette.color(QPalette::Base));
    QPainter painter(&tile);
    painter.setFont(m_style.font);
    const qint64 from = index * tileSpan();
    paintTimes(painter, from);
    paintHolds(painter, from, data);
    paintItems(painter, from, data);
    return tile;
}

void LadderTiles::paintTimes(QPainter &painter, qint64 from) const
{
    const QColor ground = m_style.palette.color(QPalette::Base);
    const QColor text = m_style.palette.color(QPalette::Text);
    const QFontMetrics metrics(m_style.font);
    const qint64 step = roundStep(metrics.height() * 3 * m_style.perPixel);
    const QString format = step < second ? u"ss.zzz"_s : u"HH:mm:ss"_s;
    const qint64 around = metrics.height() * m_style.perPixel;
    for (qint64 time = floorDivided(from - around, step) * step; time <= from + tileSpan() + around; time += step) {
        const int y = int(floorDivided(time - from, m_style.perPixel));
        painter.setPen(widgets::blended(text, ground, 0.12));
        painter.drawLine(0, y, m_style.width, y);
        painter.setPen(widgets::quietText(m_style.palette));
        painter.drawText(2, y - metrics.descent(), QDateTime::fromMSecsSinceEpoch(time / 1000).toString(format));
    }
    painter.setPen(widgets::blended(text, ground, 0.35));
    for (const int x : m_style.lanes.at)
        painter.drawLine(x, 0, x, tileHeight);
    painter.fillRect(m_style.lanes.host - 1, 0, 3, tileHeight, text);
}

QColor LadderTiles::colourOf(std::optional<protocol::Technique> technique) const
{
    const QColor ground = m_style.palette.color(QPalette::Base);
    return technique ? widgets::readableOn(ground, widgets::techniqueColour(*technique), 3) : m_style.palette.color(QPalette::Text);
}

//! A bar that is open at the end of the tile has no lower edge there.
void LadderTiles::paintHolds(QPainter &painter, qint64 from, const LadderData &data) const
{
    const qint64 to = from + tileSpan();
    for (auto hold = data.holds().crbegin(); hold != data.holds().crend() && hold->from > from - longestHold; ++hold) {
        if (hold->from > to || hold->to < from)
            continue;
        const int top = int(std::max<qint64>(floorDivided(hold->from - from, m_style.perPixel), -overlap));
        const int bottom = hold->to == LadderData::openEnd
            ? tileHeight + overlap
            : int(std::min<qint64>(floorDivided(hold->to - from, m_style.perPixel), tileHeight + overlap));
        const QColor colour = colourOf(hold->technique);
        const QRect bar(m_style.lanes.at.at(m_style.lanes.laneOf.at(hold->member)) - 3, top, 7, bottom - top + 1);
        painter.fillRect(bar, widgets::blended(colour, m_style.palette.color(QPalette::Base), 0.35));
        painter.setPen(colour);
        painter.drawRect(bar.adjusted(0, 0, -1, -1));
    }
}

//! One arrow of a kind per lane and line of pixels: what else is there would not be seen.
void LadderTiles::paintItems(QPainter &painter, qint64 from, const LadderData &data) const
{
    const qint64 margin = overlap * m_style.perPixel;
    std::array<int, mostLanes * 4> last;
    last.fill(-2 * overlap);
    for (qsizetype i = data.firstFrom(from - margin); i < data.items().size(); ++i) {
        const LadderData::Item &item = data.items().at(i);
        if (item.moment > from + tileSpan() + margin)
            break;
        const int lane = m_style.lanes.laneOf.at(item.member);
        const int y = int(floorDivided(item.moment - from, m_style.perPixel));
        const int kind = (item.record.direction == Direction::ToHost ? 0 : 1)
            + (item.record.firstMessage > 0 || item.isControl ? 2 : 0);
        int &before = last.at(size_t(lane * 4 + kind));
        if (std::exchange(before, y) != y)
            paintArrow(painter, item, lane, y);
    }
}

void LadderTiles::paintArrow(QPainter &painter, const LadderData::Item &item, int lane, int y) const
{
    const int member = m_style.lanes.at.at(lane);
    const int host = m_style.lanes.host;
    const bool isToHost = item.record.direction == Direction::ToHost;
    const bool isStrong = item.record.firstMessage > 0 || item.isControl;
    const QColor colour = colourOf(item.record.technique);
    const QColor line = isStrong ? colour : widgets::blended(colour, m_style.palette.color(QPalette::Base), 0.55);
    const int tip = isToHost ? host + (member < host ? -2 : 2) : member;
    const int back = (isToHost ? member : host) < tip ? -1 : 1;
    painter.fillRect(QRect(QPoint(std::min(member, host), y), QPoint(std::max(member, host), y + (isStrong ? 1 : 0))), line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const QPoint head[] = {{tip, y}, {tip + back * 6, y - 3}, {tip + back * 6, y + 4}};
    painter.drawPolygon(head, 3);
    if (item.isControl) {
        painter.setBrush(m_style.palette.color(QPalette::Text));
        const QPoint diamond[] = {{member, y - 5}, {member + 5, y}, {member, y + 5}, {member - 5, y}};
        painter.drawPolygon(diamond, 4);
    } else if (item.record.firstMessage > 0) {
        painter.fillRect(QRect(member - 3, y - 3, 7, 7), colour);
    }
    painter.setBrush(Qt::NoBrush);
}

} // namespace pushlab::app
