// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/loadsocket.h"
#include "client/compare/load/target.h"
#include "client/compare/result/counters.h"
#include "server/protocol/wire/recording.h"
#include "server/protocol/wire/responseparser.h"

#include <functional>

namespace pushlab::compare {

//! An HTTP connection of a virtual client, kept alive or opened for every request. One request at a time; the handler of an
//! answer may send the next one. Owned by its client, in the load's thread.
class HttpChannel final : private SocketUser
{
    Q_DISABLE_COPY_MOVE(HttpChannel)

public:
    using Handler = std::function<void(const HttpAnswer &)>; //!< status 0: the connection failed

    HttpChannel(const Target &target, bool keepAlive) : m_target(target), m_keepAlive(keepAlive) {}
    virtual ~HttpChannel() = default;

    //! Opens the connection before the first request. \a opened is called with whether that succeeded.
    void prepare(std::function<void(bool)> opened);

    [[nodiscard]] bool isFree() const { return !m_isBusy; }

    //! Sends \a request, a complete one; the channel must be free. The bytes of the request and its answer are added to \a
    //! traffic.
    void exchange(const QByteArray &request, qsizetype bodyBytes, Traffic &traffic, Handler handler);

    //! Records exchanges from now on; \a recording must outlive the channel.
    void record(Recording &recording) { m_recording = &recording; }

    void close();
    [[nodiscard]] SocketTotals totals() const { return m_socket.totals(); }

private:
    void onOpen() override;
    void onBytes(QByteArrayView bytes) override;
    void onClosed() override;
    void transmit();
    void finish(const HttpAnswer &answer);
    void recordAnswer(QByteArrayView bytes);
    void keepExchange();

    const Target &m_target;
    LoadSocket m_socket{*this};
    ResponseParser m_parser;
    Handler m_handler;
    std::function<void(bool)> m_opened;
    QByteArray m_request; // the present request, kept for a second attempt
    Traffic *m_traffic = nullptr;
    qsizetype m_bodyBytes = 0;
    Recording *m_recording = nullptr; // where the present exchange is recorded; null: nowhere
    Exchange m_exchange;
    double m_sentAt = 0; // local ms, as is m_answeredAt
    double m_answeredAt = 0; // 0: nothing has arrived
    bool m_isConnecting = false; // the present exchange had to wait for a connection
    bool m_keepAlive;
    bool m_isBusy = false;
    bool m_isReused = false; // the connection carried an answer before
};

//! The head of a request as a browser writes it, including the empty line. \a bodyBytes < 0: no body.
[[nodiscard]] QByteArray browserHead(QByteArrayView method, QByteArrayView target, const Target &host, bool keepAlive,
                                     qsizetype bodyBytes = -1);

//! The fields that identify the browser, which handshakes contain, too.
[[nodiscard]] QByteArrayView browserName();

} // namespace pushlab::compare
