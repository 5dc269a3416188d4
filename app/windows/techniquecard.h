// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/card.h"
#include "server/hostsnapshot.h"
#include "server/protocol/technique.h"

#include <QList>

#include <optional>

class QLabel;

namespace pushlab::app {

//! What one technique costs the class, on a card.
class TechniqueCard final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TechniqueCard)

public:
    explicit TechniqueCard(protocol::Technique technique, QWidget *parent = nullptr);

    //! The delays that its members report.
    void setDelays(const server::TechniqueDelays &delays);
    //! \a requestsPerMinute: nothing before it can be told.
    void setFigures(const server::TechniqueCounters &counters, std::optional<double> requestsPerMinute);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Figure
    {
        QLabel *caption = nullptr;
        QLabel *value = nullptr;
    };
    void retranslate();
    void showFigures();
    void showBytesHint();
    void colour();

    const protocol::Technique m_technique;
    QLabel *m_title;
    Figure m_rate; // the large one
    QList<Figure> m_figures;
    server::TechniqueCounters m_counters;
    server::TechniqueDelays m_delays;
    std::optional<double> m_requestsPerMinute;
};

} // namespace pushlab::app
