// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QMetaType>

namespace pushlab::compare {

//! A figure of one variant, formatted for people. Empty when there is none.
struct FigureCell
{
    QString measured;
    QString theory;
    QString residual;
    bool isFarOff = false; //!< the residual is greater than chance and rounding explain
};

//! A figure of all variants; text/reporttext.h has the names.
struct FigureRow
{
    Q_GADGET

public:
    enum class Name : quint8 {
        Sent,
        Delivered,
        Lost,
        Repeated,
        Requests,
        RequestsPerMinute,
        Empty,
        Connections,
        BytesPerMinute,
        BytesUp,
        BytesDown,
        SendingBytes,
        Handshake,
        BytesPerMessage,
        Payload, //!< part of Bytes
        Headers, //!< part of Bytes
        Segments, //!< in addition to Bytes
        Samples,
        MeanDelay,
        P50,
        P95,
        P99,
        GreatestDelay,
        HostCpu,
        BytesRatio,
        DelayRatio,
        Fit
    };
    Q_ENUM(Name)

    Name name = Name::Sent;
    QList<FigureCell> cells; //!< one per variant

    //! Whether it is a part of the figure in a row above.
    [[nodiscard]] bool isPart() const { return name == Name::Payload || name == Name::Headers || name == Name::Segments; }
};

//! The table of results, for reports and the command line.
[[nodiscard]] QList<FigureRow> figureRows(const RunResult &result);

} // namespace pushlab::compare
