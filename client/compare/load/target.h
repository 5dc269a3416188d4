// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QString>

namespace pushlab::compare {

//! The address at which virtual clients connect. A plain value.
struct Target
{
    QHostAddress address;
    quint16 port = 0;
    QByteArray authority; //!< for the Host field: "192.168.1.20:8000"
    QString room;
};

} // namespace pushlab::compare
