// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/widgets/chart.h"
#include "client/widgets/marklines.h"
#include "server/protocol/technique.h"

#include <QSharedPointer>

#include <array>
#include <chrono>
#include <functional>
#include <map>
#include <optional>

class QCPGraph;
class QCPItemStraightLine;

namespace pushlab::widgets {

class ValueTicker;

//! What each technique did lately: time runs to the right, where it is now. Keeps five minutes, at most 10,000 points of a
//! technique.
class StripChart final : public Chart
{
    Q_OBJECT

public:
    //! Joined: dots with a line between them, unless they are far apart.
    //! Lines: rates, drawn as their mean over a twentieth of the window, because those of single seconds jump about.
    enum class Style : quint8 { Dots, Lines, Joined };
    //! Logarithmic: from a power of ten to a power of ten; what is below `least` is drawn there.
    enum class Scale : quint8 { Linear, Logarithmic };
    using Title = std::function<QString()>;
    using Text = std::function<QString(double value, std::optional<double> doubt)>;

    //! \a title is asked again when the language changes; \a text writes a value.
    StripChart(Style style, Title title, Text text, QWidget *parent = nullptr, Scale scale = Scale::Linear);

    //! Adds a point. \a now in seconds, never decreasing; \a doubt: uncertainty of \a value, if there is one.
    void add(protocol::Technique technique, double now, double value, std::optional<double> doubt = {});
    void setNow(double now);
    void clear();

    void setMarks(const QList<TimeMark> &marks); //!< ascending
    [[nodiscard]] const QList<TimeMark> &marks() const { return m_marks.marks(); }
    void setWindow(std::chrono::seconds window); //!< at most longestWindow
    void setTimeShown(bool isShown); //!< whether the axis has labels; not when another strip is below
    void setPaused(bool isPaused); //!< the picture stands still; points are still added

    //! Shows a vertical line at \a time with the values there; also called when the mouse is over another strip.
    void setCrosshair(std::optional<double> time);

    static constexpr auto longestWindow = std::chrono::seconds(300);
    static constexpr auto longestJoin = std::chrono::seconds(12);
    static constexpr int maxPoints = 10'000;
    static constexpr double least = 0.1; //!< at a logarithmic axis; of milliseconds, what browsers' clocks tell apart
    static constexpr int smoothings = 20; //!< in a window

Q_SIGNALS:
    void crosshairMoved(const std::optional<double> &time);

protected:
    void updatePlot() override;
    void retranslate() override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepDoubt(protocol::Technique technique, double now, std::optional<double> doubt);
    [[nodiscard]] bool isGap(const QCPGraph &graph, double now) const;
    [[nodiscard]] std::chrono::duration<double> smoothing() const; //!< what a drawn rate is the mean of
    void placeMargins();
    void drawSeries(protocol::Technique technique, double from);
    void setRange(double from, double to);
    //! What each technique had at a time, after its name or, where there is less room, its sign.
    [[nodiscard]] QString textAt(double time, bool isBrief) const;

    Style m_style;
    Title m_titleText;
    Text m_text;
    Scale m_scale;
    QSharedPointer<ValueTicker> m_ticker;
    QList<QCPGraph *> m_graphs; // by Technique: the values as they came, not drawn
    QList<QCPGraph *> m_drawn; // by Technique
    std::array<std::map<double, double>, protocol::allTechniques.size()> m_doubts; // by Technique and time
    MarkLines m_marks;
    QCPItemStraightLine *m_crosshair;
    std::optional<double> m_crosshairTime;
    std::chrono::seconds m_window{60};
    double m_now = 0;
    double m_shownNow = 0;
    bool m_isPaused = false;
};

} // namespace pushlab::widgets
