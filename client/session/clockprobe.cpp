// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/clockprobe.h"

#include "client/session/clockoffset.h"
#include "client/transport/apiurl.h"
#include "client/transport/httpcall.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

#include <utility>

namespace pushlab::session {

using namespace std::chrono_literals;
using transport::HttpAnswer;
using transport::HttpCall;

namespace {

constexpr int samplesAtStart = 6; // the first one includes opening the connection
constexpr std::chrono::milliseconds pauseAtStart = 100ms;
constexpr std::chrono::milliseconds pauseLater = 30s;
constexpr std::chrono::milliseconds timeout = 5s; // a slower sample would be useless

} // namespace

ClockProbe::ClockProbe(const QUrl &host, QNetworkAccessManager &network, ClockOffset &offset, QObject *parent)
    : QObject(parent), m_url(transport::timeUrl(host)), m_network(network), m_offset(offset)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ClockProbe::ask);
}

ClockProbe::~ClockProbe() = default;

void ClockProbe::start()
{
    stop();
    m_samples = 0;
    ask();
}

void ClockProbe::stop()
{
    m_timer.stop();
    if (HttpCall *call = std::exchange(m_call, nullptr))
        call->drop();
}

void ClockProbe::ask()
{
    m_sent = localMilliseconds();
    m_call = HttpCall::get(m_network, m_url, timeout, this);
    connect(m_call, &HttpCall::finished, this, &ClockProbe::take);
}

void ClockProbe::take(const HttpAnswer &answer)
{
    const double received = localMilliseconds();
    stop();
    const QJsonValue now = QJsonDocument::fromJson(answer.body).object()[u"now"];
    const bool good = answer.status == 200 && now.isDouble();
    if (good) {
        ++m_samples;
        m_offset.addSample(m_sent, received, now.toDouble());
    }
    m_timer.start(good && m_samples < samplesAtStart ? pauseAtStart : pauseLater);
}

} // namespace pushlab::session
