// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/reporting.h"

#include "server/protocol/delayreport.h"
#include "server/protocol/limits.h"
#include "server/push/chatcall.h"
#include "server/push/permission.h"

namespace pushlab::api {

using namespace push;

using http::Response;

namespace {

Response taken(const protocol::DelayReport &report)
{
    return Response::json("{\"number\":" + QByteArray::number(report.number) + '}');
}

} // namespace

void takeReport(const Context &context, const http::Call &call, http::Responder responder)
{
    const Read<QString> name = readRoomSegment(call.arguments[0]);
    if (const auto *const fault = std::get_if<Response>(&name)) {
        responder.send(*fault);
        return;
    }
    if (call.request.body().size() > protocol::maxReportBytes) {
        responder.send(Response::error(
            413, "report-too-long",
            "A report may have at most " + QByteArray::number(protocol::maxReportBytes) + " bytes; report more often."));
        return;
    }
    const protocol::DelayReportResult result = protocol::decodeDelayReport(call.request.body());
    if (!result.report) {
        responder.send(Response::error(400, result.code, result.error));
        return;
    }
    const protocol::DelayReport &report = *result.report;
    room::Room *const room = context.shard.find(std::get<QString>(name));
    const room::MemberIdentity reporter = apiIdentity(report.member, report.name, call.peer.text);
    const QByteArray &key = reporter.key;
    if (room && (room->moderation().isBanned(reporter) || context.shard.moderation().isBanned(reporter))) {
        responder.send(toResponse(evicted(true)));
        return;
    }
    room::Member *const member = room ? room->member(key) : nullptr;
    if (!member) {
        responder.send(
            Response::error(404, "unknown-member", "Nobody in this room has this id; ask for messages with member= first."));
        return;
    }
    room->callMember(*member, key, report.name);
    if (member->isTeacher || context.admission.isTeacher(call.request)) { // whose delays count for nobody
        responder.send(taken(report));
        return;
    }
    const ledger::ReportTaken became = context.ledger.delays().add({room->name(), key}, report, member->technique);
    if (became == ledger::ReportTaken::OtherSequence) {
        responder.send(
            Response::error(409, "other-sequence",
                            "Another reports under this id, with higher numbers: generate an id of your own and send it again."));
        return;
    }
    if (report.race > 0)
        context.ledger.races().take({room->name(), key}, member->name, report, context.shard.clock().wall());
    responder.send(taken(report));
}

} // namespace pushlab::api
