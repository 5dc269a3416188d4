// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/authorizednetwork.h"
#include "client/session/clientcounters.h"
#include "client/session/clientoptions.h"
#include "client/session/clientstate.h"
#include "client/session/clockoffset.h"
#include "client/session/clockprobe.h"
#include "client/session/connectionmanager.h"
#include "client/session/delayreporter.h"
#include "client/session/gap.h"
#include "client/session/logcursor.h"
#include "client/session/received.h"
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
    void stop(); //!< and reports to the host what is still to be reported

    //! Changes the technique now; refused (false) while the class technique is set to another, or it is not on
    //! offer.
    bool setTechnique(protocol::Technique technique);
    [[nodiscard]] protocol::Technique technique() const;
    //! The technique that the teacher has set for the class, if any.
    [[nodiscard]] std::optional<protocol::Technique> classTechnique() const;
    //! Those that the teacher lets students choose from.
    [[nodiscard]] QList<protocol::Technique> offeredTechniques() const;

    //! Queues \a text for sending and returns its id; empty when the text is empty, too long (limits.h) or too much waits.
    QString send(const QString &text);
    //! Tries a failed message again under the same id.
    void retry(const QString &id);
    //! Takes the host's certificate from now on, and tries at once.
    void trust(const QByteArray &fingerprint);
    //! Shows the host another PIN, at once if it does not let this client in.
    void setPin(const QString &pin);
    //! Ends a back-off pause now; asks again where the host had refused.
    void retryNow();

    [[nodiscard]] const ClientOptions &options() const;
    [[nodiscard]] const ClientState &state() const;
    [[nodiscard]] const ClientCounters &counters(protocol::Technique technique) const;
    [[nodiscard]] const QString &memberId() const; //!< as the host knows this client; generated anew for each
    [[nodiscard]] qsizetype unsent() const; //!< own messages that the host has not confirmed, refused ones too
    [[nodiscard]] qint64 cursor() const; //!< number of the last message taken
    //! The slow network that the host pretends in this room.
    [[nodiscard]] const protocol::Conditioner &conditioner() const;
    //! By how much the delays may be wrong, either way, ms; nothing before the host's clock is known.
    [[nodiscard]] std::optional<double> clockUncertainty() const;
    //! Whether a report of delays is on its way to the host; after stop() the last ones are, for a moment.
    [[nodiscard]] bool isReporting() const;

Q_SIGNALS:
    void messagesReceived(const QList<pushlab::session::Received> &messages); //!< ascending, each once
    //! What the teacher has let members know, known kinds and others; has its numbers among the messages, before those of whose
    //! batch it is told. What is old is only a mark.
    void controlsReceived(const QList<pushlab::protocol::ControlEntry> &controls);
    void gapFound(const pushlab::session::Gap &gap); //!< before the messages behind it
    void sendQueued(const QString &id, const QString &text);
    void sendConfirmed(const QString &id, qint64 seq);
    //! The host refused it: it stays with Retry. \a code: the host's word for it that does not change.
    void sendRejected(const QString &id, const QString &reason, const QString &code);
    void stateChanged(const pushlab::session::ClientState &state);
    void countersChanged();
    void reportsFinished(); //!< isReporting() no longer
    void techniqueChanged(pushlab::protocol::Technique technique);
    void classTechniqueChanged(); //!< or what is on offer
    void conditionerChanged();
    //! Nobody vouches for the host's certificate, and the user has not trusted it: trust(), or it will not be joined. Empty:
    //! it cannot be trusted. Once for each certificate.
    void certificateRefused(const QByteArray &fingerprint);

private:
    void connectParts();
    void judge(QNetworkReply *reply, const QList<QSslError> &errors);
    void join(const TimedInfo &timed);
    void refresh(const TimedInfo &timed);
    void welcome(const protocol::RoomInfo &info);
    void takeBatch(const protocol::MessageBatch &batch);
    [[nodiscard]] Received receive(const protocol::Message &message, double local);
    void measure(Received &received, double local);
    void reportGap(const Gap &gap, qint64 liveFrom);
    void applySettings();
    void takeDenial(const protocol::Refusal &refusal);
    void useToken(const QByteArray &token);
    [[nodiscard]] ClientCounters &current() { return m_counters[size_t(m_connection.technique())]; }

    ClientOptions m_options;
    const QString m_member; // opaque id, generated once
    AuthorizedNetwork m_network;
    ClockOffset m_clock;
    LogCursor m_log;
    SettingsInForce m_settings;
    ClockProbe m_probe;
    DelayReporter m_reporter;
    TokenRequest m_tokenRequest;
    ConnectionManager m_connection;
    SendQueue m_sending;
    std::array<ClientCounters, protocol::allTechniques.size()> m_counters;
    std::optional<protocol::Technique> m_classTechnique;
    QList<protocol::Technique> m_offer; // empty until the host has said it
    protocol::Conditioner m_conditioner;
    std::optional<QByteArray> m_refusedFingerprint; // the last that was told
    bool m_hasShownPin = false; // this one, since somebody asked for it
    qint64 m_liveFrom = 0; // messages up to this number were in the log before us: no delay
};

} // namespace pushlab::session
