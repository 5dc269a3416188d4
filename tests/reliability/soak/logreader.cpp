// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/soak/logreader.h"

#include "client/transport/messagesrequest.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using transport::MessagesRequest;

std::optional<QList<protocol::Entry>> readLog(const QUrl &host)
{
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy::NoProxy);
    const transport::Endpoint endpoint{host, u"lobby"_s, u"auditor"_s, u"Auditor"_s};
    MessagesRequest request(endpoint, network, transport::Timing{.answer = 60s});
    QEventLoop loop;
    QList<protocol::Entry> log;
    bool isWhole = false;
    QObject::connect(&request, &MessagesRequest::answered, &loop, [&](const protocol::MessageBatch &batch) {
        log += batch.entries;
        isWhole = batch.entries.isEmpty();
        isWhole ? loop.quit() : request.ask({batch.epoch, batch.next}, 0ms);
    });
    QObject::connect(&request, &MessagesRequest::failed, &loop, &QEventLoop::quit);
    QObject::connect(&request, &MessagesRequest::accessDenied, &loop, &QEventLoop::quit);
    request.ask({}, 0ms);
    loop.exec();
    return isWhole ? std::optional(log) : std::nullopt;
}

} // namespace pushlab::tests
