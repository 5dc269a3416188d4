// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/xray.h"

#include <QAbstractScrollArea>
#include <QList>

class QPainter;

namespace pushlab::app {

//! One message as bars to scale, one per technique: how it was sent, and how it reached a member. A segment that is clicked, or
//! chosen by the arrows and Enter, opens its bytes.
class XrayView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(XrayView)

public:
    explicit XrayView(QWidget *parent = nullptr);

    void setXray(const wire::Xray &xray); //!< message 0: none
    [[nodiscard]] const wire::Xray &xray() const { return m_xray; }

    //! Where a segment stands, in the viewport; what is painted, for tests.
    struct Box
    {
        QRect rect;
        wire::XraySegment segment;
        protocol::Technique technique = protocol::Technique::Polling;
    };
    [[nodiscard]] const QList<Box> &boxes() const { return m_boxes; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }

Q_SIGNALS:
    void bytesWanted(quint64 record, qsizetype offset, qsizetype size);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    //! A line of the picture: a text, or a technique's bar.
    struct Line
    {
        QString text;
        bool isHeading = false;
        const wire::XrayBar *bar = nullptr;
        int top = 0;
    };
    void arrange();
    [[nodiscard]] int addBars(const QString &heading, const QList<wire::XrayBar> &bars, int top, qint64 greatest);
    void addBar(const wire::XrayBar &bar, int top, qint64 greatest);
    void moveTo(qsizetype box);
    void open(qsizetype box);
    void paintLine(QPainter &painter, const Line &line) const;
    void paintBar(QPainter &painter, const Line &line) const;
    void paintLegend(QPainter &painter, int top) const;
    [[nodiscard]] QBrush brushOf(const wire::XraySegment &segment, protocol::Technique technique) const;
    [[nodiscard]] QString boxText(const Box &box) const;
    [[nodiscard]] qsizetype boxAt(const QPoint &position) const; //!< -1: none
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] int valueWidth() const;

    wire::Xray m_xray;
    QList<Line> m_lines;
    QList<Box> m_boxes; // not scrolled
    qsizetype m_chosen = -1;
    int m_height = 0;
};

} // namespace pushlab::app
