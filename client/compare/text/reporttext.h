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
        LanguageTag, //!< as <html lang> has it
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
        PublishedLine, //!< %1 what, %2 there, %3 here
        TheoryInBrackets, //!< %1 theory's figure
        RequestsOfOne, //!< %1 technique, %2 how many
        Recorded, //!< %1 how many exchanges at most
    };
    Q_ENUM(Id)
};

[[nodiscard]] QString reportText(ReportPhrase::Id id);

//! The row's name, as it stands in a table.
[[nodiscard]] QString figureName(FigureRow::Name name);

} // namespace pushlab::compare
