// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/recording.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

//! HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), with the frames of WebSockets as browsers write them.
namespace pushlab::wire {

//! An exchange and what a file says of it besides.
struct HarEntry
{
    compare::Exchange exchange; //!< without an answer where none has come
    QList<compare::RecordedFrame> frames; //!< of the WebSocket that it opened; written only if there are some
    qint64 requestBytesCut = 0; //!< which its request lacks at its end
    qint64 answerBytesCut = 0;
    bool isEncrypted = false;
    QString comment;
    QString serverAddress; //!< empty: not known
    QString connection; //!< a name for it; empty: not known
};

[[nodiscard]] QJsonObject harEntry(const HarEntry &entry);

//! The file. \a version is the program's.
[[nodiscard]] QByteArray harFile(const QJsonArray &entries, const QString &version, const QString &comment);

} // namespace pushlab::wire
