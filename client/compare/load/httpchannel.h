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

//! One HTTP connection of a virtual client, kept alive or opened for every request. One request at a time. The handler of an
//! answer may begin the next. Owned by its client, in the load's thread.
class HttpChannel final : private SocketUser
{
    Q_DISABLE_COPY_MOVE(HttpChannel)

public:
    using Handler = std::function<void(const HttpAnswer &)>; //!< status 0: the connection failed

    HttpChannel(const Target &target, bool keepAlive) : m_target(target), m_keepAlive(keepAlive) {}
    virtual ~HttpChannel() = default;

    //! Opens the connection ahead of the first request. \a opened is called when that has succeeded or failed.
    void prepare(std::function<void(bool)> opened);

    [[nodiscard]] bool isFree() const { return !m_isBusy; }

    //! Sends \a request, which is a whole one, when free. Its bytes and those of its answer are added to \a traffic.
    void exchange(const QByteArray &request, qsizetype bodyBytes, Traffic &traffic, Handler handler);

    //! Keeps what is exchanged from now on; \a recording outlives the channel.
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
    QByteArray m_request; // under way; kept for a second try
    Traffic *m_traffic = nullptr;
    qsizetype m_bodyBytes = 0;
    Recording *m_recording = nullptr; // where the exchange under way will be kept
    Exchange m_exchange;
    double m_sentAt = 0; // local ms, as the next one
    double m_answeredAt = 0; // 0: nothing has come
    bool m_isConnecting = false; // the exchange waited for a connection
    bool m_keepAlive;
    bool m_isBusy = false;
    bool m_isReused = false; // the connection has carried an answer before
};

//! The head of a request as a browser writes it, with the empty line. \a bodyBytes < 0: no body.
[[nodiscard]] QByteArray browserHead(QByteArrayView method, QByteArrayView target, const Target &host, bool keepAlive,
                                     qsizetype bodyBytes = -1);

//! Fields that say which browser it is, as they stand in handshakes, too.
[[nodiscard]] QByteArrayView browserName();

} // namespace pushlab::compare
