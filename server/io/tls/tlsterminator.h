// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/io/socket/socketlayers.h"
#include "server/io/tls/tlscontext.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <unordered_set>
#include <utility>

namespace pushlab::io {

class CountingSocket;
class TlsRelay;

//! What TLS itself costs, on top of what it carries.
struct TlsCosts
{
    qint64 bytesUp = 0; //!< that came in: handshakes, heads and tags of records, alerts
    qint64 bytesDown = 0;
    int handshakes = 0; //!< that succeeded
    int failures = 0; //!< that did not, for whatever reason
};

//! Puts TLS between the network and the sockets that serve it: each connection gets a relay, and its socket notices nothing.
//! A connection whose first byte does not begin a TLS handshake is passed on as it is; CountingSocket::isEncrypted() tells.
//! A peer that does not shake hands keeps nobody waiting but itself. Costs two further descriptors per connection. Server's
//! thread.
class TlsTerminator final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TlsTerminator)

public:
    using Clock = std::chrono::steady_clock;

    //! What a relay has cost since it spoke last.
    using CostObserver = std::function<void(const TlsCosts &)>;

    struct Limits
    {
        std::chrono::milliseconds handshakeTime{10'000}; //!< from the first sight of a connection to its encryption
        std::chrono::milliseconds stuckTime{30'000}; //!< in which a peer takes nothing of what is left to it
        std::chrono::milliseconds lingerTime{1'000}; //!< for a peer to read why there will be no connection
        int maxHandshakes = 1024; //!< under way; one more, and the oldest has to go
    };

    TlsTerminator(std::shared_ptr<const TlsContext> context, CostObserver observer, const Limits &limits, QObject *parent = nullptr);
    ~TlsTerminator() override;

    static constexpr bool isSupported = canRelay; //!< else it takes nobody in

    //! For those who connect from now on.
    void setContext(std::shared_ptr<const TlsContext> context) { m_context = std::move(context); }

    //! Takes in a socket that was just accepted; false when descriptors have run out, and all is as before.
    bool take(CountingSocket &socket);

    [[nodiscard]] int relayCount() const { return int(m_relays.size()); }
    [[nodiscard]] int handshakeCount() const { return int(m_shaking.size()); }
    static constexpr int descriptorsPerRelay = 2;

private:
    friend class TlsRelay;

    using Shaking = std::list<TlsRelay *>;

    void sweep();
    void endShaking(Shaking::iterator place) { m_shaking.erase(place); }
    void remove(TlsRelay *relay);
    void count(const TlsCosts &costs) const { m_observer(costs); }
    [[nodiscard]] const TlsContext &context() const { return *m_context; }
    [[nodiscard]] QByteArray &scratch() { return m_scratch; }

    std::shared_ptr<const TlsContext> m_context;
    CostObserver m_observer;
    const Limits m_limits;
    std::unordered_set<TlsRelay *> m_relays;
    Shaking m_shaking; // the oldest first
    QTimer m_sweepTimer; // while there are relays
    QByteArray m_scratch;
};

} // namespace pushlab::io
