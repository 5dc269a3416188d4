// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/authorizednetwork.h"
#include "client/session/classprediction.h"
#include "client/session/clientcounters.h"
#include "client/session/clientoptions.h"
#include "client/session/clientstate.h"
#include "client/session/clockoffset.h"
#include "client/session/clockprobe.h"
#include "client/session/connectionmanager.h"
#include "client/session/delayreporter.h"
#include "client/session/gap.h"
#include "client/session/logcursor.h"
#include "client/session/racereceipt.h"
#include "client/session/received.h"
#include "client/session/selftest.h"
#include "client/session/sendqueue.h"
#include "client/session/settingsinforce.h"
#include "client/session/tokenrequest.h"
#include "server/protocol/entry.h"
#include "server/protocol/roominfo.h"

#include <QList>
#include <QObject>
#include <QString>

#include <array>
#include <optional>

QT_BEGIN_NAMESPACE
class QSslError;
QT_END_NAMESPACE

namespace pushlab::session {

//! A member of a room: holds the cursor, switches technique at any moment so that nothing is lost or repeated, sends until
//! acknowledged, reconnects with back-off. It connects the parts: the connection delivers, the cursor decides what is new, the
//! queue sends. Owned by a window or a command; lives in its thread and never blocks it.
class ChatClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatClient)

public:
    explicit ChatClient(ClientOptions options, QObject *parent = nullptr);
    ~ChatClient() override;

    void start();
    void stop(); //!< leaves the room, and sends the last reports to the host

    //! Changes the technique at once. Returns false while the class technique is another one, or \a technique is not offered.
    bool setTechnique(protocol::Technique technique);
    [[nodiscard]] protocol::Technique technique() const;
    //! The technique that the teacher has set for the class, or for this client; nullopt when students choose.
    [[nodiscard]] std::optional<protocol::Technique> classTechnique() const;
    //! What keeps techniques from getting through, as far as it is known; empty unless ClientOptions::testsTechniques.
    [[nodiscard]] const Obstacles &obstacles() const;
    //! What the teacher has ordered of this client alone; classTechnique() includes its technique.
    [[nodiscard]] const protocol::OwnOrders &ownOrders() const;
    //! Whether only the teacher may send: messages sent meanwhile are refused, and stay until retry().
    [[nodiscard]] bool isFrozen() const;
    [[nodiscard]] QList<protocol::Technique> offeredTechniques() const; //!< that students may choose

    //! Queues \a text for sending and returns its id; empty when the text is empty or too long (limits.h), or when too much is
    //! queued.
    QString send(const QString &text);
    void retry(const QString &id); //!< sends a refused message again, under the same id
    //! Trusts the host's certificate from now on, and tries to connect at once.
    void trust(const QByteArray &fingerprint);
    //! Sets the PIN to show the host; uses it at once when the host refuses this client.
    void setPin(const QString &pin);
    void retryNow(); //!< ends a back-off pause; when the host has refused this client, asks again

    [[nodiscard]] const ClientOptions &options() const;
    [[nodiscard]] const ClientState &state() const;
    [[nodiscard]] const ClientCounters &counters(protocol::Technique technique) const;
    [[nodiscard]] const QString &name() const; //!< as the host has it, where the wanted one is taken; until then the wanted one
    [[nodiscard]] const QString &memberId() const; //!< the client's id for the host, generated for each client
    [[nodiscard]] qsizetype unsent() const; //!< own messages that the host has not confirmed, including refused ones
    [[nodiscard]] qint64 cursor() const; //!< number of the last entry received
    [[nodiscard]] const protocol::Conditioner &conditioner() const; //!< the slow network that the host pretends in this room
    //! How much delays may be wrong in either direction, ms; nullopt while the host's clock is unknown.
    [[nodiscard]] std::optional<double> clockUncertainty() const;
    [[nodiscard]] ClassPrediction &prediction() { return m_prediction; }
    //! Whether a report of delays is on its way to the host. After stop() this may be so for a moment.
    [[nodiscard]] bool isReporting() const;

Q_SIGNALS:
    void messagesReceived(const QList<pushlab::session::Received> &messages); //!< ascending, each message once
    //! Control entries, of known kinds and others, with their numbers among the messages; emitted before the messages of the same
    //! batch. Old ones are for display only.
    void controlsReceived(const QList<pushlab::protocol::ControlEntry> &controls);
    void messagesWithdrawn(const QList<qint64> &seqs); //!< nobody may show them any more; emitted after the batch's messages
    void raceReceived(const pushlab::session::RaceReceipt &receipt); //!< of a race that is open; the host has been told
    void gapFound(const pushlab::session::Gap &gap); //!< emitted before the messages behind the gap
    void sendQueued(const QString &id, const QString &text);
    void sendConfirmed(const QString &id, qint64 seq);
    //! The host refused a message, which stays until retry(). \a code: the host's stable identifier for the reason.
    void sendRejected(const QString &id, const QString &reason, const QString &code);
    void stateChanged(const pushlab::session::ClientState &state);
    void countersChanged();
    void reportsFinished(); //!< isReporting() has become false
    void techniqueChanged(pushlab::protocol::Technique technique);
    void classTechniqueChanged(); //!< the class technique or the offer has changed
    void ordersChanged(); //!< ownOrders(), isFrozen() or name() has changed
    void conditionerChanged();
    void nameChanged();
    void obstaclesFound(); //!< there are some; the technique has been changed if need be
    //! The host's certificate is neither trusted by the user nor by an authority; only trust() makes joining possible. An empty
    //! fingerprint means that it cannot be trusted. Emitted once for each certificate.
    void certificateRefused(const QByteArray &fingerprint);

private:
    void connectParts();
    void judge(QNetworkReply *reply, const QList<QSslError> &errors);
    void join(const TimedInfo &timed);
    void refresh(const TimedInfo &timed);
    void welcome(const protocol::RoomInfo &info);
    void takeBatch(const protocol::MessageBatch &batch);
    void tellWithdrawn(const QList<protocol::ControlEntry> &controls);
    [[nodiscard]] Received receive(const protocol::Message &message, double local);
    void measure(Received &received, double local);
    void takeRaces(const QList<protocol::ControlEntry> &controls, double local);
    void reportGap(const Gap &gap, qint64 liveFrom);
    void applySettings();
    void testTechniques();
    void useName(const QString &given);
    void takeDenial(const protocol::Refusal &refusal);
    void useToken(const QByteArray &token);
    [[nodiscard]] ClientCounters &current() { return m_counters[size_t(m_connection.technique())]; }

    ClientOptions m_options;
    const QString m_member; // opaque id, generated once
    QString m_name; // the host's for this client; the wanted one stays in the options
    AuthorizedNetwork m_network;
    ClockOffset m_clock;
    LogCursor m_log;
    SettingsInForce m_settings;
    SelfTest m_selfTest;
    ClassPrediction m_prediction;
    ClockProbe m_probe;
    DelayReporter m_reporter;
    TokenRequest m_tokenRequest;
    ConnectionManager m_connection;
    SendQueue m_sending;
    std::array<ClientCounters, protocol::allTechniques.size()> m_counters;
    std::optional<protocol::Technique> m_classTechnique;
    QList<protocol::Technique> m_offer; // empty until the host has said it
    protocol::Conditioner m_conditioner;
    protocol::OwnOrders m_own;
    bool m_isFrozen = false;
    std::optional<QByteArray> m_refusedFingerprint; // the last that was told
    bool m_hasShownPin = false; // this one, since somebody asked for it
    qint64 m_liveFrom = 0; // messages up to this number were in the log before us: no delay
};

} // namespace pushlab::session
