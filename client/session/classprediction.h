// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/chattransport.h"
#include "server/protocol/entry.h"
#include "server/protocol/roominfo.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace pushlab::transport {
class HttpCall;
struct HttpAnswer;
}

namespace pushlab::session {

//! The class's question as its host states it to one client, and the client's guess. Owned by its client, in its thread; the
//! manager is borrowed and must outlive it.
class ClassPrediction final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClassPrediction)

public:
    ClassPrediction(const transport::Endpoint &endpoint, QNetworkAccessManager &network, QObject *parent = nullptr);
    ~ClassPrediction() override;

    //! What is asked, or was until its result was shown; nullopt: nothing.
    [[nodiscard]] const std::optional<protocol::AskedQuestion> &asked() const { return m_asked; }
    //! Guesses, or changes the guess, while the question is open; changed() or refused() follows.
    void guess(double value);

    // For the client: what the host states when it is asked, and what the log says later; as SettingsInForce has them.
    void begin(const protocol::RoomInfo &info);
    void take(const QString &epoch, const protocol::ControlEntry &entry);
    void forget(); //!< the log was restarted

Q_SIGNALS:
    void changed();
    void refused(const QString &reason, const QString &code); //!< the guess was not taken

private:
    struct Heard
    {
        QString epoch;
        qint64 seq = 0;
        std::optional<protocol::AskedQuestion> asked;
    };

    void use(const Heard &heard);
    void set(const std::optional<protocol::AskedQuestion> &asked);
    void post();
    void takeAnswer(const transport::HttpAnswer &answer);

    QUrl m_url;
    QString m_member;
    QNetworkAccessManager &m_network;
    transport::HttpCall *m_call = nullptr; // a child
    QTimer m_retry;
    int m_tries = 0; // of the guess that is on its way
    std::optional<protocol::AskedQuestion> m_asked;
    double m_sent = 0; // the guess that is on its way
    QString m_sentFor; // id of its question
    QString m_epoch;
    qint64 m_asOf = 0; // number of the last entry that what is asked includes
    std::optional<Heard> m_heard; // the last entry that was taken
};

} // namespace pushlab::session
