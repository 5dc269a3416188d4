// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/httpchannel.h"
#include "client/compare/load/virtualclient.h"

#include <QTimer>

namespace pushlab::compare {

//! A virtual client that asks over HTTP: polling, long polling and the tutorials' queue differ in what they ask and when.
//! Sends on the same connection when that is free, else on a second one, as a browser does.
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
    //! What a good answer brought.
    struct Digest
    {
        qint64 messages = 0;
        qint64 controls = 0; //!< control entries
    };

    //! The next request for messages.
    [[nodiscard]] virtual QByteArray buildRequest() const = 0;
    //! Counts the bytes of what a good answer brings.
    virtual Digest parseResponse(const QByteArray &body) = 0;
    //! When to ask again.
    [[nodiscard]] virtual std::chrono::milliseconds pause() const { return {}; }

    [[nodiscard]] QByteArray head(QByteArrayView target) const;
    //! For batches of the API.
    [[nodiscard]] QByteArray buildMessagesRequest(QByteArrayView wait) const;
    Digest parseBatch(const QByteArray &body);

    HttpChannel m_channel;
    HttpChannel m_second; // for what is sent meanwhile

private:
    void ask();
    void take(const HttpAnswer &answer);
    void post();

    QTimer m_timer;
    QList<int> m_unsent; // numbers of messages
    double m_asked = 0; // local ms
};

} // namespace pushlab::compare
