// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/contrast.h"

#include <QByteArray>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace pushlab::widgets {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

// FNV-1a: qHash is seeded differently in every process, and a name is to keep its colour.
quint32 stableHash(const QString &text)
{
    quint32 hash = 2166136261u;
    for (const char byte : text.toUtf8())
        hash = (hash ^ quint8(byte)) * 16777619u;
    return hash;
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

QColor readableOn(const QColor &background, const QColor &colour, double ratio)
{
    const QColor goal = contrastRatio(background, Qt::black) > contrastRatio(background, Qt::white) ? Qt::black : Qt::white;
    constexpr int steps = 20;
    for (int i = 0; i < steps; ++i) {
        const QColor candidate = blended(goal, colour, double(i) / steps);
        if (contrastRatio(candidate, background) >= ratio)
            return candidate;
    }
    return goal;
}

QColor nameColour(const QString &name, const QColor &background)
{
    const quint32 hash = stableHash(name);
    const QColor colour = QColor::fromHslF(float(hash % 360) / 360.0f, 0.55f + 0.3f * float((hash >> 16) % 100) / 100.0f, 0.45f);
    return readableOn(background, colour);
}

QColor blended(const QColor &front, const QColor &back, double ratio)
{
    const auto mix = [ratio](float a, float b) { return float(a * ratio + b * (1 - ratio)); };
    return QColor::fromRgbF(mix(front.redF(), back.redF()), mix(front.greenF(), back.greenF()), mix(front.blueF(), back.blueF()));
}

QColor quietText(const QPalette &palette)
{
    // Computed for the background of a card, where the contrast is less than in fields.
    return readableOn(cardColour(palette), blended(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.6));
}

QPalette quietPalette(const QPalette &palette)
{
    QPalette quiet = palette;
    quiet.setColor(QPalette::WindowText, readableOn(quiet.color(QPalette::Window), quietText(quiet)));
    return quiet;
}

QColor cardColour(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    if (contrastRatio(window, Qt::white) < contrastRatio(window, Qt::black))
        return palette.color(QPalette::Base);
    return blended(palette.color(QPalette::WindowText), window, 0.06);
}

QColor hairline(const QPalette &palette)
{
    return blended(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.18);
}

} // namespace pushlab::widgets
