// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/tutorialqueueclient.h"

#include "server/protocol/paths.h"

namespace pushlab::compare {

namespace {

constexpr QByteArrayView textKey = "\"data\":\"";

} // namespace

void TutorialQueueClient::prepare(std::function<void(bool)> done)
{
    m_channel.exchange(head(withQueue(protocol::uidPagePath)), 0, m_page, [this, done = std::move(done)](const HttpAnswer &answer) {
        Traffic &traffic = m_context.metrics.counters.asking;
        traffic.up.handshake += m_page.up.total();
        traffic.down.handshake += m_page.down.total();
        // A delay is measured from the sending on, so the connection has to be open by then.
        if (answer.status == 200 && m_context.options.keepAlive)
            m_second.prepare(done);
        else
            done(answer.status == 200);
    });
}

QByteArray TutorialQueueClient::buildRequest() const
{
    return head(withQueue(protocol::uidQueuePath));
}

HttpClient::Digest TutorialQueueClient::parseResponse(const QByteArray &body)
{
    const qsizetype at = body.indexOf(textKey.data());
    if (at < 0)
        return {}; // data is null: the hold ended without a message
    const QByteArrayView text = QByteArrayView(body).sliced(at + textKey.size());
    m_context.metrics.receiveText(m_position, text);
    // What an answer with a message has in addition is its text, twice, with quotation marks instead of null.
    constexpr QByteArrayView emptyAnswer = "{\"status\":false,\"data\":null,\"msg\":\"\"}";
    m_context.metrics.counters.messageBytes += body.size() - emptyAnswer.size();
    return {1, 0};
}

QByteArray TutorialQueueClient::withQueue(QByteArrayView path) const
{
    return path + "/?uid=" + m_member + "&room=" + m_context.target.room.toUtf8().toPercentEncoding();
}

} // namespace pushlab::compare
