// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/hostframe.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace pushlab::transport {
class HttpCall;
struct HttpAnswer;
}

namespace pushlab::session {

//! Asks the host for a token, by the class's PIN. Owned by its client, in its thread; the manager is borrowed and must outlive
//! it.
class TokenRequest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenRequest)

public:
    TokenRequest(const QUrl &host, QNetworkAccessManager &network, QObject *parent = nullptr);
    ~TokenRequest() override;

    void ask(const QString &pin, const QString &name); //!< drops an open request
    void stop();

Q_SIGNALS:
    void granted(const QByteArray &token);
    void refused(const pushlab::protocol::Refusal &refusal); //!< the PIN is wrong, or may not be tried now
    void failed(const QString &reason); //!< there was no answer

private:
    void take(const transport::HttpAnswer &answer);

    QUrl m_url;
    QNetworkAccessManager &m_network;
    transport::HttpCall *m_call = nullptr; // a child
};

} // namespace pushlab::session
