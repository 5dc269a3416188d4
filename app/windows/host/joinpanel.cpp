// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/joinpanel.h"

#include "app/windows/card.h"
#include "app/windows/client/certificatequestion.h"
#include "app/windows/host/qrview.h"
#include "app/windows/start/helpcard.h"
#include "client/widgets/figures.h"
#include "client/widgets/shownname.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto helpDelay = 30s;
constexpr qsizetype shownRoomCharacters = 26;

bool isAnyAddress(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6);
}

//! The address to be typed, without the parts that a browser adds. The room has a line of its own, because the address would be
//! too wide with it.
QString shownAddress(const QUrl &address)
{
    const bool isTls = address.scheme() == u"https";
    const QString host = isTls ? address.adjusted(QUrl::RemoveQuery).toString() : address.authority();
    if (!address.hasQuery())
        return host;
    const QString room = widgets::shownName(QString(u'?' + address.query(QUrl::PrettyDecoded | QUrl::EncodeSpaces)));
    return host + u'\n' + widgets::leftOf(isTls ? room : QString(u'/' + room), shownRoomCharacters);
}

} // namespace

JoinPanel::JoinPanel(QWidget *parent)
    : QWidget(parent)
    , m_qr(new QrView(this))
    , m_address(new QLabel(this))
    , m_copy(new QPushButton(this))
    , m_browser(new QPushButton(this))
    , m_member(new QPushButton(this))
    , m_pinWanted(new QCheckBox(this))
    , m_pin(new QLabel(this))
    , m_interfaceCaption(new QLabel(this))
    , m_interfaces(new QComboBox(this))
    , m_fingerprint(new QLabel(this))
    , m_joined(new QLabel(this))
    , m_elsewhereText(new QLabel(this))
    , m_help(new HelpCard(this))
{
    layOut();
    m_helpTimer.setSingleShot(true);
    connect(&m_helpTimer, &QTimer::timeout, this, &JoinPanel::offerHelp);
    connect(m_interfaces, &QComboBox::currentIndexChanged, this, &JoinPanel::showAddress);
    connect(m_interfaces, &QComboBox::activated, this, [this] { m_isChosen = true; });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromLatin1(urlWithPin().toEncoded())); });
    connect(m_browser, &QPushButton::clicked, this, &JoinPanel::browserWanted);
    connect(m_member, &QPushButton::clicked, this, &JoinPanel::memberWanted);
    connect(m_pinWanted, &QCheckBox::clicked, this, &JoinPanel::pinWanted);
    retranslate();
    showStopped();
}

void JoinPanel::layOut()
{
    m_address->setAlignment(Qt::AlignCenter);
    m_address->setTextFormat(Qt::PlainText);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fingerprint->setAlignment(Qt::AlignCenter);
    m_fingerprint->setTextFormat(Qt::PlainText);
    m_fingerprint->setWordWrap(true);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_pin->setFont(scaledFont(font(), 2.4, true));
    m_pin->setAlignment(Qt::AlignCenter);
    m_pin->setTextFormat(Qt::PlainText);
    m_pin->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_pin->hide();
    m_joined->setFont(scaledFont(font(), 1.15, true));
    m_joined->setAlignment(Qt::AlignCenter);
    m_elsewhereText->setObjectName(u"elsewhere"_s);
    m_elsewhereText->setAlignment(Qt::AlignCenter);
    m_elsewhereText->setWordWrap(true);
    m_interfaces->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_interfaces->setMinimumContentsLength(12);
    m_interfaceCaption->setBuddy(m_interfaces);
    layOutColumn();
}

void JoinPanel::layOutColumn()
{
    const int em = fontMetrics().height();
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(em / 2, em / 2, em / 2, em / 2);
    column->setSpacing(em / 2);
    column->addWidget(m_qr);
    column->addWidget(m_address);
    column->addWidget(m_copy, 0, Qt::AlignHCenter);
    column->addWidget(m_pin);
    column->addWidget(m_pinWanted, 0, Qt::AlignHCenter);
    column->addSpacing(em / 3);
    column->addWidget(m_interfaceCaption);
    column->addWidget(m_interfaces);
    column->addSpacing(em / 3);
    column->addWidget(m_browser);
    column->addWidget(m_member);
    column->addSpacing(em / 3);
    column->addWidget(m_fingerprint);
    column->addWidget(m_joined);
    column->addWidget(m_elsewhereText);
    column->addWidget(m_help);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows its buttons
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(em * 15);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

void JoinPanel::showRunning(const QHostAddress &bind, quint16 port, const QString &room, const QByteArray &fingerprint,
                            const QList<LanAddress> &network)
{
    m_bind = bind;
    m_port = port;
    m_room = room;
    m_certificate = fingerprint;
    m_fromOtherMachine = false;
    m_addresses.clear();
    m_interfaces->clear();
    m_isChosen = false;
    refreshAddresses(network);
    m_help->setPort(port);
    m_help->hide();
    if (!bind.isLoopback()) // on loopback, no other machine can connect anyway
        m_helpTimer.start(helpDelay);
    setJoined(0, 0, false);
    showAddress();
}

void JoinPanel::showStopped()
{
    m_port = 0;
    m_helpTimer.stop();
    m_help->hide();
    m_joined->clear();
    m_elsewhereText->hide();
    showAddress();
}

void JoinPanel::setJoined(qint64 members, qint64 elsewhere, bool fromOtherMachine)
{
    m_members = members;
    m_elsewhere = elsewhere;
    m_fromOtherMachine = m_fromOtherMachine || fromOtherMachine;
    if (m_fromOtherMachine) {
        m_helpTimer.stop();
        m_help->hide();
    }
    m_joined->setText(tr("Joined: %1").arg(widgets::countText(m_members)));
    m_elsewhereText->setVisible(m_elsewhere > 0);
    m_elsewhereText->setText(tr("%Ln are in another room", nullptr, int(m_elsewhere)));
}

QUrl JoinPanel::url() const
{
    const int index = m_interfaces->currentIndex();
    if (m_port == 0 || index < 0 || index >= m_addresses.size())
        return {};
    return classUrl(QUrl(hostUrlText(m_addresses.at(index).address, m_port, m_certificate.isEmpty() ? u"http"_s : u"https"_s)),
                    m_room);
}

QUrl JoinPanel::urlWithPin() const
{
    const QUrl address = url();
    return address.isEmpty() ? address : classUrl(address, m_room, m_pin->text());
}

void JoinPanel::setPin(const QString &pin)
{
    m_pin->setText(pin);
    m_pin->setVisible(!pin.isEmpty());
    m_pinWanted->setChecked(!pin.isEmpty());
    showAddress();
}

void JoinPanel::setNetwork(const QList<LanAddress> &network, const QByteArray &fingerprint)
{
    if (m_port == 0)
        return;
    m_certificate = fingerprint;
    refreshAddresses(network);
    showAddress();
}

void JoinPanel::refreshAddresses(QList<LanAddress> network)
{
    QList<LanAddress> addresses;
    if (isAnyAddress(m_bind)) {
        addresses = std::move(network);
        if (addresses.isEmpty())
            addresses.append({QHostAddress(QHostAddress::LocalHost), {}, AdapterKind::Loopback});
    } else {
        addresses.append({m_bind, {}, m_bind.isLoopback() ? AdapterKind::Loopback : AdapterKind::Other});
    }
    if (addresses == m_addresses)
        return;
    const QHostAddress chosen = m_interfaces->currentIndex() >= 0 ? m_addresses.at(m_interfaces->currentIndex()).address
                                                                  : QHostAddress();
    m_addresses = addresses;
    const auto kept = std::find_if(m_addresses.cbegin(), m_addresses.cend(),
                                   [&chosen](const LanAddress &address) { return address.address == chosen; });
    m_isChosen = m_isChosen && kept != m_addresses.cend();
    fillChooser(m_isChosen ? int(kept - m_addresses.cbegin()) : 0);
}

void JoinPanel::fillChooser(int index)
{
    {
        const QSignalBlocker blocker(m_interfaces); // no signals until all entries are there
        m_interfaces->clear();
        for (const LanAddress &address : m_addresses) {
            const QString entry = lanAddressText(address);
            m_interfaces->addItem(entry);
            m_interfaces->setItemData(m_interfaces->count() - 1, widgets::plainToolTip(entry), Qt::ToolTipRole);
        }
        m_interfaces->setCurrentIndex(m_addresses.isEmpty() ? -1 : qMin(index, int(m_addresses.size()) - 1));
    }
    showAddress();
}

void JoinPanel::showAddress()
{
    const QUrl address = url();
    const bool running = m_port != 0;
    m_qr->setText(QString::fromLatin1(urlWithPin().toEncoded()));
    m_qr->setVisible(running);
    m_qr->setAccessibleName(tr("QR code of %1").arg(widgets::shownName(address.toString())));
    const bool isTls = address.scheme() == u"https"; // then the scheme has to be typed, too
    m_address->setFont(scaledFont(font(), isTls ? 1.1 : 1.45, true));
    m_address->setText(address.isEmpty() ? tr("Not running") : shownAddress(address));
    showFingerprint();
    m_address->setToolTip(widgets::plainToolTip(widgets::shownName(address.toString())));
    m_interfaces->setToolTip(widgets::plainToolTip(m_interfaces->currentText()));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_copy, m_browser, m_member, m_interfaceCaption, m_interfaces})
        widget->setVisible(running);
    Q_EMIT urlChanged(address);
}

void JoinPanel::showFingerprint()
{
    const bool isShown = m_port != 0 && !m_certificate.isEmpty();
    m_fingerprint->setVisible(isShown);
    if (isShown)
        m_fingerprint->setText(tr("Certificate's SHA-256 fingerprint:") + u'\n' + fingerprintLines(m_certificate));
}

void JoinPanel::offerHelp()
{
    m_help->setVisible(!m_fromOtherMachine && m_port != 0);
}

void JoinPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void JoinPanel::retranslate()
{
    m_copy->setText(tr("Copy address"));
    m_browser->setText(tr("Open in the browser"));
    m_browser->setToolTip(tr("The page with which students join, on this computer"));
    m_member->setText(tr("Join from here"));
    m_member->setToolTip(tr("Opens a window of the chat, as a student has it"));
    m_pinWanted->setText(tr("Only with a PIN"));
    m_pinWanted->setToolTip(tr("Draws a PIN that everybody needs to come in; who is in already stays"));
    m_pin->setAccessibleName(tr("PIN"));
    m_interfaceCaption->setText(tr("Reached over"));
    m_interfaces->setAccessibleName(tr("Interface"));
    if (m_port == 0) {
        showAddress();
        return;
    }
    fillChooser(qMax(0, m_interfaces->currentIndex()));
    setJoined(m_members, m_elsewhere, false);
}

} // namespace pushlab::app
