// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

namespace pushlab::app {

//! Takes the name of a room.
class RoomField final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoomField)

public:
    explicit RoomField(const QString &room, QWidget *parent = nullptr);

    [[nodiscard]] QString room() const; //!< as typed, without blanks around it

    //! What is wrong with a name that is none, for the user.
    [[nodiscard]] static QString problem();
};

} // namespace pushlab::app
