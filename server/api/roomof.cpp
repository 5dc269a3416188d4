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

constexpr QByteArrayView segmentPrefixes[] = {protocol::beforeRoom(protocol::roomRoute),
                                              protocol::beforeRoom(protocol::roomSocketRoute),
                                              protocol::beforeRoom(protocol::roomPageRoute)};
constexpr QByteArrayView tutorialPaths[] = {protocol::homePath,     protocol::pollSendPath, protocol::pollPath,
                                            protocol::uidPagePath,  protocol::namePagePath, protocol::uidSendPath,
                                            protocol::nameSendPath, protocol::uidQueuePath, protocol::nameQueuePath};

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
