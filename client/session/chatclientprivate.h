// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/authorizednetwork.h"
#include "client/session/backoff.h"
#include "client/session/chatclient.h"
#include "client/session/clockoffset.h"
#include "client/session/clockprobe.h"
#include "client/session/connectionmanager.h"
#include "client/session/delayreporter.h"
#include "client/session/logcursor.h"
#include "client/session/outbox.h"
#include "client/session/settingsinforce.h"
#include "client/session/tokenrequest.h"

#include <QTimer>

#include <array>
#include <optional>

namespace pushlab::session {

//! A random id, which nobody else has.
[[nodiscard]] QString generateId();

//! What connects the parts: the connection delivers, the cursor decides what is new, the outbox what is to be sent.
class ChatClient::Private final
{
    Q_DISABLE_COPY_MOVE(Private)

public:
    Private(ChatClient *client, ClientOptions clientOptions);
    ~Private() = default;

    void connectParts();
    void judge(QNetworkReply *reply, const QList<QSslError> &errors);
    void join(const TimedInfo &timed);
    void refresh(const TimedInfo &timed);
    void welcome(const protocol::RoomInfo &info);
    void takeBatch(const protocol::MessageBatch &batch);
    void measure(Received &received, double local);
    [[nodiscard]] double hostNow() const; // as it travels; 0 before the clock is known
    [[nodiscard]] Received receive(const protocol::Message &message, double local);
    void reportGap(const Gap &gap, qint64 liveFrom);
    void applySettings();
    void useTechnique(protocol::Technique technique);
    void resume();
    void pump();
    void confirm(const QString &id, qint64 seq);
    void refuse(const protocol::Refusal &refusal);
    void sendLater(const QString &id);
    void takeDenial(const protocol::Refusal &refusal);
    void useToken(const QByteArray &token);
    [[nodiscard]] ClientCounters &current() { return counters[size_t(connection.technique())]; }

    ChatClient *q;
    ClientOptions options;
    const QString member; // opaque id, generated once
    AuthorizedNetwork network;
    ClockOffset clock;
    LogCursor log;
    SettingsInForce settings;
    Outbox outbox;
    ClockProbe probe;
    DelayReporter reporter;
    TokenRequest tokenRequest;
    ConnectionManager connection;
    Backoff sendBackoff;
    QTimer sendRetry;
    std::array<ClientCounters, protocol::allTechniques.size()> counters;
    std::optional<protocol::Technique> classTechnique;
    QList<protocol::Technique> offer; //!< empty until the host has said it
    protocol::Conditioner conditioner;
    protocol::OwnOrders own;
    bool isFrozen = false;
    std::optional<QByteArray> refusedFingerprint; // the last that was told
    bool hasShownPin = false; // this one, since somebody asked for it
    qint64 liveFrom = 0; // messages up to this number were in the log before us: no delay
};

} // namespace pushlab::session
