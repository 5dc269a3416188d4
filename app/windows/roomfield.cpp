// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/roomfield.h"

#include "client/widgets/composing.h"
#include "server/protocol/limits.h"

namespace pushlab::app {

RoomField::RoomField(const QString &room, QWidget *parent) : QLineEdit(room, parent)
{
    new widgets::Composing(this);
    setMaxLength(int(protocol::maxRoomNameCharacters));
}

QString RoomField::room() const
{
    return text().trimmed();
}

QString RoomField::problem()
{
    return tr("A room's name has 1 to 64 characters and no slash.");
}

} // namespace pushlab::app
