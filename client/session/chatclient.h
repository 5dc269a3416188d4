// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clientcounters.h"
#include "client/session/clientstate.h"
#include "client/session/gap.h"
#include "client/transport/chattransport.h"
#include "server/protocol/entry.h"
#include "server/protocol/roominfo.h"
#include "server/protocol/techniquetraits.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace pushlab::session {

//! Whom to join, and how.
struct ClientOptions
{
    QUrl host; //!< http://ADDRESS:PORT or https://…
    QString room = QStringLiteral("lobby");
    QString name;
    protocol::Technique technique = protocol::defaultTechnique;
    std::optional<std::chrono::milliseconds> pollInterval; //!< else the host's
    std::optional<std::chrono::milliseconds> hold; //!< else the host's
    bool fromStart = true; //!< begin with the oldest message in the log; else with the next to come
    QByteArray fingerprint = {}; //!< SHA-256 of the host's certificate, trusted though no authority vouches for it; may be empty
    QString pin{}; //!< shown when the host asks for one
    QByteArray token{}; //!< a token or the teacher's key, if there is one already
};

//! A message as it came in.
struct Received
{
    protocol::Message message;
    protocol::Technique technique; //!< by which it came
    std::optional<double> delay; //!< ms from the host's acceptance to here; nothing before the clock is known or for a message
        //!< that was already in the log when this client joined
    std::optional<double> uncertainty; //!< ± ms, of that delay
    bool own = false; //!< sent by this client
    QString id; //!< of the own message, so that the pending row becomes this one
};

//! A member of a room: holds the cursor, switches technique at any moment so that nothing is lost or repeated, sends until
//! acknowledged, reconnects with back-off. Owned by a window or a command; lives in its thread and never blocks it.
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
    //! The technique that the teacher has set for the class, or for this client, if any.
    [[nodiscard]] std::optional<protocol::Technique> classTechnique() const;
    //! What the teacher has ordered of this client alone; its technique is classTechnique(), too.
    [[nodiscard]] const protocol::OwnOrders &ownOrders() const;
    //! Nobody but the teacher may send: what is sent all the same is refused, and stays with its sender.
    [[nodiscard]] bool isFrozen() const;
    [[nodiscard]] QString name() const; //!< as others see it: the teacher's for this client, or its own
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
    void ordersChanged(); //!< ownOrders(), isFrozen() or name()
    void conditionerChanged();
    //! Nobody vouches for the host's certificate, and the user has not trusted it: trust(), or it will not be joined. Empty:
    //! it cannot be trusted. Once for each certificate.
    void certificateRefused(const QByteArray &fingerprint);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pushlab::session
