// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/foundhostsview.h"

#include "client/widgets/contrast.h"
#include "client/widgets/shownname.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int foundAddressRole = Qt::UserRole;
constexpr int foundRoomRole = Qt::UserRole + 1;
constexpr int idRole = Qt::UserRole + 2;
constexpr int rowsInSight = 3;
constexpr int mostNameCharacters = 20; // so that the address behind it remains visible

} // namespace

FoundHostsView::FoundHostsView(QWidget *parent)
    : QWidget(parent), m_caption(new QLabel(this)), m_none(new QLabel(this)), m_list(new QListWidget(this))
{
    m_none->setWordWrap(true);
    m_caption->setBuddy(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 3);
    column->addWidget(m_caption);
    column->addWidget(m_none);
    column->addWidget(m_list);
    column->addStretch(1);
    connect(m_list, &QListWidget::itemClicked, this, &FoundHostsView::choose);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        choose(item);
        Q_EMIT activated();
    });
    setHosts({});
    colour();
    retranslate();
}

void FoundHostsView::setHosts(const QList<FoundHost> &hosts)
{
    const QListWidgetItem *before = m_list->currentItem();
    const QString current = before ? before->data(idRole).toString() : QString();
    m_list->clear();
    for (const FoundHost &host : hosts) {
        const Announcement &announcement = host.announcement;
        const QString scheme = announcement.isTls ? u"https://"_s : QString();
        const QString address = scheme + host.address.toString() + u':' + QString::number(announcement.port);
        // Items show plain text, but tool tips interpret HTML.
        auto *item = new QListWidgetItem(widgets::isolatedName(widgets::leftOf(announcement.name, mostNameCharacters)) + u" · "_s
                                             + address + u" · "_s + widgets::isolatedName(announcement.room),
                                         m_list);
        item->setData(foundAddressRole, address);
        item->setData(foundRoomRole, announcement.room);
        item->setData(idRole, announcement.id);
        if (announcement.id == current)
            m_list->setCurrentItem(item);
    }
    m_list->setVisible(!hosts.isEmpty());
    m_none->setVisible(hosts.isEmpty());
    m_caption->setVisible(!hosts.isEmpty());
}

void FoundHostsView::choose(const QListWidgetItem *item)
{
    Q_EMIT chosen(item->data(foundAddressRole).toString(), item->data(foundRoomRole).toString());
}

//! Keeps the height independent of hosts, so that buttons do not move when hosts are found.
void FoundHostsView::keepHeight()
{
    const int row = fontMetrics().height() * 3 / 2; // sufficient for scripts that need a taller font
    m_list->setFixedHeight(rowsInSight * row + 2 * m_list->frameWidth() + 2);
    setFixedHeight(m_caption->sizeHint().height() + layout()->spacing() + m_list->height());
}

void FoundHostsView::colour()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::Text, widgets::readableOn(widgets::cardColour(quiet), widgets::quietText(quiet)));
    quiet.setColor(QPalette::WindowText, quiet.color(QPalette::Text)); // readable on a card and on the window
    m_none->setPalette(quiet);
}

void FoundHostsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        colour();
}

void FoundHostsView::retranslate()
{
    m_caption->setText(tr("Found on this network"));
    m_list->setAccessibleName(tr("Found on this network"));
    m_none->setText(tr("No class found on this network yet."));
    keepHeight();
}

} // namespace pushlab::app
