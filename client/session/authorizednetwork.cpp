// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/authorizednetwork.h"

#include <QNetworkRequest>

namespace pushlab::session {

QNetworkReply *AuthorizedNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *data)
{
    if (m_token.isEmpty())
        return QNetworkAccessManager::createRequest(operation, request, data);
    QNetworkRequest authorized = request;
    authorized.setRawHeader("Authorization", QByteArray("Bearer " + m_token));
    return QNetworkAccessManager::createRequest(operation, authorized, data);
}

} // namespace pushlab::session
