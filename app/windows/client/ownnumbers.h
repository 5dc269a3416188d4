// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clientcounters.h"
#include "server/protocol/technique.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace pushlab::app {

//! What a member has measured, to be taken home.
struct OwnNumbers
{
    QString room;
    QString name;
    QDateTime at;
    QList<session::ClientCounters> counters; //!< indexed by Technique
};

//! A file for a spreadsheet, with the columns of the room page's (roomtakehome.js): a line for each technique that was used. Names of
//! columns and numbers are the same in all languages.
[[nodiscard]] QByteArray ownNumbersCsv(const OwnNumbers &numbers);

//! A page to print, in the language of the windows: rich text of the kind that QTextDocument takes.
[[nodiscard]] QString ownNumbersPage(const OwnNumbers &numbers);

} // namespace pushlab::app
