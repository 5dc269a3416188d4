// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admission/admission.h"
#include "server/api/classapi.h"
#include "server/api/lessonapi.h"
#include "server/api/messagesapi.h"
#include "server/api/moderationapi.h"
#include "server/api/probeapi.h"
#include "server/api/projectorapi.h"
#include "server/api/questionapi.h"
#include "server/api/raceapi.h"
#include "server/api/roombrowsing.h"
#include "server/api/theoryapi.h"
#include "server/api/trafficapi.h"
#include "server/base/clock.h"
#include "server/classmarks.h"
#include "server/classprediction.h"
#include "server/classrace.h"
#include "server/classtraffic.h"
#include "server/classworksheet.h"
#include "server/hostoptions.h"
#include "server/hostsnapshot.h"
#include "server/http/httpserver.h"
#include "server/ledger/ledger.h"
#include "server/messagegenerator.h"
#include "server/push/context.h"
#include "server/push/eventstreams.h"
#include "server/push/longpolling.h"
#include "server/push/polling.h"
#include "server/push/websocket/websocketgateway.h"
#include "server/room/locallog.h"
#include "server/room/shard.h"
#include "server/web/entrance.h"
#include "server/web/pageroutes.h"

#include <QObject>
#include <QTimer>

#include <array>

namespace pushlab::server {

//! Puts together all of a host that lives in the server's thread. Created, used and destroyed in that thread, by HostThread.
class Server final : public QObject, private http::TrafficObserver
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Server)

public:
    //! \a storage must outlive the server. \a stored: the rooms that it loaded; \a storageProblem: why it is not the storage that
    //! was wanted.
    Server(const HostOptions &options, room::Storage &storage, std::vector<room::StoredRoom> stored, const QString &storageProblem);
    ~Server() override;

    //! Begins to listen. Returns an error message in English; empty on success.
    [[nodiscard]] QString listen();
    //! Error of the last port that was tried.
    [[nodiscard]] QAbstractSocket::SocketError listenError() const { return m_http.listenError(); }
    [[nodiscard]] quint16 port() const { return m_http.port(); }

    [[nodiscard]] const protocol::ClassSettings &settings() const { return m_settings; }
    //! Values out of range are clamped; a slow network that this system cannot pretend stays off, and members are not told of it.
    void setSettings(const protocol::ClassSettings &settings);
    void setPin(const QString &pin);
    void setTls(const tls::TlsIdentity &identity);
    void setInvitation(const protocol::Invitation &invitation) { m_projector.setInvitation(invitation); }
    void moderate(const QString &room, const room::ModerationCommand &command);
    void resetFigures() { m_api.resetFigures(); }
    void mark(const QString &name);
    void clear();
    void startRace() { m_race.start(); } //!< does nothing while one is open
    void ask(const protocol::QuestionOrder &order) { m_prediction.execute(order); }
    void setLesson(const QJsonObject &state);
    [[nodiscard]] protocol::Worksheet worksheet(const QString &lesson) const { return m_worksheet.sheet(lesson); }
    [[nodiscard]] HostSnapshot snapshot();
    [[nodiscard]] ClassTraffic &traffic() { return m_traffic; }

    //! The entries of a room, a JSON object each.
    [[nodiscard]] QList<QByteArray> log(const QString &room) const;

    //! Answers the held requests and ends the connections; stopped() follows within stopTime.
    void stop();

    static constexpr std::chrono::milliseconds stopTime{1500};

Q_SIGNALS:
    void stopped();
    void settingsChanged(); //!< by anybody
    void storageFailed(const QString &error); //!< the class goes on in memory
    void lessonOrdered(const QString &action, const QString &lesson); //!< as api::LessonApi has it

private:
    void onExchange(const http::Exchange &exchange) override;
    void onUnsent(http::CostCenter costCenter, const http::Amount &amount) override;
    void onSegments(http::CostCenter costCenter, const base::TcpTraffic &traffic) override;
    void onTls(const io::TlsCosts &costs) override;
    [[nodiscard]] QString beginTls();
    void forgetEncoded();
    void conditionLinks();
    void takeLock(bool isLocked);
    void splitClass();
    void sweep();
    void noteStorageFailure(const QString &error);
    void finishStop();

    HostOptions m_options;
    base::SystemClock m_clock;
    protocol::ClassSettings m_settings;
    StorageState m_storage;
    ledger::Ledger m_ledger;
    room::LocalLog m_logs;
    room::Shard m_shard;
    admission::Admission m_admission;
    room::QuestionRound m_question;
    push::Context m_context{m_shard, m_ledger, m_settings, m_admission, m_options.room, &m_question};
    push::Polling m_polling{m_context};
    push::LongPolling m_longPolling{m_context};
    QByteArray m_pin; //!< empty: no PIN is needed
    http::HttpServer m_http;
    push::WebSocketGateway m_gateway{m_context};
    push::EventStreams m_events{m_context};
    const std::array<push::TechniqueHandler *, protocol::allTechniques.size()> m_handlers{&m_polling, &m_longPolling, &m_gateway,
                                                                                          &m_events};
    api::MessagesApi m_api{m_context, m_polling, m_longPolling, m_handlers, m_http};
    api::ModerationApi m_moderation{m_context};
    api::RoomBrowsing m_browsing{m_context};
    api::TheoryApi m_theory{m_context, m_options.theory};
    api::ClassApi m_class{m_context,
                          {[this](const protocol::ClassSettings &settings) { setSettings(settings); },
                           [this](const QString &name) { mark(name); }, [this] { clear(); }}};
    ClassRace m_race{m_shard, m_ledger, m_settings};
    api::RaceApi m_raceApi{m_context, [this] { return m_race.start(); }};
    ClassWorksheet m_worksheet{m_shard, m_ledger, m_settings, m_options, [this] { m_api.bringUpToDate(); }};
    ClassPrediction m_prediction{
        m_shard, m_ledger, m_settings, m_question, m_worksheet, m_options.answerer, [this] { m_api.bringUpToDate(); }};
    api::QuestionApi m_questions{m_context, m_question,
                                 [this](const protocol::QuestionOrder &order) { return m_prediction.execute(order); }};
    api::LessonApi m_lesson{m_clock, [this](const QString &action, const QString &lesson) { Q_EMIT lessonOrdered(action, lesson); }};
    api::ProbeApi m_probes;
    ClassMarks m_marks;
    api::ProjectorApi m_projector{
        m_context,
        {[this] { m_api.bringUpToDate(); }, [this] { return encodeMarks(m_marks.all()); }, [this] { return m_lesson.lesson(); }}};
    ClassTraffic m_traffic{m_context, m_http, m_handlers};
    api::TrafficApi m_trafficApi{m_context,
                                 {[this](const auto &...of) { return m_traffic.look(of...); },
                                  [this](const auto &...of) { return m_traffic.lookAtRoom(of...); }}};
    MessageGenerator m_generator{m_shard, m_options.room};
    web::PageRoutes m_pages;
    web::Entrance m_entrance{m_context, m_pages};
    QTimer m_sweepTimer;
    QTimer m_stopTimer;
};

} // namespace pushlab::server
