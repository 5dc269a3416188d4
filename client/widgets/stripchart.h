// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/widgets/chart.h"
#include "client/widgets/marklines.h"
#include "server/protocol/technique.h"

#include <array>
#include <functional>
#include <map>
#include <optional>

class QCPGraph;
class QCPItemStraightLine;

namespace pushlab::widgets {

//! What each technique did lately: time runs to the right, where it is now. Keeps five minutes, at most 10,000 points of a
//! technique.
class StripChart final : public Chart
{
    Q_OBJECT

public:
    //! Joined: dots with a line between them, unless they are far apart.
    enum class Style : quint8 { Dots, Lines, Joined };
    using Title = std::function<QString()>;
    using Text = std::function<QString(double value, std::optional<double> doubt)>;

    //! \a title is asked again when the language changes; \a text writes a value.
    StripChart(Style style, Title title, Text text, QWidget *parent = nullptr);

    //! \a now in seconds, never falling; \a value is known to ± \a doubt, where that is more than nothing.
    void add(protocol::Technique technique, double now, double value, std::optional<double> doubt = {});
    void setNow(double now);
    void clear();

    void setMarks(const QList<TimeMark> &marks); //!< ascending
    [[nodiscard]] const QList<TimeMark> &marks() const { return m_marks.marks(); }
    void setWindow(std::chrono::seconds window); //!< up to longestWindow
    void setTimeShown(bool isShown); //!< at the axis; not where another strip stands below
    void setPaused(bool isPaused); //!< the picture stands; points are taken all the same

    //! The line at a time, with the values there; from another strip, too.
    void setCrosshair(std::optional<double> time);

    static constexpr auto longestWindow = std::chrono::seconds(300);
    static constexpr auto longestJoin = std::chrono::seconds(12);
    static constexpr int maxPoints = 10'000;

Q_SIGNALS:
    void crosshairMoved(const std::optional<double> &time);

protected:
    void updatePlot() override;
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepDoubt(protocol::Technique technique, double now, std::optional<double> doubt);
    [[nodiscard]] bool isGap(const QCPGraph &graph, double now) const;
    [[nodiscard]] double greatestIn(double from, double to) const;
    [[nodiscard]] QString textAt(double time) const;

    Style m_style;
    Title m_titleText;
    Text m_text;
    QList<QCPGraph *> m_graphs; // by Technique
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
