// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/joinview.h"

#include "app/windows/host/qrview.h"
#include "app/windows/projector/fittedlabel.h"
#include "app/windows/projector/nameslabel.h"
#include "app/windows/projector/projectorcontent.h"
#include "client/widgets/figures.h"
#include "client/widgets/shownname.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

QString typedAddress(const protocol::Invitation &invitation)
{
    const QUrl url(invitation.address);
    return url.scheme() == u"https" ? QString(u"https://"_s + url.authority()) : url.authority();
}

JoinView::JoinView(QWidget *parent)
    : ProjectorView(parent)
    , m_code(new QrView(this))
    , m_openCaption(addQuietText())
    , m_address(addFitted(2))
    , m_pinCaption(addQuietText())
    , m_pin(addFitted(2.6))
    , m_roomCaption(addQuietText())
    , m_room(addFitted(1.4))
    , m_joinedText(addText(1.3, true))
    , m_people(new NamesLabel(this))
{
    auto *const way = new QVBoxLayout;
    way->setSpacing(0);
    way->addStretch(1);
    for (QLabel *const label : std::initializer_list<QLabel *>{m_openCaption, m_address, m_pinCaption, m_pin, m_roomCaption, m_room})
        way->addWidget(label);
    way->addStretch(1);
    auto *const top = new QHBoxLayout;
    top->addWidget(m_code);
    top->addLayout(way, 1);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_joinedText);
    column->addWidget(m_people, 1);
    retranslate();
}

void JoinView::take(const ProjectorContent &content)
{
    noteArrivals(content);
    QStringList names;
    for (auto key = m_arrived.crbegin(); key != m_arrived.crend(); ++key)
        names.append(m_names.value(*key));
    m_people->setNames(names, m_unlisted);
    m_joinedText->setText(tr("Joined: %1").arg(widgets::countText(m_joined)));
    if (content.invitation == m_invitation)
        return;
    m_invitation = content.invitation;
    showInvitation();
}

//! Who has come since is listed behind the others; who has left is forgotten.
void JoinView::noteArrivals(const ProjectorContent &content)
{
    QHash<QString, QString> names;
    for (const server::MemberSnapshot &member : content.snapshot.members) {
        if (member.room != content.invitation.room)
            continue;
        names.insert(member.key, member.name);
        if (!m_names.contains(member.key))
            m_arrived.append(member.key);
    }
    m_names = names;
    erase_if(m_arrived, [this](const QString &key) { return !m_names.contains(key); });
    m_joined = std::max<qint64>(0, content.snapshot.memberCount - content.snapshot.elsewhereCount);
    m_unlisted = std::max<qint64>(0, m_joined - m_arrived.size());
}

void JoinView::showInvitation()
{
    m_code->setText(m_invitation.link);
    m_code->setAccessibleName(tr("QR code of %1").arg(widgets::shownName(m_invitation.address)));
    m_address->setFitted(m_invitation.address.isEmpty() ? tr("The class is not open.") : typedAddress(m_invitation));
    m_pin->setFitted(m_invitation.pin);
    m_pinCaption->setVisible(!m_invitation.pin.isEmpty());
    m_pin->setVisible(!m_invitation.pin.isEmpty());
    m_openCaption->setVisible(!m_invitation.address.isEmpty());
    m_room->setFitted(widgets::shownName(m_invitation.room));
}

void JoinView::clear()
{
    m_arrived.clear();
    m_names.clear();
}

QString JoinView::title() const
{
    return tr("Join the class");
}

void JoinView::resizeParts()
{
    layout()->setSpacing(textSize() / 3);
    const int side = height() == 0 ? 0 : window()->height() * 11 / 20; // with its margin; the code is about half of the height
    m_code->setFixedSize(side, side);
}

void JoinView::resizeEvent(QResizeEvent *event)
{
    ProjectorView::resizeEvent(event);
    resizeParts();
}

void JoinView::retranslate()
{
    m_openCaption->setText(tr("Open in a browser"));
    m_pinCaption->setText(tr("PIN"));
    m_roomCaption->setText(tr("Room"));
    m_joinedText->setText(tr("Joined: %1").arg(widgets::countText(m_joined)));
    showInvitation();
}

} // namespace pushlab::app
