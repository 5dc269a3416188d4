// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/startwindow.h"

#include "app/windows/appicon.h"
#include "app/windows/card.h"
#include "app/windows/languagechooser.h"
#include "app/windows/start/actioncard.h"
#include "app/windows/start/hostform.h"
#include "app/windows/start/joinform.h"
#include "app/windows/start/oldclassesdialog.h"
#include "app/windows/viewbutton.h"
#include "app/windows/windowkeys.h"
#include "client/widgets/contrast.h"
#include "client/widgets/figures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QShowEvent>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostEms = 84; // the width of the content
}

StartWindow::StartWindow(QWidget *parent)
    : QWidget(parent)
    , m_content(new QWidget(this))
    , m_title(new QLabel(u"PushLab"_s, m_content))
    , m_subtitle(new QLabel(m_content))
    , m_host(new HostForm(m_content))
    , m_join(new JoinForm(m_content))
    , m_demo(new ActionCard(m_content))
    , m_compare(new ActionCard(m_content))
    , m_old(new ActionCard(m_content))
{
    const int em = fontMetrics().height();
    auto *logo = new QLabel(m_content);
    logo->setPixmap(appIcon().pixmap(QSize(em * 4, em * 4), devicePixelRatioF()));
    m_title->setFont(scaledFont(font(), 2.2, true));
    m_subtitle->setFont(scaledFont(font(), 1.1));
    m_subtitle->setWordWrap(true);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_subtitle);
    auto *header = new QHBoxLayout;
    header->setSpacing(em);
    header->addWidget(logo);
    header->addLayout(names, 1);
    header->addWidget(new LanguageChooser(m_content), 0, Qt::AlignTop);
    header->addWidget(new ViewButton(m_content), 0, Qt::AlignTop);
    new WindowKeys(this);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(em);
    cards->addWidget(m_host, 1);
    cards->addWidget(m_join, 1);
    makeScrollable();
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(em * 3 / 2, em * 3 / 2, em * 3 / 2, em * 3 / 2);
    column->setSpacing(em * 3 / 2);
    column->addLayout(header);
    column->addLayout(cards, 1);
    column->addWidget(m_demo);
    column->addWidget(m_compare);
    column->addWidget(m_old);
    connect(m_host, &HostForm::hostWanted, this, &StartWindow::hostWanted);
    connect(m_demo, &ActionCard::wanted, this, &StartWindow::demoWanted);
    connect(m_compare, &ActionCard::wanted, this, &StartWindow::compareWanted);
    connect(m_old, &ActionCard::wanted, this, &StartWindow::openOldClasses);
    connect(m_join, &JoinForm::joinWanted, this, &StartWindow::joinWanted);
    m_old->setObjectName(u"oldClasses"_s);
    retranslate();
    showOldClasses();
    colour();
    resize(fittedSize(*this, {em * 52, qMax(em * 28, m_content->sizeHint().height())}));
}

//! Lets the content scroll when fonts are large and the screen is small, so that fields are not squeezed.
void StartWindow::makeScrollable()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAlignment(Qt::AlignHCenter);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows the fields
    m_content->setMaximumWidth(fontMetrics().height() * mostEms);
    scroll->setWidget(m_content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

void StartWindow::setFoundHosts(const QList<FoundHost> &hosts)
{
    m_join->setFoundHosts(hosts);
}

//! Offers to delete them; nothing goes without a click.
void StartWindow::showOldClasses()
{
    qint64 bytes = 0;
    const auto old = classesUnusedFor(longUnused);
    for (const KeptClass &kept : old)
        bytes += kept.bytes;
    m_old->setVisible(!old.isEmpty());
    m_old->setTexts(tr("Old classes"),
                    tr("Classes that were not used for 30 days: %1 (%2). You can delete those that you no longer need.")
                        .arg(widgets::countText(old.size()), classSizeText(bytes)));
    m_old->setAction(tr("Show them"));
}

void StartWindow::openOldClasses()
{
    auto *dialog = new OldClassesDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OldClassesDialog::deleted, this, &StartWindow::showOldClasses);
    dialog->open();
}

//! Adapts the height to the content; only when the content changes, because resizing moves the buttons away from under the mouse.
void StartWindow::fitHeight()
{
    const QLayout &column = *m_content->layout();
    const int wanted = qMax(column.totalHeightForWidth(width()), column.totalSizeHint().height());
    if (wanted > height())
        resize(fittedSize(*this, {width(), wanted}));
}

void StartWindow::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        fitHeight();
    QWidget::showEvent(event);
}

void StartWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showOldClasses();
        // Queued: after the cards have been translated, too.
        QMetaObject::invokeMethod(this, &StartWindow::fitHeight, Qt::QueuedConnection);
    } else if (event->type() == QEvent::PaletteChange) {
        colour();
    }
}

void StartWindow::colour()
{
    m_subtitle->setPalette(widgets::quietPalette(palette()));
}

void StartWindow::retranslate()
{
    setWindowTitle(u"PushLab"_s);
    m_subtitle->setText(tr("See what short polling, long polling and WebSocket cost"));
    m_demo->setTexts(tr("Try the demo"),
                     tr("Opens a class on this computer alone, with three members who talk by one technique each. You see "
                        "at once what each of them costs."));
    m_demo->setAction(tr("Try the demo"));
    m_compare->setTexts(tr("Compare techniques"),
                        tr("Loads a host of its own with virtual clients, and shows what each technique costs beside what theory "
                           "expects."));
    m_compare->setAction(tr("Compare"));
}

} // namespace pushlab::app
