// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/soak/soakteacher.h"

#include "server/protocol/paths.h"
#include "tests/reliability/soak/hostprocess.h"

#include <QEventLoop>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <utility>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds actEvery = 1s;
constexpr std::chrono::milliseconds answerWithin = 10s;
constexpr int mostTries = 6;
constexpr QByteArrayView lessonPath = "/api/class/lesson";
constexpr QByteArrayView roomModerationPath = "/api/rooms/lobby/moderation";

} // namespace

SoakTeacher::SoakTeacher(const HostProcess &host, Class members, quint32 seed)
    : m_host(host), m_class(std::move(members)), m_random(seed)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    connect(&m_timer, &QTimer::timeout, this, &SoakTeacher::act);
}

void SoakTeacher::start()
{
    m_timer.start(actEvery);
}

bool SoakTeacher::stop()
{
    m_timer.stop();
    lead(R"({"action":"stop"})");
    ask(R"({"action":"discard"})");
    for (int i = 0; i < mostTries; ++i) {
        set(R"({"technique":null,"split":false,"generator":null})");
        while (m_waiting > 0) {
            QEventLoop loop;
            QTimer::singleShot(50ms, &loop, &QEventLoop::quit);
            loop.exec();
        }
        if (m_isTaken)
            return true;
    }
    return false;
}

//! In 16 turns each kind of order once or more; for most of them the members choose their techniques.
void SoakTeacher::act()
{
    const bool isOdd = m_turn / 16 % 2 == 1;
    switch (m_turn++ % 16) {
    case 0:
        return post(u"race"_s, protocol::racePath, "{}");
    case 1:
        return ask(isOdd ? R"({"action":"open","prepared":"requests"})"
                         : R"({"action":"open","question":{"text":"How many?","unit":"B","answer":500}})");
    case 2:
    case 9:
    case 14:
        return withdraw();
    case 3:
        return ask(R"({"action":"close"})");
    case 4:
        return set(isOdd ? R"({"pollInterval":2.5,"hold":12})" : R"({"pollInterval":3,"hold":10})");
    case 5:
        return ask(R"({"action":"show","names":true})");
    case 6:
        return post(u"mark"_s, protocol::markPath, R"({"name":"soak"})");
    case 7:
        return set(R"({"split":true})");
    case 8:
        return set(R"({"split":false,"technique":"websocket"})");
    case 10: // the built-in lesson: its first step leaves the technique to the members
        return lead(R"({"action":"start","lesson":"45-minutes"})");
    case 11: // polling for all, the generator, a question
    case 12: // which is closed
    case 13: // and answered
        return lead(R"({"action":"next"})");
    default:
        lead(R"({"action":"stop"})");
        set(R"({"technique":null,"split":false,"generator":null})");
        return post(u"spotlight"_s, protocol::classModerationPath,
                    R"({"action":"spotlight","member":"m:)" + m_class.someMember().toUtf8() + R"("})");
    }
}

void SoakTeacher::withdraw()
{
    const qint64 seq = m_class.someMessage();
    if (seq == 0)
        return;
    const QByteArray order = R"({"action":"withdraw","seq":)" + QByteArray::number(seq) + '}';
    post(u"withdraw"_s, roomModerationPath, order, [this, seq] { m_withdrawn.insert(seq); });
}

void SoakTeacher::set(const QByteArray &settings)
{
    post(u"settings"_s, protocol::classSettingsPath, settings);
}

void SoakTeacher::ask(const QByteArray &order)
{
    post(u"question"_s, protocol::questionPath, order);
}

void SoakTeacher::lead(const QByteArray &order)
{
    post(u"lesson"_s, lessonPath, order);
}

void SoakTeacher::post(const QString &what, QByteArrayView path, const QByteArray &body, const std::function<void()> &onTaken)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1"_s.arg(m_host.port()) + QString::fromLatin1(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", QByteArray("Bearer " + m_host.teacherKey()));
    request.setTransferTimeout(int(answerWithin.count()));
    QNetworkReply *const reply = m_network.post(request, body);
    ++m_waiting;
    connect(reply, &QNetworkReply::finished, this, [this, reply, what, onTaken] {
        --m_waiting;
        m_isTaken = reply->error() == QNetworkReply::NoError; // the host may be away
        reply->deleteLater();
        if (!m_isTaken) {
            // 404 and 409: the race is still open, nothing is asked, the message is withdrawn already; no status: the host is away.
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            if (status != 0 && status != 404 && status != 409)
                m_refused.append(what + u": "_s + QString::number(status));
            return;
        }
        ++m_taken[what];
        if (onTaken)
            onTaken();
    });
}

} // namespace pushlab::tests
