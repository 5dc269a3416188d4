// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/host/figurehistory.h"
#include "server/host.h"

#include <QList>
#include <QScrollArea>

class QBoxLayout;
class QGridLayout;
class QLabel;

namespace pushlab::app {

class FiguresBar;
class HostStrips;
class TechniqueCard;

//! The tab "Overview": a card for each technique, its course over time, and other traffic, all for the same period. Scrolls when
//! the window is low.
class OverviewPage final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPage)

public:
    explicit OverviewPage(QWidget *parent = nullptr);

    void setSnapshot(const server::HostSnapshot &snapshot);
    //! The members in the last snapshot, with what they did within the shown period.
    [[nodiscard]] QList<server::MemberSnapshot> members() const;
    //! The figures of the shown period; nullopt before a second of it has passed.
    [[nodiscard]] std::optional<WindowFigures> figures() const;
    //! Charts stand beside the cards instead of below them, which then stand one below the other.
    void setWide(bool isWide);
    [[nodiscard]] int comfortableWidth() const; //!< for three cards side by side
    void clear(); //!< for a new host, which has counted nothing yet

Q_SIGNALS:
    void figuresReset(); //!< emitted for the button; the page's own figures are restarted already

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showFigures();
    void showCards();
    void placeCards();
    [[nodiscard]] int cardsAbreast() const;
    [[nodiscard]] int leastCardWidth() const;
    [[nodiscard]] int leastWidth() const;
    void showTotals();

    QList<TechniqueCard *> m_cards; // indexed by Technique
    QList<TechniqueCard *> m_shownCards;
    FiguresBar *m_bar;
    HostStrips *m_strips;
    QBoxLayout *m_body; // cards and strips
    QWidget *m_cardArea;
    QGridLayout *m_cardGrid;
    bool m_isWide = false;
    int m_abreast = 0; // cards
    QLabel *m_totals;
    QLabel *m_other;
    server::HostSnapshot m_snapshot;
    FigureHistory m_history;
};

} // namespace pushlab::app
