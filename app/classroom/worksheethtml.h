// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/worksheet.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

//! The worksheet as HTML, in either language whatever the program's is: markup that browsers and QTextDocument both understand,
//! without scripts and styles. What lessons and members say is text and never becomes markup. Pure functions, for any thread.
namespace pushlab::app {

//! "Worksheet", above it.
[[nodiscard]] QString worksheetHeading(bool isChinese);

//! What belongs together on one page each: title and name, a question each, the techniques.
[[nodiscard]] QStringList worksheetSections(const protocol::Worksheet &sheet, bool isChinese);

//! protocol::WorksheetWriter: the sections for a page that has the heading.
[[nodiscard]] QByteArray worksheetContent(const protocol::Worksheet &sheet, bool isChinese);

//! A whole file, to be printed by a browser: A4, black on white; loads nothing.
[[nodiscard]] QByteArray worksheetFile(const protocol::Worksheet &sheet, bool isChinese);

} // namespace pushlab::app
