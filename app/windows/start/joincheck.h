// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"
#include "client/session/tokenrequest.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

QT_BEGIN_NAMESPACE
class QSslError;
QT_END_NAMESPACE

namespace pushlab::transport {
class HttpCall;
struct HttpAnswer;
}

namespace pushlab::app {

//! Tries, before a chat is opened, whether the class is there and lets this user in: asks for the room, and for a token where
//! a PIN is wanted. Ends within a few seconds. Owned by its form, in its thread.
class JoinCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JoinCheck)

public:
    enum class Problem : quint8 {
        NoAnswer, //!< the detail says why, as Qt words it
        NotPushLab,
        WantsTls, //!< it speaks https alone
        Refused, //!< the code says what for, the detail says it in English
    };

    explicit JoinCheck(QObject *parent = nullptr);
    ~JoinCheck() override;

    void start(const session::ClientOptions &options); //!< drops one under way
    void stop(); //!< nothing is reported then
    [[nodiscard]] bool isRunning() const { return m_deadline.isActive(); }
    [[nodiscard]] const session::ClientOptions &options() const { return m_options; } //!< of the last one

Q_SIGNALS:
    void reached(const pushlab::session::ClientOptions &options); //!< with the token that was given
    void failed(pushlab::app::JoinCheck::Problem problem, const QString &code, const QString &detail);
    void certificateRefused(const QByteArray &fingerprint); //!< nobody vouches for it; empty: it cannot be trusted

private:
    void ask();
    void take(const transport::HttpAnswer &answer);
    void takeRefusal(const transport::HttpAnswer &answer);
    void judge(QNetworkReply *reply, const QList<QSslError> &errors);
    void fail(Problem problem, const QString &code, const QString &detail);

    session::ClientOptions m_options;
    QNetworkAccessManager m_network;
    std::unique_ptr<session::TokenRequest> m_tokenRequest; // while it is asked for
    transport::HttpCall *m_call = nullptr; // a child
    std::optional<QByteArray> m_refused; // the certificate's fingerprint
    QTimer m_deadline; // for all of it
};

} // namespace pushlab::app
