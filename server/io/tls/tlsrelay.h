// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/io/socket/socketlayers.h"
#include "server/io/tls/tlscontext.h"
#include "server/io/tls/tlscosts.h"
#include "server/io/tls/tlsstream.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <chrono>
#include <list>
#include <memory>

namespace pushlab::io {

//! Stands between a connection and the socket that serves it: decrypts one way and encrypts the other, holding at most one record
//! per direction, so that a slow reader stops the writer. Either half may end first; an end travels behind the bytes. Owned by
//! the terminator; server's thread.
class TlsRelay final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TlsRelay)

public:
    using Clock = std::chrono::steady_clock;
    using Shaking = std::list<TlsRelay *>; //!< those that have not shaken hands yet

    //! Lends what relays share, and is told what becomes of each.
    class Owner
    {
    public:
        [[nodiscard]] virtual const TlsContext &context() const = 0;
        [[nodiscard]] virtual QByteArray &scratch() = 0; //!< a record's most
        virtual void onCosts(const TlsCosts &costs) = 0; //!< since the last time
        virtual void onShakingEnded(Shaking::iterator place) = 0; //!< well or not, once
        virtual void onFinished(TlsRelay *relay) = 0; //!< may be called from the relay's destructor, but once at most

    protected:
        ~Owner() = default;
    };

    //! Owns both descriptors.
    TlsRelay(int network, int inner, Owner &owner, QObject *parent);
    ~TlsRelay() override;

    void start(Shaking::iterator place);
    [[nodiscard]] Clock::time_point since() const { return m_since; } //!< when the phase began
    void giveUp(); //!< it has not shaken hands in time
    //! Ends what has lingered for longer than \a lingerTime, or has taken nothing for \a stuckTime.
    void checkClock(Clock::time_point now, std::chrono::milliseconds lingerTime, std::chrono::milliseconds stuckTime);

    [[nodiscard]] std::shared_ptr<const TlsLayer> layer() const { return m_layer; }

private:
    enum class Phase : quint8 {
        Greeting, //!< before the first byte has arrived
        Shaking,
        Open, //!< bytes go through
        Refused, //!< the handshake failed; input is discarded until the peer has read the alert
        Finished,
    };
    using Result = TlsStream::Result;
    using Notifier = std::unique_ptr<QSocketNotifier>;

    [[nodiscard]] bool isShaking() const { return m_phase == Phase::Greeting || m_phase == Phase::Shaking; }
    void pump();
    void greet();
    void shakeHands();
    void open();
    void refuse();
    void drain();
    void passUp();
    bool giveToInner(const char *data, qint64 size);
    void passDown();
    bool giveToNetwork(const char *data, qint64 size);
    void endDown();
    void onHangUp();
    void scheduleResume();
    void count(bool isLast);
    void enable(Notifier &notifier, int descriptor, QSocketNotifier::Type type, bool isOn);
    void arm();
    void finish(bool resets);

    Owner &m_owner;
    TlsStream m_stream;
    std::shared_ptr<TlsLayer> m_layer;
    const int m_network;
    const int m_inner;
    Shaking::iterator m_place; //!< while Greeting or Shaking
    Clock::time_point m_since;
    QByteArray m_up; //!< decrypted, not yet taken by the socket
    QByteArray m_down; //!< to be encrypted, in whole or with its rest
    Notifier m_networkReadable; // each is made when it is first needed
    Notifier m_networkWritable;
    Notifier m_innerReadable;
    Notifier m_innerWritable;
    Notifier m_hangUp; //!< watches for the end of the socket
    qint64 m_plainIn = 0;
    qint64 m_countedUp = 0; //!< the part of the overhead that was reported
    qint64 m_countedDown = 0;
    Phase m_phase = Phase::Greeting;
    bool m_wantsWrite = false; //!< the network takes nothing now
    bool m_isUpEnded = false; //!< the peer sends no more, or nobody is there to read it
    bool m_isDownEnded = false; //!< the socket writes no more
    bool m_isDownDone = false; //!< and the peer was told
    bool m_isHostGone = false;
    bool m_isResumeScheduled = false; //!< a further pump() is on its way
};

} // namespace pushlab::io
