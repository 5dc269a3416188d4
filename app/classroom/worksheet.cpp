// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/worksheet.h"

#include <QSet>

namespace pushlab::app {

using protocol::ClassSettings;
using protocol::Technique;
using protocol::Worksheet;
using protocol::WorksheetQuestion;

namespace {

//! Under the settings that the steps until then have made.
ClassSettings settingsAfter(const ClassSettings &settings, const LessonStep &step)
{
    const auto changed = protocol::withChanges(settings, step.settings, protocol::SettingsReader::Teacher);
    const auto *const made = std::get_if<ClassSettings>(&changed);
    return made ? *made : settings;
}

WorksheetQuestion questionOf(const LessonStep &step, int number, const ClassSettings &settings)
{
    WorksheetQuestion asked;
    asked.step = number;
    asked.title = step.title;
    asked.text = step.text;
    asked.question = protocol::preparedQuestion(step.question->id, settings).value_or(*step.question);
    return asked;
}

} // namespace

Worksheet worksheetOf(const Lesson &lesson)
{
    Worksheet sheet;
    sheet.lesson = lesson.id;
    sheet.title = lesson.title;
    ClassSettings settings;
    QSet<Technique> techniques(settings.techniques.cbegin(), settings.techniques.cend());
    for (qsizetype i = 0; i < lesson.steps.size(); ++i) {
        const LessonStep &step = lesson.steps[i];
        settings = settingsAfter(settings, step);
        for (const Technique technique : std::as_const(settings.techniques))
            techniques.insert(technique);
        if (settings.technique)
            techniques.insert(*settings.technique);
        if (step.question) {
            sheet.questions.append(questionOf(step, int(i) + 1, settings));
            if (const auto technique = sheet.questions.last().question.technique)
                techniques.insert(*technique);
        }
        if (step.shows && !sheet.questions.isEmpty() && sheet.questions.last().explanation.isEmpty())
            sheet.questions.last().explanation = step.text;
    }
    for (const Technique technique : protocol::allTechniques) {
        if (techniques.contains(technique))
            sheet.techniques.append({technique});
    }
    return sheet;
}

} // namespace pushlab::app
