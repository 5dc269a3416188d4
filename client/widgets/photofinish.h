// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/race.h"

#include <QList>
#include <QWidget>

class QPainter;

namespace pushlab::widgets {

//! A race as a picture: a lane for each technique, a mark for each member at the time when it had the message, with a bar as wide
//! as its clock is uncertain, and a line at the median. The axis is logarithmic.
class PhotoFinish final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PhotoFinish)

public:
    explicit PhotoFinish(QWidget *parent = nullptr);

    void setRace(const protocol::Race &race);
    void setTextContrast(double ratio); //!< of all texts with the ground, at least

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    //! Where the delays lie on the paper.
    struct Scale
    {
        double from = 1; //!< ms, at the left
        double to = 1000;
        QRectF area;

        [[nodiscard]] double x(double delay) const;
    };

    [[nodiscard]] Scale scale() const;
    void paintAxis(QPainter &painter, const Scale &scale) const;
    void paintLane(QPainter &painter, const Scale &scale, const protocol::RaceGroup &group, const QRectF &lane) const;
    [[nodiscard]] int labelWidth() const;
    void speak();
    [[nodiscard]] QColor captionInk() const;

    double m_textContrast = 4.5;
    protocol::Race m_race;
    QList<protocol::RaceGroup> m_lanes; // in the order of the techniques' table, which does not change while receipts come in
};

} // namespace pushlab::widgets
