// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/classworksheet.h"

#include "server/protocol/entry.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace pushlab::server {

using namespace Qt::Literals::StringLiterals;
using protocol::Worksheet;
using protocol::WorksheetTechnique;

namespace {

qint64 delaysOf(const WorksheetTechnique &figures)
{
    return figures.delay.measured ? figures.delay.measured->n : 0;
}

//! Whether what a technique costs is another thing now, though the class measures the same way.
bool isOtherUse(const protocol::ClassSettings &now, const protocol::ClassSettings &before)
{
    return now.technique != before.technique || now.isSplit != before.isSplit || now.generator != before.generator;
}

} // namespace

ClassWorksheet::ClassWorksheet(const room::Shard &shard, const ledger::Ledger &ledger, const protocol::ClassSettings &settings,
                               const HostOptions &options, std::function<void()> bringUpToDate)
    : m_shard(shard), m_settings(settings), m_options(options), m_bringUpToDate(std::move(bringUpToDate)), m_measure(shard, ledger)
{
}

void ClassWorksheet::follow(const QJsonObject &lesson)
{
    if (lesson.isEmpty()) {
        if (!std::exchange(m_isPlayed, false))
            return;
        collect(m_settings);
        m_measure.end();
        complete();
        return;
    }
    begin({lesson[u"id"].toString(), lesson[u"started"].toInteger(), 0});
    if (lesson[u"step"].toInt() == lesson[u"steps"].toInt()) {
        collect(m_settings);
        complete();
    }
}

//! Begins with an empty sheet when another lesson is played, or the same again.
void ClassWorksheet::begin(const protocol::LessonPlace &place)
{
    m_isPlayed = true;
    if (place.lesson == m_run.lesson && place.started == m_run.started)
        return;
    m_run = place;
    m_isComplete = false;
    m_asked.clear();
    m_techniques.clear();
    m_bringUpToDate();
    m_measure.begin();
}

//! Tells the members, once.
void ClassWorksheet::complete()
{
    if (std::exchange(m_isComplete, true))
        return;
    for (const auto &entry : m_shard.rooms())
        entry.second->append(protocol::ControlEntry{0, 0, {{u"kind"_s, QString(protocol::worksheetKind)}}});
}

void ClassWorksheet::noteQuestion(const protocol::AskedQuestion &asked)
{
    const protocol::LessonPlace &place = asked.question.place;
    if (place.step == 0) // the teacher's own
        return;
    begin(place);
    protocol::AskedQuestion kept = asked;
    if (kept.result && kept.result->nearest)
        kept.result->nearest->names.clear();
    m_asked.insert(place.step, kept);
}

void ClassWorksheet::noteChange(const protocol::ClassSettings &before)
{
    if (!m_isPlayed)
        return;
    collect(before);
    m_measure.noteChange(m_settings, before);
    if (isOtherUse(m_settings, before) && !m_measure.isSettling())
        m_measure.begin();
}

void ClassWorksheet::sweep()
{
    if (!m_isPlayed)
        return;
    m_bringUpToDate();
    m_measure.follow();
    if (m_isComplete)
        collect(m_settings);
}

void ClassWorksheet::collect(const protocol::ClassSettings &settings)
{
    if (!m_options.techniqueMeter)
        return;
    m_bringUpToDate();
    const protocol::ClassMeasurement measured = m_measure.take();
    for (const protocol::Technique technique : protocol::allTechniques) {
        const WorksheetTechnique figures = m_options.techniqueMeter(technique, measured, settings);
        const auto known = m_techniques.constFind(technique);
        if (delaysOf(figures) > 0 && (known == m_techniques.cend() || delaysOf(figures) >= delaysOf(*known)))
            m_techniques.insert(technique, figures);
    }
}

Worksheet ClassWorksheet::sheet(const QString &lesson) const
{
    const QList<Worksheet> &sheets = m_options.worksheets;
    const QString wanted = !lesson.isEmpty() ? lesson : sheets.size() == 1 ? sheets.first().lesson : m_run.lesson;
    const auto found = std::ranges::find_if(sheets, [&wanted](const Worksheet &one) { return one.lesson == wanted; });
    if (found == sheets.end())
        return {};
    Worksheet sheet = *found;
    if (sheet.lesson != m_run.lesson)
        return sheet;
    for (protocol::WorksheetQuestion &question : sheet.questions) {
        if (const auto asked = m_asked.constFind(question.step); asked != m_asked.cend())
            question.asked = *asked;
    }
    if (!m_isComplete)
        return sheet; // figures would tell what is still to be predicted
    sheet.isFilled = true;
    for (const protocol::Technique technique : protocol::allTechniques) {
        const auto measured = m_techniques.constFind(technique);
        if (measured == m_techniques.cend())
            continue;
        const auto row = std::ranges::find_if(sheet.techniques, [technique](const auto &one) { return one.technique == technique; });
        if (row == sheet.techniques.end())
            sheet.techniques.append(*measured);
        else
            *row = *measured;
    }
    return sheet;
}

web::WorksheetPage ClassWorksheet::page(const QString &lesson, bool isChinese) const
{
    const Worksheet chosen = sheet(lesson);
    if (!chosen.lesson.isEmpty() && m_options.worksheetWriter)
        return {m_options.worksheetWriter(chosen, isChinese), {}};
    web::WorksheetPage page;
    for (const Worksheet &one : m_options.worksheets)
        page.lessons.append(QJsonObject{{u"id"_s, one.lesson}, {u"title"_s, one.title.in(isChinese)}});
    return page;
}

} // namespace pushlab::server
