// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <chrono>

class QCustomPlot;
class QLabel;

namespace pushlab::widgets {

//! A plot with a title, in the colours of the palette. Redraws itself at most ten times a second, and not at all while hidden.
class Chart : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chart)

public:
    explicit Chart(QWidget *parent = nullptr);

    //! The whole chart as a picture of \a size, for files; pending changes are drawn first.
    [[nodiscard]] QPixmap picture(const QSize &size, double scale);
    //! The least contrast of the plot's texts with its ground; 4.5 unless set.
    void setTextContrast(double ratio);
    [[nodiscard]] QCustomPlot &plot() const { return *m_plot; }

    static constexpr auto shortestPause = std::chrono::milliseconds(100);

protected:
    //! Schedules a redraw, because there is new data.
    void refresh();
    void setTitle(const QString &title);
    //! At the right of the title, or in its place: the first of \a remarks that has room, else the last.
    void setRemark(const QStringList &remarks);

    struct LegendEntry
    {
        QString sign; //!< "●", "– –"
        QColor colour;
        QString text;
    };
    void setLegend(const QList<LegendEntry> &entries); //!< shown under the title, in as many lines as necessary

    //! Fills the plot; called directly before it is drawn.
    virtual void updatePlot() = 0;
    virtual void retranslate() = 0; //!< called when the language changes, but not initially

    [[nodiscard]] QColor ground() const; //!< the background colour of the plot
    [[nodiscard]] QColor textColour() const; //!< of its texts

    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showRemark();
    void draw();
    void colour();

    QLabel *m_title;
    QLabel *m_remark;
    QStringList m_remarks; // the longest first
    QLabel *m_legend;
    QCustomPlot *m_plot;
    double m_textContrast = 4.5;
    QTimer m_pause;
    QElapsedTimer m_sinceDrawn;
    bool m_isStale = true;
};

} // namespace pushlab::widgets
