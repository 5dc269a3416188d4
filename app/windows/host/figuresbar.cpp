// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/figuresbar.h"

#include "client/widgets/flowlayout.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <array>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::array windowLengths{30, 60, 120, 300}; // s
}

FiguresBar::FiguresBar(QWidget *parent)
    : QWidget(parent)
    , m_countedText(new QLabel(this))
    , m_windowCaption(new QLabel(this))
    , m_window(new QComboBox(this))
    , m_pause(new QPushButton(this))
    , m_reset(new QPushButton(this))
{
    m_countedText->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_pause->setCheckable(true);
    m_reset->setObjectName(u"reset"_s);
    for (const int window : windowLengths)
        m_window->addItem(QString(), window);
    m_window->setCurrentIndex(1);
    m_windowCaption->setBuddy(m_window);
    auto *choice = new QWidget(this); // caption and box stay together
    auto *pair = new QHBoxLayout(choice);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->addWidget(m_windowCaption);
    pair->addWidget(m_window);
    auto *row = new widgets::FlowLayout(this);
    row->addWidget(m_countedText);
    row->addWidget(choice);
    row->addWidget(m_pause);
    row->addWidget(m_reset);
    connect(m_window, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT windowChosen(window()); });
    connect(m_pause, &QPushButton::toggled, this, &FiguresBar::pauseToggled);
    connect(m_reset, &QPushButton::clicked, this, &FiguresBar::resetWanted);
    retranslate();
}

std::chrono::seconds FiguresBar::window() const
{
    return std::chrono::seconds(m_window->currentData().toInt());
}

void FiguresBar::setCounted(std::optional<double> seconds)
{
    m_counted = seconds;
    showCounted();
}

void FiguresBar::showCounted()
{
    m_countedText->setText(m_counted ? tr("Figures of the last %1 s").arg(QLocale().toString(*m_counted, 'f', 0)) : QString());
}

void FiguresBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FiguresBar::retranslate()
{
    m_windowCaption->setText(tr("The last"));
    for (int i = 0; i < m_window->count(); ++i) {
        const int window = windowLengths.at(std::size_t(i));
        m_window->setItemText(i, window < 60 ? tr("%1 s").arg(window) : tr("%1 min").arg(window / 60));
    }
    m_window->setToolTip(tr("Cards, curves and the counts of each member are of this window of time"));
    m_pause->setText(tr("Pause"));
    m_pause->setToolTip(tr("Stop the curves where they are"));
    m_reset->setText(tr("Reset figures"));
    m_reset->setToolTip(tr(
        "Let the cards and the members’ counts begin anew, now. Nobody is disconnected; /api/stats goes on counting since the start."));
    showCounted();
}

} // namespace pushlab::app
