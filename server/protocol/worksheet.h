// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/bilingualtext.h"
#include "server/protocol/classmeasurement.h"
#include "server/protocol/questionresult.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace pushlab::protocol {

//! A question of a lesson, as the students' worksheet has it. A plain value.
struct WorksheetQuestion
{
    int step = 0; //!< that asks it, from 1
    BilingualText title; //!< of that step
    BilingualText text; //!< that the step has for the class
    ClassQuestion question; //!< as it is asked under the settings that the lesson makes
    BilingualText explanation; //!< the text of the step that shows the result
    std::optional<AskedQuestion> asked{}; //!< what came of it, as far as the class has been shown it; names nobody
};

//! A number that theory expects, and what the class has measured of it.
struct WorksheetFigure
{
    std::optional<double> theory;
    std::optional<MeasuredAnswer> measured;
};

//! What a technique costs one member, and under which conditions that was measured. A plain value.
struct WorksheetTechnique
{
    Technique technique = Technique::Polling;
    WorksheetFigure delay{}; //!< mean, ms
    WorksheetFigure requests{}; //!< a minute
    WorksheetFigure bytes{}; //!< a message
    double perMinute = 0; //!< messages
    std::chrono::milliseconds pollInterval{0};
    std::chrono::milliseconds hold{0};
    std::chrono::milliseconds networkDelay{0}; //!< that the host pretends, each way
};

//! A lesson's worksheet: to be filled in by hand, or with what the class has predicted and measured. A plain value.
struct Worksheet
{
    QString lesson; //!< its id
    BilingualText title;
    QList<WorksheetQuestion> questions;
    QList<WorksheetTechnique> techniques; //!< of the lesson and of the class
    bool isFilled = false; //!< with the figures of the techniques: the lesson is at its end
};

//! The figures of a technique from what the class has measured under the settings. The server knows no theory: who hosts it hands it
//! a pure function, which is called in the server's thread.
using TechniqueMeter =
    std::function<WorksheetTechnique(Technique technique, const ClassMeasurement &measured, const ClassSettings &settings)>;

//! The worksheet as the content of a page, HTML in UTF-8 without scripts or styles; a pure function, called in the server's thread.
using WorksheetWriter = std::function<QByteArray(const Worksheet &sheet, bool isChinese)>;

//! Control entry without fields: the class's worksheet has its figures from now on.
inline constexpr QLatin1StringView worksheetKind("worksheet");

} // namespace pushlab::protocol
