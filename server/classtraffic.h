// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/connectionwatcher.h"
#include "server/push/context.h"
#include "server/push/techniquehandler.h"
#include "server/traffic/recorder.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <span>
#include <utility>

namespace pushlab::http {
class HttpServer;
}

namespace pushlab::server {

//! The recorded traffic of the class: decides whose connections are recorded, those of everybody while the teacher wants it, else
//! those of each member that has looked at its own. Owned by the server, in its thread.
class ClassTraffic final : public QObject, private http::ConnectionWatcher
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClassTraffic)

public:
    //! All of them must outlive it.
    ClassTraffic(const push::Context &context, http::HttpServer &http, std::span<push::TechniqueHandler *const> handlers);
    ~ClassTraffic() override;

    void recordAll(bool isOn);
    [[nodiscard]] std::optional<wire::TrafficExcerpt> takeNews(); //!< what is new since the last call; nullopt: nothing
    void clear(); //!< forgets what was recorded

    //! What was recorded of a member after the record \a number. From its first look on its connections are recorded.
    [[nodiscard]] wire::TrafficExcerpt look(const QString &room, const QByteArray &member, quint64 number);
    //! The same of all in \a room; records nothing more than before.
    [[nodiscard]] wire::TrafficExcerpt lookAtRoom(const QString &room, quint64 number) const;

    static constexpr std::chrono::minutes keptUp{10}; //!< how long a member's connections are recorded after its last look

private:
    using MemberPlace = std::pair<QString, QByteArray>; //!< room and key
    struct Watch
    {
        qint64 since = 0; //!< µs since 1970
        base::Clock::TimePoint lastLook;
    };

    void onConnection(io::CountingSocket &socket) override;
    void onRequest(io::CountingSocket &socket, const http::Request &request) override;
    void onUpgrade(io::CountingSocket &socket, const http::Request &request) override;
    void onCostCenter(io::CountingSocket &socket, const http::CostCenter &costCenter, const http::Request *request) override;
    void onOpenStream(io::CountingSocket &socket, const http::CostCenter &costCenter, bool isChunked) override;
    void onSocket(const push::TechniqueHandler::OpenSocket &open);
    [[nodiscard]] traffic::Owner findOwner(quint8 account, quint32 member);
    void listMembers();
    [[nodiscard]] bool isWatched(const traffic::Owner &owner) const { return m_watched.contains({owner.room, owner.key}); }
    [[nodiscard]] bool isOfWatched(quint8 account, quint32 member);
    void watchConnections();
    void sweep();

    push::Context m_context;
    http::HttpServer &m_http;
    const std::span<push::TechniqueHandler *const> m_handlers;
    traffic::Recorder m_recorder;
    QHash<quint32, traffic::Owner> m_members; //!< by the ids of their usage, as they were at the last sweep or later
    QHash<MemberPlace, Watch> m_watched;
    QTimer m_sweepTimer;
    quint64 m_oldestTold = 0; //!< record
    qint64 m_since = 0; //!< when recording everybody began, in µs since 1970; 0: it has not
};

} // namespace pushlab::server
