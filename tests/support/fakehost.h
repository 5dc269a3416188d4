// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/delayreport.h"
#include "server/protocol/entry.h"
#include "server/protocol/roominfo.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>
#include <QWebSocketServer>

#include <chrono>

QT_BEGIN_NAMESPACE
class QTcpSocket;
class QUrlQuery;
class QWebSocket;
QT_END_NAMESPACE

namespace pushlab::tests {

//! A host for tests of the client: one room on a free loopback port, with faults as instructed. Of the real server it uses only
//! the protocol.
class FakeHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeHost)

public:
    //! The faults. Counts apply to the next requests of that kind.
    struct Script
    {
        int cutAnswers = 0; //!< answers with messages: reset in the middle
        int cutSends = 0; //!< posts: appended, then reset instead of being answered
        int failSends = 0; //!< posts: not appended, answered with sendStatus
        int sendStatus = 503;
        int failReports = 0; //!< reports: answered with sendStatus
        int status = 200; //!< of answers with messages
        int infoStatus = 200; //!< of the room info
        QByteArray answer; //!< replaces every answer with messages
        bool mute = false; //!< reads requests for messages or events without ever answering
        bool deafSocket = false; //!< opens WebSockets and sends the welcome, but then neither reads nor writes
        bool unopenedSocket = false; //!< never answers a handshake
        bool skipOne = false; //!< once: leaves out the first message of an answer or a replay
        bool repeatOne = false; //!< once: sends the first message of an answer or a replay twice
    };

    explicit FakeHost(QObject *parent = nullptr);
    ~FakeHost() override;

    [[nodiscard]] QUrl url() const;
    void close(); //!< stops listening and resets all connections
    bool reopen(); //!< listens on the same port again
    void resetConnections();

    qint64 append(const QString &text, const QString &from = QStringLiteral("teacher"));
    //! Changes the settings as a teacher does: they are in force and in the log.
    void setSettings(const protocol::ClassSettings &settings);
    void beginAnew(const QString &epoch); //!< starts an empty log
    void trimTo(qint64 oldest); //!< removes older entries from the log
    [[nodiscard]] QList<protocol::Message> log() const; //!< the messages in it
    [[nodiscard]] int held() const; //!< number of held requests
    [[nodiscard]] int count(QByteArrayView part) const; //!< number of requests whose target contains \a part

    protocol::RoomInfo info; //!< epoch, oldest, pace and class technique; other fields are computed
    Script script;
    QList<QByteArray> targets; //!< of all requests, in order
    QList<protocol::Outgoing> posts; //!< of all techniques, in order, repeated ones included
    QList<protocol::DelayReport> reports; //!< in order, repeated ones included

private:
    struct Held
    {
        QPointer<QTcpSocket> socket;
        qint64 after = 0;
    };

    void takeConnection();
    void read(QTcpSocket *socket);
    void upgrade(QTcpSocket *socket, const QByteArray &head);
    void openSocket(QWebSocket *socket);
    void takeFrame(QWebSocket *socket, const QString &text);
    void handle(QTcpSocket *socket, const QByteArray &method, const QByteArray &target, const QByteArray &body);
    void handleMessages(QTcpSocket *socket, const QUrlQuery &query);
    void handleEvents(QTcpSocket *socket, const QUrlQuery &query);
    void handlePost(QTcpSocket *socket, const QByteArray &body);
    void handleReport(QTcpSocket *socket, const QByteArray &body);
    void answerMessages(QTcpSocket *socket, qint64 after);
    void answer(QTcpSocket *socket, int status, const QByteArray &json);
    [[nodiscard]] qint64 appendOnce(const protocol::Outgoing &outgoing);
    void append(const protocol::Entry &entry);
    [[nodiscard]] protocol::RoomInfo currentInfo() const;
    [[nodiscard]] qint64 newest() const;

    QTcpServer m_server;
    QWebSocketServer m_webSockets;
    QList<QPointer<QTcpSocket>> m_connections;
    QList<QWebSocket *> m_open;
    QList<Held> m_held;
    QList<QPointer<QTcpSocket>> m_streams; //!< of server-sent events
    QList<protocol::Entry> m_log;
    QHash<QString, qint64> m_ids;
    quint16 m_port = 0;
};

} // namespace pushlab::tests
