// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/responder.h"
#include "server/push/context.h"

#include <QJsonObject>
#include <QString>

namespace pushlab::api {

//! Withdraws the message that \a order names by its number in \a room, and answers when its text is gone; 404 when there is none.
void withdrawMessage(const push::Context &context, const QString &room, const QJsonObject &order, http::Responder responder);

} // namespace pushlab::api
