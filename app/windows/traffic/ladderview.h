// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/traffic/ladderdata.h"
#include "app/windows/traffic/laddertiles.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>
#include <optional>

namespace pushlab::app {

//! A live sequence diagram: time runs downwards, the host is in the middle, each chosen member has a lane. Stands still, goes from
//! arrow to arrow, or runs at a tenth of the speed, with ten times the detail.
class LadderView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LadderView)

public:
    using Clock = std::function<qint64()>; //!< µs since 1970
    enum class Pace : quint8 { Live, Slow, Frozen };

    explicit LadderView(QWidget *parent = nullptr, Clock clock = {});

    void append(const wire::TrafficExcerpt &excerpt);
    void clear();
    [[nodiscard]] const LadderData &data() const { return m_data; }

    void setPace(Pace pace); //!< Live: catches up with the present
    [[nodiscard]] Pace pace() const { return m_pace; }
    void setSpan(std::chrono::seconds span); //!< what the picture shows; a tenth of it in slow motion
    void step(int direction); //!< freezes, and goes to the next arrow (1) or the one before (-1)

    //! At most mostLanes members, by their place in data(); nullopt: the first that came.
    void setChosen(const std::optional<QList<int>> &members);
    [[nodiscard]] QList<int> shownMembers() const;
    static constexpr int mostLanes = 12;

    [[nodiscard]] qint64 now() const { return m_now; } //!< the time at the lower edge
    [[nodiscard]] QString textAt(const QPoint &position) const; //!< of the arrow or bar there; empty: none
    [[nodiscard]] QString currentText() const; //!< of the last arrow that is in sight
    [[nodiscard]] int y(qint64 moment) const; //!< where it is
    [[nodiscard]] int laneX(int member) const;
    [[nodiscard]] int paintedTiles() const { return m_tiles.painted(); }

    [[nodiscard]] QSize minimumSizeHint() const override;

    //! How far the picture is behind the clock, so that what it shows has been told: news come five times a second.
    static constexpr std::chrono::milliseconds lag{400};

Q_SIGNALS:
    void paceChanged();
    void membersChanged();
    void currentChanged(); //!< by a step

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tick();
    void restyle();
    void paintHead(QPainter &painter) const;
    void paintStep(QPainter &painter) const;
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] qint64 perPixel() const;
    [[nodiscard]] QString holdText(const LadderData::Hold &hold) const;
    [[nodiscard]] bool isOnArrow(const LadderData::Item &item, const QPoint &position) const;

    Clock m_clock;
    LadderData m_data;
    LadderTiles m_tiles;
    LadderLanes m_lanes;
    std::optional<QList<int>> m_chosen;
    Pace m_pace = Pace::Live;
    bool m_isDetailed = false; // ten times
    std::chrono::seconds m_span{10};
    qint64 m_now = 0;
    qint64 m_ticked = 0; // by the clock
    QTimer m_frames;
};

} // namespace pushlab::app
