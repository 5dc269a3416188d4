// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testhost.h"

#include "tests/support/tlsclient.h"

#include <QJsonDocument>
#include <QSignalSpy>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;

namespace {

server::HostOptions onLoopback(server::HostOptions options)
{
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    if (options.settings.techniques == protocol::defaultTechniques()) // tests use what there is
        options.settings.techniques = {protocol::allTechniques.begin(), protocol::allTechniques.end()};
    return options;
}

} // namespace

TestHost::TestHost(server::HostOptions options) : m_host(onLoopback(std::move(options)))
{
    QSignalSpy started(&m_host, &server::Host::started);
    m_host.start();
    if (started.isEmpty())
        started.wait(int(patience.count()));
}

void TestHost::change(const std::function<void(protocol::ClassSettings &)> &edit)
{
    protocol::ClassSettings settings = m_host.settings();
    edit(settings);
    m_host.setSettings(settings);
}

HttpAnswer TestHost::exchange(const QByteArray &request, bool toHead) const
{
    if (m_host.options().tls) {
        TlsClient client(port());
        return client.shakeHands() && client.send(request) ? client.readAnswer(toHead) : HttpAnswer();
    }
    RawClient client(port());
    client.send(request);
    return client.readAnswer(toHead).value_or(HttpAnswer());
}

HttpAnswer TestHost::get(const QByteArray &target, const QByteArray &fields) const
{
    return exchange(getRequest(port(), target, fields));
}

HttpAnswer TestHost::head(const QByteArray &target) const
{
    return exchange(getRequest(port(), target).replace(0, 3, "HEAD"), true);
}

HttpAnswer TestHost::postForm(const QByteArray &target, const QByteArray &body) const
{
    return exchange(postRequest(port(), target, body));
}

HttpAnswer TestHost::postJson(const QByteArray &target, const QJsonObject &body, const QByteArray &fields) const
{
    const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return exchange(postRequest(port(), target, json, "application/json", fields));
}

QJsonObject TestHost::log(const QByteArray &room) const
{
    QJsonObject log = get("/api/rooms/" + room + "/messages?after=0&wait=0").json();
    log.remove(u"now"_s);
    return log;
}

QStringList TestHost::texts(const QByteArray &room) const
{
    QStringList texts;
    const QJsonArray messages = log(room)[u"messages"].toArray();
    for (const QJsonValue &message : messages)
        texts.append(message[u"text"].toString());
    return texts;
}

qint64 TestHost::append(const QByteArray &text, const QByteArray &room) const
{
    const QJsonObject body{{u"text"_s, QString::fromUtf8(text)}};
    const HttpAnswer answer = postJson("/api/rooms/" + room + "/messages", body);
    return answer.status == 201 ? answer.json()[u"seq"].toInteger() : 0;
}

} // namespace pushlab::tests
