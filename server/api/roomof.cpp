// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/roomof.h"

#include "server/http/request.h"
#include "server/protocol/paths.h"
#include "server/protocol/urlencoding.h"

#include <algorithm>
#include <iterator>

namespace pushlab::api {

namespace {

using protocol::FormView;

constexpr QByteArrayView segmentPrefixes[] = {"/api/rooms/", "/ws/chat/", "/web/"};
constexpr QByteArrayView tutorialPaths[] = {"/home",         "/send/msg", "/get/msg",     "/lang",   "/ab_b1",
                                            "/send/message", "/send_msg", "/get/message", "/get_msg"};

} // namespace

QString roomOf(const http::Request &request)
{
    QByteArrayView path = request.path();
    for (const QByteArrayView prefix : segmentPrefixes) {
        if (!path.startsWith(prefix))
            continue;
        const QByteArrayView rest = path.sliced(prefix.size());
        const qsizetype end = rest.indexOf('/');
        return protocol::roomFromSegment(end < 0 ? rest : rest.first(end)).value_or(QString());
    }
    if (path.endsWith('/'))
        path.chop(1);
    if (std::find(std::begin(tutorialPaths), std::end(tutorialPaths), path) == std::end(tutorialPaths))
        return {};
    const FormView::Field field = FormView(request.query()).field("room");
    if (field.status == FormView::Status::Missing || (field && field.value.isEmpty())) // the body of a form may name another room
        return request.method() == "POST" ? QString() : protocol::defaultRoom();
    return protocol::isRoomName(field.value) ? field.value : QString();
}

} // namespace pushlab::api
