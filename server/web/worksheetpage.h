// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QString>

#include <functional>

namespace pushlab::web {

//! The worksheet of a lesson for the page `/worksheet/`. A plain value.
struct WorksheetPage
{
    QByteArray html; //!< as protocol::WorksheetWriter gives it; empty: there is none of this lesson
    QJsonArray lessons; //!< to choose from, without a sheet: `[{"id","title"}]`
};

//! Gives the worksheet of the lesson with that id, or without an id that of the class's lesson. Server's thread.
using WorksheetSource = std::function<WorksheetPage(const QString &lesson, bool isChinese)>;

} // namespace pushlab::web
