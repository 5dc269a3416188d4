// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/startwindow.h"

#include "app/windows/appicon.h"
#include "app/windows/card.h"
#include "app/windows/comparecard.h"
#include "app/windows/democard.h"
#include "app/windows/hostform.h"
#include "app/windows/joinform.h"
#include "app/windows/languagechooser.h"
#include "client/widgets/contrast.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

StartWindow::StartWindow(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(u"PushLab"_s, this))
    , m_subtitle(new QLabel(this))
    , m_host(new HostForm(this))
    , m_join(new JoinForm(this))
{
    const int em = fontMetrics().height();
    auto *logo = new QLabel(this);
    logo->setPixmap(appIcon().pixmap(QSize(em * 4, em * 4), devicePixelRatioF()));
    m_title->setFont(scaledFont(font(), 2.2, true));
    m_subtitle->setFont(scaledFont(font(), 1.1));
    m_subtitle->setWordWrap(true);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_subtitle);
    auto *demo = new DemoCard(this);
    auto *compare = new CompareCard(this);
    auto *header = new QHBoxLayout;
    header->setSpacing(em);
    header->addWidget(logo);
    header->addLayout(names, 1);
    header->addWidget(new LanguageChooser(this), 0, Qt::AlignTop);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(em);
    cards->addWidget(m_host, 1);
    cards->addWidget(m_join, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em * 3 / 2, em * 3 / 2, em * 3 / 2, em * 3 / 2);
    column->setSpacing(em * 3 / 2);
    column->addLayout(header);
    column->addLayout(cards, 1);
    column->addWidget(demo);
    column->addWidget(compare);
    connect(m_host, &HostForm::hostWanted, this, &StartWindow::hostWanted);
    connect(demo, &DemoCard::demoWanted, this, &StartWindow::demoWanted);
    connect(compare, &CompareCard::compareWanted, this, &StartWindow::compareWanted);
    connect(m_join, &JoinForm::joinWanted, this, &StartWindow::joinWanted);
    retranslate();
    colour();
    resize(fittedSize(*this, {em * 52, qMax(em * 28, sizeHint().height())}));
}

void StartWindow::setFoundHosts(const QList<FoundHost> &hosts)
{
    m_join->setFoundHosts(hosts);
}

bool StartWindow::event(QEvent *event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        const int wanted = qMax(layout()->totalHeightForWidth(width()), layout()->totalSizeHint().height());
        if (wanted > height())
            resize(fittedSize(*this, {width(), wanted})); // rather than squeeze the fields
    }
    return isTaken;
}

void StartWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        colour();
}

void StartWindow::colour()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, widgets::readableOn(quiet.color(QPalette::Window), widgets::quietText(quiet)));
    m_subtitle->setPalette(quiet);
}

void StartWindow::retranslate()
{
    setWindowTitle(u"PushLab"_s);
    m_subtitle->setText(tr("See what short polling, long polling and WebSocket cost"));
}

} // namespace pushlab::app
