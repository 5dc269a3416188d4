// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/delayhistogram.h"
#include "server/protocol/technique.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace pushlab::protocol {

//! What a member has measured with one technique since its last report. A plain value.
struct DelayReport
{
    qint64 number = 0; //!< of this member's reports, ascending from 1: one that comes again adds nothing
    QString member; //!< opaque id that the client drew
    QString name; //!< that it shows; empty: as before
    Technique technique = Technique::Polling;
    std::optional<double> uncertainty; //!< of the host's clock as the member knows it, ± ms; nothing before it does
    std::optional<double> roundTrip; //!< the shortest that it has seen, ms
    DelayHistogram delivery; //!< from the host's acceptance to receipt
    DelayHistogram keypress; //!< from the sender's keypress to receipt
    qint64 setAside = 0; //!< samples that say nothing of the technique, because the tab was hidden or the machine slept
    qint64 missed = 0; //!< messages, since the member joined
    qint64 repeated = 0; //!< messages that came twice, since the member joined

    friend bool operator==(const DelayReport &, const DelayReport &) = default;
};

//! Body of `POST /api/rooms/ROOM/reports`.
[[nodiscard]] QByteArray encodeDelayReport(const DelayReport &report);

//! A report, or why it is refused.
struct DelayReportResult
{
    std::optional<DelayReport> report;
    QByteArray code; //!< stable code of the refusal
    QByteArray error; //!< English, says what to do
};
[[nodiscard]] DelayReportResult decodeDelayReport(QByteArrayView json);

} // namespace pushlab::protocol
