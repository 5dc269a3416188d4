// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/appearance.h"

#include "app/windows/rescale.h"
#include "client/widgets/contrast.h"

#include <QApplication>
#include <QFont>
#include <QPalette>
#include <QSettings>
#include <QStyleHints>
#include <QToolTip>
#include <QVariant>

#include <algorithm>
#include <array>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString themeKey = u"appearance/theme"_s;
const QString scaleKey = u"appearance/scale"_s;
constexpr auto themeProperty = "pushlab-theme";
constexpr auto scaleProperty = "pushlab-scale";
constexpr auto fontProperty = "pushlab-font"; // the system's
constexpr auto tipsProperty = "pushlab-tool-tips"; // the system's palette of tool tips
constexpr std::array scales{70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300}; // percent

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
bool isDark(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    return widgets::contrastRatio(window, Qt::white) > widgets::contrastRatio(window, Qt::black);
}
#endif

QPalette ownPalette(const QColor &window, const QColor &base, const QColor &text, const QColor &highlight, const QColor &link)
{
    QPalette palette(window, window); // which derives the shades of frames from it
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::BrightText, Qt::white);
    for (const auto role : {QPalette::Base, QPalette::ToolTipBase})
        palette.setColor(role, base);
    palette.setColor(QPalette::AlternateBase, widgets::blended(text, base, 0.05));
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, link);
    palette.setColor(QPalette::LinkVisited, link);
    palette.setColor(QPalette::PlaceholderText, widgets::readableOn(base, widgets::blended(text, base, 0.6)));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, widgets::blended(text, window, 0.5));
    palette.setColor(QPalette::Disabled, QPalette::Base, window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, widgets::blended(text, window, 0.3));
    return palette;
}

QPalette lightPalette()
{
    return ownPalette({0xef, 0xef, 0xef}, Qt::white, Qt::black, {0x1f, 0x6f, 0xa8}, {0x00, 0x4f, 0x9e});
}

QPalette darkPalette()
{
    return ownPalette({0x2a, 0x2e, 0x32}, {0x1b, 0x1e, 0x20}, {0xfc, 0xfc, 0xfc}, {0x1d, 0x6f, 0xa5}, {0x6c, 0xb6, 0xf0});
}

void showSystemsColours()
{
    QApplication::setPalette(QPalette());
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    // A style whose palette does not know what the system wants is told so.
    const Qt::ColorScheme wanted = QGuiApplication::styleHints()->colorScheme();
    if (wanted == Qt::ColorScheme::Dark && !isDark(QApplication::palette()))
        QApplication::setPalette(darkPalette());
    else if (wanted == Qt::ColorScheme::Light && isDark(QApplication::palette()))
        QApplication::setPalette(lightPalette());
#endif
}

void applyTheme(Theme theme)
{
    if (!qApp->property(tipsProperty).isValid())
        qApp->setProperty(tipsProperty, QToolTip::palette());
    qApp->setProperty(themeProperty, int(theme));
    if (theme == Theme::System)
        showSystemsColours();
    else
        QApplication::setPalette(theme == Theme::Dark ? darkPalette() : lightPalette());
    QToolTip::setPalette(theme == Theme::System ? qApp->property(tipsProperty).value<QPalette>() : QApplication::palette());
}

void applyScale(int percent)
{
    if (!qApp->property(fontProperty).isValid())
        qApp->setProperty(fontProperty, QApplication::font());
    const int before = currentScale();
    qApp->setProperty(scaleProperty, percent);
    if (percent != before)
        rescaleWindows(qApp->property(fontProperty).value<QFont>(), percent / 100.0, double(percent) / before);
}

} // namespace

void applyAppearance(std::optional<Theme> theme)
{
    const QSettings settings;
    applyTheme(theme.value_or(themeNamed(settings.value(themeKey).toString()).value_or(Theme::System)));
    const int kept = settings.value(scaleKey, usualScale).toInt();
    applyScale(std::clamp(kept, scales.front(), scales.back()));
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, qApp, [] {
        if (currentTheme() == Theme::System)
            applyTheme(Theme::System);
    });
#endif
}

void chooseTheme(Theme theme)
{
    QSettings().setValue(themeKey, themeName(theme));
    applyTheme(theme);
}

Theme currentTheme()
{
    return Theme(qApp->property(themeProperty).toInt());
}

void chooseScale(int percent)
{
    const int scale = std::clamp(percent, scales.front(), scales.back());
    QSettings().setValue(scaleKey, scale);
    applyScale(scale);
}

int currentScale()
{
    const int percent = qApp->property(scaleProperty).toInt();
    return percent > 0 ? percent : usualScale;
}

int nextScale(int percent, int step)
{
    if (step > 0) {
        const auto *const larger = std::upper_bound(scales.cbegin(), scales.cend(), percent);
        return larger == scales.cend() ? percent : *larger;
    }
    const auto *const here = std::lower_bound(scales.cbegin(), scales.cend(), percent);
    return here == scales.cbegin() ? percent : *(here - 1);
}

} // namespace pushlab::app
