// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/worksheet.h"

#include <QByteArray>

class QPagedPaintDevice;

//! A worksheet on paper, black on white, in either language whatever the program's is. Needs a QGuiApplication, whose thread it runs
//! in; no window. What belongs together is on one page, if it is not longer than one.
namespace pushlab::app {

//! Paints it on pages as \a device has them.
void printWorksheet(QPagedPaintDevice &device, const protocol::Worksheet &sheet, bool isChinese);

//! A file of A4 pages.
[[nodiscard]] QByteArray worksheetPdf(const protocol::Worksheet &sheet, bool isChinese);

} // namespace pushlab::app
