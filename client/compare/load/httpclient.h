// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/httpchannel.h"
#include "client/compare/load/virtualclient.h"

#include <QTimer>

namespace pushlab::compare {

//! A virtual client that asks over HTTP. Subclasses for polling, long polling and the tutorials' queue decide what it asks and
//! when. Sends on the same connection when it is free, otherwise on a second one, as a browser does.
class HttpClient : public VirtualClient
{
public:
    HttpClient(ClientContext &context, QByteArray member);

    void prepare(std::function<void(bool)> done) override;
    void begin(std::chrono::milliseconds phase) override;
    void send(int number) override;
    void stop() override;
    [[nodiscard]] SocketTotals totals() const override;
    void record(Recording &recording) override;

protected:
    //! The content of a successful answer.
    struct Digest
    {
        qint64 messages = 0;
        qint64 controls = 0; //!< number of control entries
    };

    //! The next request for messages, complete.
    [[nodiscard]] virtual QByteArray buildRequest() const = 0;
    //! Takes the messages of a successful answer and counts their bytes.
    virtual Digest parseResponse(const QByteArray &body) = 0;
    //! The pause before the next request.
    [[nodiscard]] virtual std::chrono::milliseconds pause() const { return {}; }

    [[nodiscard]] QByteArray head(QByteArrayView target) const;
    //! A request for messages on PushLab's API, which holds it for \a wait.
    [[nodiscard]] QByteArray buildMessagesRequest(QByteArrayView wait) const;
    Digest parseBatch(const QByteArray &body);

    HttpChannel m_channel;
    HttpChannel m_second; // for messages that are sent while the first channel is busy

private:
    void ask();
    void take(const HttpAnswer &answer);
    void post();

    QTimer m_timer;
    QList<int> m_unsent; // numbers of messages that are still to be sent
    double m_asked = 0; // local ms of the last request
};

} // namespace pushlab::compare
