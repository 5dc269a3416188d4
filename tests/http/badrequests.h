// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

//! A request that must be refused.
struct BadRequest
{
    const char *name; //!< with the section of the RFC that it violates
    QByteArray wire;
    int status;
    QByteArray code;
};

[[nodiscard]] QList<BadRequest> badRequests();
