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

//! The delays that a member has measured with one technique since its last report. A plain value.
struct DelayReport
{
    qint64 number = 0; //!< number of the member's report, ascending from 1: a report that is sent again adds nothing
    QString member; //!< opaque id that the client generated
    QString name; //!< the member's shown name; empty: unchanged
    Technique technique = Technique::Polling;
    std::optional<double> uncertainty; //!< of the host's clock as the member knows it, ± ms; nullopt while unknown
    std::optional<double> roundTrip; //!< the shortest seen so far, ms
    DelayHistogram delivery; //!< from the host's acceptance to receipt
    DelayHistogram keypress; //!< from the sender's keypress to receipt
    qint64 setAside = 0; //!< samples left out because the tab was hidden or the machine slept
    qint64 missed = 0; //!< missed messages since the member joined
    qint64 repeated = 0; //!< messages received twice since the member joined
    qint64 race = 0; //!< number of the race of which this is the receipt, one sample at most; 0: of none

    friend bool operator==(const DelayReport &, const DelayReport &) = default;
};

//! Body of `POST /api/rooms/ROOM/reports`.
[[nodiscard]] QByteArray encodeDelayReport(const DelayReport &report);

//! A report, or why it is refused.
struct DelayReportResult
{
    std::optional<DelayReport> report;
    QByteArray code; //!< stable identifier of the refusal
    QByteArray error; //!< English, says how to correct the report
};
[[nodiscard]] DelayReportResult decodeDelayReport(QByteArrayView json);

} // namespace pushlab::protocol
