// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/hoststatus.h"

#include "client/widgets/figures.h"
#include "client/widgets/networktext.h"
#include "client/widgets/shownname.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto statusWindow = 5s;

QString clockText(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    return QString::number(seconds / 3600) + u':' + two(seconds / 60 % 60) + u':' + two(seconds % 60);
}

} // namespace

HostStatus::HostStatus(QWidget *parent)
    : QStatusBar(parent)
    , m_address(new QLabel(this))
    , m_uptime(new QLabel(this))
    , m_connections(new QLabel(this))
    , m_requests(new QLabel(this))
    , m_bytes(new QLabel(this))
    , m_network(new QLabel(this))
    , m_awake(new QLabel(this))
    , m_requestRate(statusWindow)
    , m_byteRate(statusWindow)
{
    const int em = fontMetrics().height();
    for (QLabel *label : {m_address, m_uptime, m_connections, m_requests, m_bytes, m_network, m_awake}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(em / 2, 0, em / 2, 0);
        label->setMinimumWidth(1); // what it says does not widen the window
        addWidget(label);
    }
    m_network->setObjectName(u"network"_s);
    m_awake->setObjectName(u"awake"_s);
    m_network->setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    QFont bold = m_network->font();
    bold.setBold(true);
    m_network->setFont(bold);
    connect(&m_tick, &QTimer::timeout, this, &HostStatus::showUptime);
    showAll();
}

void HostStatus::showRunning()
{
    m_since.start();
    m_requestRate = RateMeter(statusWindow);
    m_byteRate = RateMeter(statusWindow);
    m_tick.start(1s);
    showAll();
}

void HostStatus::showStopped()
{
    m_since.invalidate();
    m_tick.stop();
    m_mayFallAsleep = false;
    m_open = 0;
    showAll();
}

void HostStatus::showMayFallAsleep()
{
    m_mayFallAsleep = true;
    showAll();
}

void HostStatus::setAddress(const QString &address)
{
    m_addressText = address;
    showAll();
}

void HostStatus::setSnapshot(const server::HostSnapshot &snapshot)
{
    double requests = double(snapshot.other.requests);
    double bytes = double(snapshot.other.bytesUp + snapshot.other.bytesDown);
    for (const server::TechniqueCounters &counters : snapshot.techniques) {
        requests += double(counters.requests + counters.sends);
        bytes += double(counters.bytesUp() + counters.bytesDown());
    }
    m_requestRate.add(snapshot.now, requests);
    m_byteRate.add(snapshot.now, bytes);
    m_open = snapshot.connections;
    m_settings = snapshot.settings;
    showAll();
}

void HostStatus::showNetwork()
{
    m_network->setVisible(m_since.isValid() && (m_settings.conditioner.isOn() || !m_settings.roomConditioners.isEmpty()));
    QStringList parts;
    if (m_settings.conditioner.isOn())
        parts += widgets::networkValues(m_settings.conditioner);
    QStringList rooms = m_settings.roomConditioners.keys();
    rooms.sort();
    for (const QString &room : std::as_const(rooms)) //: a room and its slow network
        parts += tr("in %1: %2").arg(widgets::isolatedName(room), widgets::networkValues(m_settings.roomConditioners.value(room)));
    m_network->setText(tr("Slow network: %1").arg(parts.join(u" · "_s)));
    m_network->setToolTip(tr("The network conditioner is on: what is measured includes it."));
}

void HostStatus::showUptime()
{
    m_uptime->setText(tr("Up: %1").arg(clockText(m_since.isValid() ? m_since.elapsed() : 0)));
}

void HostStatus::showAll()
{
    const bool running = m_since.isValid();
    m_address->setText(running ? m_addressText : tr("Not running"));
    m_awake->setVisible(running && m_mayFallAsleep);
    showNetwork();
    if (!running) {
        showWhatFits();
        return;
    }
    m_awake->setText(tr("May go to sleep"));
    m_awake->setToolTip(tr("Nothing here can keep this computer awake: when it goes to sleep, the class stands still."));
    const QLocale locale;
    showUptime();
    m_connections->setText(tr("Open connections: %1").arg(widgets::countText(m_open)));
    m_requests->setText(tr("Requests/s: %1").arg(locale.toString(m_requestRate.perSecond().value_or(0), 'f', 1)));
    m_bytes->setText(tr("KB/s: %1").arg(locale.toString(m_byteRate.perSecond().value_or(0) / 1000, 'f', 1)));
    showWhatFits();
}

//! Whole texts, the most important ones first.
void HostStatus::showWhatFits()
{
    const int em = fontMetrics().height();
    int left = width() - m_address->sizeHint().width() - 2 * em;
    const auto permanent = findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (const QWidget *const widget : permanent) {
        if (!qobject_cast<const QLabel *>(widget) && widget->isVisible())
            left -= widget->width() + em / 2;
    }
    if (!m_network->isHidden())
        left -= std::min(m_network->sizeHint().width(), width() / 3);
    if (!m_awake->isHidden())
        left -= m_awake->sizeHint().width() + em / 2;
    for (QLabel *const label : {m_connections, m_uptime, m_requests, m_bytes}) {
        left -= label->sizeHint().width() + em / 2;
        label->setVisible(m_since.isValid() && left >= 0);
    }
}

void HostStatus::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    showWhatFits();
}

void HostStatus::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showAll();
}

} // namespace pushlab::app
