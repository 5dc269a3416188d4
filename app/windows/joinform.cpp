// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/joinform.h"

#include "app/joinaddress.h"
#include "app/windows/foundhostsview.h"
#include "app/windows/recenthosts.h"
#include "client/widgets/contrast.h"
#include "client/widgets/shownname.h"
#include "server/protocol/json.h"
#include "server/protocol/limits.h"
#include "server/protocol/paths.h"
#include "server/protocol/pin.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString nameKey = u"join/name"_s;
constexpr int hostRole = Qt::UserRole;
constexpr int roomRole = Qt::UserRole + 1;
constexpr int recentRows = 4; // in sight at once

} // namespace

JoinForm::JoinForm(QWidget *parent)
    : Card(parent)
    , m_title(new QLabel(this))
    , m_words(new QLabel(this))
    , m_addressCaption(new QLabel(this))
    , m_address(new QLineEdit(this))
    , m_roomCaption(new QLabel(this))
    , m_room(new QLineEdit(session::ClientOptions().room, this))
    , m_nameCaption(new QLabel(this))
    , m_name(new QLineEdit(QSettings().value(nameKey).toString(), this))
    , m_pinCaption(new QLabel(this))
    , m_pin(new QLineEdit(this))
    , m_problemText(new QLabel(this))
    , m_found(new FoundHostsView(this))
    , m_recentCaption(new QLabel(this))
    , m_recent(new QListWidget(this))
    , m_join(new QPushButton(this))
{
    layOut();
    fillRecent();
    for (QLineEdit *field : {m_address, m_room, m_name, m_pin}) {
        connect(field, &QLineEdit::returnPressed, this, &JoinForm::submit);
        connect(field, &QLineEdit::textEdited, this, [this] { setProblem(Problem::None); });
    }
    connect(m_join, &QPushButton::clicked, this, &JoinForm::submit);
    connect(m_found, &FoundHostsView::chosen, this, &JoinForm::take);
    connect(m_found, &FoundHostsView::activated, this, &JoinForm::submit);
    connect(m_recent, &QListWidget::itemClicked, this, &JoinForm::takeRecent);
    connect(m_recent, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        takeRecent(item);
        submit();
    });
    retranslate();
}

void JoinForm::layOut()
{
    const int em = fontMetrics().height();
    m_title->setFont(scaledFont(font(), 1.4, true));
    m_words->setWordWrap(true);
    m_problemText->setWordWrap(true);
    m_problemText->setTextFormat(Qt::PlainText);
    m_room->setMaxLength(int(protocol::maxRoomNameCharacters));
    m_name->setMaxLength(int(protocol::maxNameBytes) / 4); // a character may take four bytes
    m_join->setMinimumHeight(em * 5 / 2);
    makePrimary(*m_join);
    m_recentCaption->setBuddy(m_recent);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(m_addressCaption, m_address);
    form->addRow(m_roomCaption, m_room);
    form->addRow(m_nameCaption, m_name);
    form->addRow(m_pinCaption, m_pin);
    m_pin->setMaxLength(int(protocol::mostPinDigits));
    m_pin->setInputMethodHints(Qt::ImhDigitsOnly);
    m_pinCaption->setBuddy(m_pin);
    m_addressCaption->setBuddy(m_address);
    m_roomCaption->setBuddy(m_room);
    m_nameCaption->setBuddy(m_name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em, em, em, em);
    column->setSpacing(em * 2 / 3);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addLayout(form);
    column->addWidget(m_problemText);
    column->addWidget(m_found);
    column->addWidget(m_recentCaption);
    column->addWidget(m_recent);
    column->addStretch(1);
    column->addWidget(m_join);
}

void JoinForm::fillRecent()
{
    const QList<RecentHost> hosts = recentHosts();
    for (const RecentHost &host : hosts) {
        const QString address = host.host.scheme() == u"https" ? host.host.toString() : host.host.authority();
        auto *item = new QListWidgetItem(address + u" · "_s + widgets::isolatedName(host.room), m_recent);
        item->setData(hostRole, address);
        item->setData(roomRole, host.room);
    }
    const int rows = qMin(int(hosts.size()), recentRows);
    m_recent->setFixedHeight(qMax(1, m_recent->sizeHintForRow(0)) * rows + 2 * m_recent->frameWidth() + 2);
    m_recentCaption->setVisible(!hosts.isEmpty());
    m_recent->setVisible(!hosts.isEmpty());
    if (!hosts.isEmpty())
        takeRecent(m_recent->item(0));
}

void JoinForm::takeRecent(QListWidgetItem *item)
{
    take(item->data(hostRole).toString(), item->data(roomRole).toString());
}

void JoinForm::take(const QString &address, const QString &room)
{
    m_address->setText(address);
    m_room->setText(room);
    setProblem(Problem::None);
}

void JoinForm::setFoundHosts(const QList<FoundHost> &hosts)
{
    m_found->setHosts(hosts);
}

void JoinForm::submit()
{
    const auto address = parseJoinAddress(m_address->text());
    if (!address) {
        setProblem(Problem::Address);
        m_address->setFocus();
        return;
    }
    const QString room = address->room.isEmpty() ? m_room->text().trimmed() : address->room;
    if (!protocol::isRoomName(room)) {
        setProblem(Problem::Room);
        m_room->setFocus();
        return;
    }
    const QString pin = address->pin.isEmpty() ? protocol::plainPin(m_pin->text()) : address->pin;
    if (!pin.isEmpty() && !protocol::isPin(pin)) {
        setProblem(Problem::Pin);
        m_pin->setFocus();
        return;
    }
    session::ClientOptions options;
    options.host = address->host;
    options.pin = pin;
    options.room = room;
    options.name = protocol::wholeText(m_name->text().trimmed()); // the longest may end in half an emoji
    QSettings().setValue(nameKey, options.name);
    Q_EMIT joinWanted(options);
}

void JoinForm::setProblem(Problem problem)
{
    m_problem = problem;
    QString words;
    switch (problem) {
    case Problem::None:
        break;
    case Problem::Address:
        words = m_address->text().trimmed().isEmpty()
            ? tr("Type the address that the teacher shows, such as 192.168.1.20:8000.")
            : tr("This is no address of a host. It looks like 192.168.1.20:8000.");
        break;
    case Problem::Room:
        words = tr("A room's name has 1 to 64 characters and no slash.");
        break;
    case Problem::Pin:
        words = tr("A PIN has 4 to 12 digits.");
        break;
    }
    m_problemText->setText(words);
    m_problemText->setVisible(!words.isEmpty());
    QPalette colours = palette();
    colours.setColor(QPalette::Text, widgets::readableOn(colours.color(QPalette::Base), QColor(0xc6, 0x28, 0x28)));
    colours.setColor(QPalette::WindowText, colours.color(QPalette::Text));
    m_problemText->setPalette(colours);
}

void JoinForm::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void JoinForm::retranslate()
{
    m_title->setText(tr("Join a class"));
    m_words->setText(tr("Enters a class that somebody else hosts. Its address is on the teacher's screen."));
    m_addressCaption->setText(tr("Address"));
    m_address->setPlaceholderText(tr("such as 192.168.1.20:8000"));
    m_roomCaption->setText(tr("Room"));
    m_nameCaption->setText(tr("Your name"));
    m_pinCaption->setText(tr("PIN"));
    m_pin->setPlaceholderText(tr("if the class has one"));
    m_recentCaption->setText(tr("Joined before"));
    m_join->setText(tr("Join the class"));
    setProblem(m_problem);
}

} // namespace pushlab::app
