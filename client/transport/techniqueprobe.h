// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/chattransport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
class QWebSocket;
QT_END_NAMESPACE

namespace pushlab::transport {

class HttpCall;

//! What something between a client and its host does to a technique.
enum class Obstacle : quint8 {
    KeptBack, //!< nothing comes of it
    Cut, //!< a request that is held is answered or ended by somebody else
    Collected, //!< a stream is passed on in one piece, when it is over
};

//! Tries once whether a technique gets through, by the host's routes for that. Deleted, it stops in silence. Lives in its
//! owner's thread; the manager is borrowed and shall outlive it.
class TechniqueProbe final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TechniqueProbe)

public:
    TechniqueProbe(Endpoint endpoint, QNetworkAccessManager &network, protocol::Technique technique, QObject *parent = nullptr);
    ~TechniqueProbe() override;

    void start();
    [[nodiscard]] protocol::Technique technique() const { return m_technique; }

Q_SIGNALS:
    //! Once. Nothing: it gets through.
    void finished(std::optional<pushlab::transport::Obstacle> obstacle);

private:
    void ask(std::chrono::milliseconds wait);
    void listen();
    void readEvents();
    void open();
    void finish(std::optional<Obstacle> obstacle);

    const Endpoint m_endpoint;
    QNetworkAccessManager &m_network;
    const protocol::Technique m_technique;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceFirst; // event
    QTimer m_deadline;
    HttpCall *m_call = nullptr; // a child
    QPointer<QNetworkReply> m_stream; // a child of the manager
    QWebSocket *m_socket = nullptr; // a child
    QByteArray m_events;
    bool m_isFinished = false;
};

} // namespace pushlab::transport
