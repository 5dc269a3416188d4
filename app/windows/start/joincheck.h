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

//! Checks, before a chat is opened, whether the class exists and admits this user: asks for the room, and for a token when a PIN
//! is required. Ends within a few seconds. Owned by its form, in its thread.
class JoinCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JoinCheck)

public:
    enum class Problem : quint8 {
        NoAnswer, //!< the detail is Qt's error text
        NotPushLab,
        WantsTls, //!< the host uses https only
        Refused, //!< the code identifies the reason, the detail is its text in English
    };

    explicit JoinCheck(QObject *parent = nullptr);
    ~JoinCheck() override;

    void start(const session::ClientOptions &options); //!< aborts a check that is running
    void stop(); //!< nothing is emitted afterwards
    [[nodiscard]] bool isRunning() const { return m_deadline.isActive(); }
    [[nodiscard]] const session::ClientOptions &options() const { return m_options; } //!< those of the last start()

Q_SIGNALS:
    void reached(const pushlab::session::ClientOptions &options); //!< with the issued token
    void failed(pushlab::app::JoinCheck::Problem problem, const QString &code, const QString &detail);
    //! No authority has signed the certificate; empty: it cannot be trusted.
    void certificateRefused(const QByteArray &fingerprint);

private:
    void ask();
    void take(const transport::HttpAnswer &answer);
    void takeRefusal(const transport::HttpAnswer &answer);
    void judge(QNetworkReply *reply, const QList<QSslError> &errors);
    void fail(Problem problem, const QString &code, const QString &detail);

    session::ClientOptions m_options;
    QNetworkAccessManager m_network;
    std::unique_ptr<session::TokenRequest> m_tokenRequest; // exists while a token is requested
    transport::HttpCall *m_call = nullptr; // a child
    std::optional<QByteArray> m_refused; // fingerprint of the certificate
    QTimer m_deadline; // for the whole check
};

} // namespace pushlab::app
