// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/report/figurerows.h"

#include <QMetaType>
#include <QString>

namespace pushlab::compare {

//! Headings and captions of reports.
struct ReportPhrase
{
    Q_GADGET

public:
    enum class Id : quint8 {
        LanguageTag, //!< value of the attribute lang of <html>
        Title,
        Measured,
        Theory,
        Difference,
        PublishedHeading,
        Published,
        Here,
        DelayHeading,
        DelayCaption,
        DelayChart,
        DelayAxis,
        ShareAxis,
        BytesHeading,
        Payload,
        Headers,
        Segments,
        RequestsHeading,
        RequestsCaption,
        RequestsChart,
        SecondsAxis,
        HowMeasured,
        Host,
        PublishedLine, //!< %1 name, %2 published value, %3 our value
        TheoryInBrackets, //!< %1 theory's value
        RequestsOfOne, //!< %1 technique, %2 number of requests
        Recorded, //!< %1 greatest number of exchanges
    };
    Q_ENUM(Id)
};

[[nodiscard]] QString reportText(ReportPhrase::Id id);

//! The name of a row of the table.
[[nodiscard]] QString figureName(FigureRow::Name name);

} // namespace pushlab::compare
