// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/httptransport.h"
#include "client/transport/messagesrequest.h"

#include <QElapsedTimer>
#include <QTimer>

namespace pushlab::transport {

//! What short and long polling share: one request after another, each from where the last answer ended. They differ in how
//! long the host may hold a request, and in the pause behind its answer.
class RequestTransport : public HttpTransport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestTransport)

public:
    void stop() final;

protected:
    //! An answer, as far as the pause behind it depends on it.
    struct Answered
    {
        bool isNews = false; //!< it has moved the cursor
        bool mayHaveMore = false; //!< the host may have cut it
        std::chrono::milliseconds wait{}; //!< for it
    };

    RequestTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent);

    virtual void usePace(const Pace &pace) = 0;
    //! For how long the host may hold a request.
    [[nodiscard]] virtual std::chrono::milliseconds hold() const = 0;
    //! 0: asks again at once.
    [[nodiscard]] virtual std::chrono::milliseconds pauseAfter(const Answered &answer) const = 0;

private:
    void begin(const Pace &pace) final;
    void ask();
    void takeAnswer(const protocol::MessageBatch &batch, bool mayHaveMore);

    MessagesRequest m_request;
    QElapsedTimer m_asked;
    QTimer m_pause;
};

} // namespace pushlab::transport
