// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/io/socket/socketlayers.h"
#include "server/io/tls/tlscontext.h"
#include "server/io/tls/tlscosts.h"
#include "server/io/tls/tlsrelay.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_set>
#include <utility>

namespace pushlab::io {

class CountingSocket;

//! Puts TLS between the network and the sockets that serve it: each connection gets a relay, and its socket notices nothing.
//! A connection whose first byte does not begin a TLS handshake is passed on as it is; CountingSocket::isEncrypted() tells.
//! A peer that does not shake hands keeps nobody waiting but itself. Costs two further descriptors per connection. Server's
//! thread.
class TlsTerminator final : public QObject, private TlsRelay::Owner
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TlsTerminator)

public:
    using Clock = std::chrono::steady_clock;

    //! Receives what a relay has cost since its last report.
    using CostObserver = std::function<void(const TlsCosts &)>;

    struct Limits
    {
        std::chrono::milliseconds handshakeTime{10'000}; //!< from accepting a connection to its encryption
        std::chrono::milliseconds stuckTime{30'000}; //!< for which a peer may take nothing of what remains for it
        std::chrono::milliseconds lingerTime{1'000}; //!< for which a peer may take to read why the handshake failed
        int maxHandshakes = 1024; //!< handshakes in progress; beyond that, the oldest is ended
    };

    TlsTerminator(std::shared_ptr<const TlsContext> context, CostObserver observer, const Limits &limits, QObject *parent = nullptr);
    ~TlsTerminator() override;

    static constexpr bool isSupported = canRelay; //!< false: it takes in no connection

    //! For those who connect from now on.
    void setContext(std::shared_ptr<const TlsContext> context) { m_context = std::move(context); }

    //! Takes in a socket that was just accepted. Returns false when no descriptor is left; the socket then is as before.
    bool take(CountingSocket &socket);

    [[nodiscard]] int relayCount() const { return int(m_relays.size()); }
    [[nodiscard]] int handshakeCount() const { return int(m_shaking.size()); }
    static constexpr int descriptorsPerRelay = 2;

private:
    void sweep();
    [[nodiscard]] const TlsContext &context() const override { return *m_context; }
    [[nodiscard]] QByteArray &scratch() override { return m_scratch; }
    void onCosts(const TlsCosts &costs) override { m_observer(costs); }
    void onShakingEnded(TlsRelay::Shaking::iterator place) override { m_shaking.erase(place); }
    void onFinished(TlsRelay *relay) override;

    std::shared_ptr<const TlsContext> m_context;
    CostObserver m_observer;
    const Limits m_limits;
    std::unordered_set<TlsRelay *> m_relays;
    TlsRelay::Shaking m_shaking; // the oldest first
    QTimer m_sweepTimer; // while there are relays
    QByteArray m_scratch;
};

} // namespace pushlab::io
