// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>

namespace pushlab::session {

//! Adds the client's token to every request: one that the host issued, or the teacher's key. Owned by its client.
class AuthorizedNetwork final : public QNetworkAccessManager
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuthorizedNetwork)

public:
    using QNetworkAccessManager::QNetworkAccessManager;

    void setToken(const QByteArray &token) { m_token = token; } //!< empty: none
    [[nodiscard]] const QByteArray &token() const { return m_token; }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *data) override;

private:
    QByteArray m_token;
};

} // namespace pushlab::session
