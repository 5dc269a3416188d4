// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/soak/soakteacher.h"

#include "server/protocol/paths.h"
#include "tests/reliability/soak/hostprocess.h"

#include <QNetworkProxy>
#include <QNetworkReply>

#include <chrono>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds changeEvery = 1s;
constexpr std::chrono::milliseconds answerWithin = 10s;

} // namespace

SoakTeacher::SoakTeacher(const HostProcess &host) : m_host(host)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    connect(&m_timer, &QTimer::timeout, this, &SoakTeacher::change);
}

void SoakTeacher::start()
{
    m_timer.start(changeEvery);
}

void SoakTeacher::stop()
{
    m_timer.stop();
}

void SoakTeacher::change()
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1"_s.arg(m_host.port()) + QString::fromLatin1(protocol::classSettingsPath)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", QByteArray("Bearer " + m_host.teacherKey()));
    request.setTransferTimeout(int(answerWithin.count()));
    const QByteArray interval = ++m_turn % 2 == 0 ? "2" : "2.5";
    const QByteArray hold = m_turn % 3 == 0 ? "10" : "12";
    QNetworkReply *const reply = m_network.post(request, QByteArray(R"({"pollInterval":)" + interval + R"(,"hold":)" + hold + '}'));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        m_changes += reply->error() == QNetworkReply::NoError; // the host may be away
        reply->deleteLater();
    });
}

} // namespace pushlab::tests
