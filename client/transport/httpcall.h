// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/hostframe.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <chrono>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;
class QUrl;
QT_END_NAMESPACE

namespace pushlab::transport {

//! A complete answer, or why there is none.
struct HttpAnswer
{
    int status = 0; //!< 0: no complete answer, see error
    QByteArray body;
    QString error; //!< English; empty when the answer is complete, whatever its status

    //! Why the request failed, as text: the error, or the status with the host's text.
    [[nodiscard]] QString failure() const;

    //! The host's refusal in the answer; without a code when the answer contains none.
    [[nodiscard]] protocol::Refusal refusal() const;
    //! Whether the host refuses the client itself, and would do so again.
    [[nodiscard]] bool isAccessDenied() const { return status == 403; }
};

//! One HTTP request with a deadline and a limit for the size of its answer. Reports once; deleting it aborts the request
//! silently. The receiver deletes it (deleteLater). The manager is borrowed and must outlive it.
class HttpCall final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpCall)

public:
    ~HttpCall() override;

    //! A request with the common settings: not redirected, not compressed, not cached.
    [[nodiscard]] static QNetworkRequest request(const QUrl &url);
    [[nodiscard]] static HttpCall *get(QNetworkAccessManager &network, const QUrl &url, std::chrono::milliseconds timeout,
                                       QObject *parent);
    [[nodiscard]] static HttpCall *post(QNetworkAccessManager &network, const QUrl &url, const QByteArray &json,
                                        std::chrono::milliseconds timeout, QObject *parent);

    //! Ends \a reply, which nobody wants any more: \a receiver hears nothing of it, and Qt gives the connection up.
    static void dismiss(QNetworkReply &reply, QObject *receiver);
    //! The same for this call and its parent, also from within finished().
    void drop();

Q_SIGNALS:
    void finished(const pushlab::transport::HttpAnswer &answer);

private:
    HttpCall(QNetworkReply *reply, std::chrono::milliseconds timeout, QObject *parent);

    void checkSize();
    void finish();
    void giveUp(const QString &error);
    void release();

    QPointer<QNetworkReply> m_reply; // a child of the manager
    QTimer m_deadline;
};

} // namespace pushlab::transport
