// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/joinform.h"

#include "app/joinaddress.h"
#include "app/windows/client/certificatequestion.h"
#include "app/windows/roomfield.h"
#include "app/windows/start/foundhostsview.h"
#include "app/windows/start/recenthosts.h"
#include "client/widgets/problemlabel.h"
#include "client/widgets/shownname.h"
#include "client/widgets/statetext.h"
#include "server/protocol/json.h"
#include "server/protocol/limits.h"
#include "server/protocol/paths.h"
#include "server/protocol/pin.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>

#include <initializer_list>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString nameKey = u"join/name"_s;
constexpr int hostRole = Qt::UserRole;
constexpr int roomRole = Qt::UserRole + 1;
constexpr int recentRows = 4; // visible at the same time

} // namespace

JoinForm::JoinForm(QWidget *parent)
    : FormCard(parent)
    , m_address(new QLineEdit(this))
    , m_room(new RoomField(session::ClientOptions().room, this))
    , m_name(new QLineEdit(QSettings().value(nameKey).toString(), this))
    , m_pin(new QLineEdit(this))
    , m_found(new FoundHostsView(this))
    , m_recentCaption(new QLabel(this))
    , m_recent(new QListWidget(this))
{
    setUpFields();
    fillRecent();
    connect(&button(), &QPushButton::clicked, this, &JoinForm::press);
    connect(&m_check, &JoinCheck::reached, this, [this](const session::ClientOptions &options) {
        showCheck();
        Q_EMIT joinWanted(options);
    });
    connect(&m_check, &JoinCheck::failed, this, &JoinForm::takeFailure);
    connect(&m_check, &JoinCheck::certificateRefused, this, &JoinForm::askToTrust);
    connect(m_found, &FoundHostsView::chosen, this, &JoinForm::take);
    connect(m_found, &FoundHostsView::activated, this, &JoinForm::submit);
    connect(m_recent, &QListWidget::itemClicked, this, &JoinForm::takeRecent);
    connect(m_recent, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        takeRecent(item);
        submit();
    });
    retranslate();
}

void JoinForm::setUpFields()
{
    m_name->setMaxLength(int(protocol::maxNameBytes) / 4); // a character may take four bytes
    m_pin->setMaxLength(int(protocol::mostPinDigits));
    m_pin->setInputMethodHints(Qt::ImhDigitsOnly);
    m_recentCaption->setBuddy(m_recent);
    for (QLineEdit *field : std::initializer_list<QLineEdit *>{m_address, m_room, m_name, m_pin})
        addLine(field);
    problem().setAlignment(Qt::AlignLeft | Qt::AlignTop);
    problem().setMinimumHeight(2 * fontMetrics().lineSpacing()); // what is said moves nothing
    QSizePolicy policy = problem().sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    problem().setSizePolicy(policy);
    layOut({m_found, m_recentCaption, m_recent});
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
    edit();
}

void JoinForm::setFoundHosts(const QList<FoundHost> &hosts)
{
    m_found->setHosts(hosts);
}

std::nullopt_t JoinForm::complain(Problem problem, QLineEdit &field)
{
    setProblem(problem);
    field.setFocus();
    return std::nullopt;
}

//! The input; nullopt when it is invalid, in which case the error is shown.
std::optional<session::ClientOptions> JoinForm::typed()
{
    const auto address = parseJoinAddress(m_address->text());
    if (!address)
        return complain(Problem::Address, *m_address);
    session::ClientOptions options;
    options.host = address->host;
    options.room = address->room.isEmpty() ? m_room->room() : address->room;
    options.name = protocol::wholeText(m_name->text().trimmed()); // the longest may end in half an emoji
    options.pin = address->pin.isEmpty() ? protocol::plainPin(m_pin->text()) : address->pin;
    if (!protocol::isRoomName(options.room))
        return complain(Problem::Room, *m_room);
    if (options.name.isEmpty())
        return complain(Problem::Name, *m_name);
    if (!options.pin.isEmpty() && !protocol::isPin(options.pin))
        return complain(Problem::Pin, *m_pin);
    return options;
}

void JoinForm::submit()
{
    const auto options = typed();
    if (!options)
        return;
    QSettings().setValue(nameKey, options->name);
    setProblem(Problem::None);
    m_check.start(*options);
    showCheck();
}

//! Handles the button: joins, or cancels the check.
void JoinForm::press()
{
    if (m_check.isRunning())
        edit();
    else
        submit();
}

//! Cancels the check, because it is about other input now.
void JoinForm::edit()
{
    m_check.stop();
    showCheck();
    setProblem(Problem::None);
}

void JoinForm::takeFailure(JoinCheck::Problem problem, const QString &code, const QString &detail)
{
    m_code = code;
    m_detail = detail;
    switch (problem) {
    case JoinCheck::Problem::NoAnswer:
        complain(Problem::NoAnswer, *m_address);
        break;
    case JoinCheck::Problem::NotPushLab:
        complain(Problem::NotPushLab, *m_address);
        break;
    case JoinCheck::Problem::WantsTls:
        complain(Problem::WantsTls, *m_address);
        break;
    case JoinCheck::Problem::Refused:
        complain(Problem::Refused, widgets::asksForPin(code) ? *m_pin : *m_address);
        break;
    }
    showCheck();
}

void JoinForm::askToTrust(const QByteArray &fingerprint)
{
    showCheck();
    const session::ClientOptions options = m_check.options();
    CertificateQuestion::ask(
        this, options.host, options.fingerprint, fingerprint, [this] { submit(); },
        [this] { complain(Problem::Certificate, *m_address); });
}

QString JoinForm::problemText() const
{
    switch (m_problem) {
    case Problem::None:
        return m_check.isRunning() ? tr("Looking for %1 …").arg(m_check.options().host.authority()) : QString();
    case Problem::Address:
        return m_address->text().trimmed().isEmpty() ? tr("Type the address that the teacher shows, such as 192.168.1.20:8000.")
                                                     : tr("This is no address of a host. It looks like 192.168.1.20:8000.");
    case Problem::Room:
        return RoomField::problem();
    case Problem::Name:
        return tr("Type the name under which the class shall see you.");
    case Problem::Pin:
        return tr("A PIN has 4 to 12 digits.");
    case Problem::NoAnswer:
        return tr("No class answers at %1: %2").arg(m_check.options().host.authority(), m_detail);
    case Problem::NotPushLab:
        return tr("There is something at %1, but it is no PushLab host.").arg(m_check.options().host.authority());
    case Problem::WantsTls:
        return tr("This class is encrypted: put https:// before its address.");
    case Problem::Refused:
        return widgets::refusalText(m_code, m_detail);
    case Problem::Certificate:
        return tr("Not joined, because the certificate of %1 was not trusted.").arg(m_check.options().host.authority());
    }
    Q_UNREACHABLE();
}

void JoinForm::setProblem(Problem found)
{
    m_problem = found;
    if (found == Problem::None)
        problem().setNotice(problemText());
    else
        problem().setProblem(problemText());
}

void JoinForm::showCheck()
{
    button().setText(m_check.isRunning() ? tr("Cancel") : tr("Join the class"));
    setProblem(m_problem);
}

void JoinForm::retranslate()
{
    setTexts(tr("Join a class"), tr("Enters a class that somebody else hosts. Its address is on the teacher's screen."));
    setCaption(m_address, tr("Address"));
    m_address->setPlaceholderText(tr("such as 192.168.1.20:8000"));
    setCaption(m_room, tr("Room"));
    setCaption(m_name, tr("Your name"));
    setCaption(m_pin, tr("PIN"));
    m_pin->setPlaceholderText(tr("if the class has one"));
    m_recentCaption->setText(tr("Joined before"));
    m_recent->setAccessibleName(tr("Joined before"));
    showCheck();
}

} // namespace pushlab::app
