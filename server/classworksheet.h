// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/classmeasure.h"
#include "server/hostoptions.h"
#include "server/protocol/worksheet.h"
#include "server/web/worksheetpage.h"

#include <QHash>
#include <QJsonObject>

#include <functional>

namespace pushlab::server {

//! The lesson's worksheet with what the class has come to: keeps the lesson's questions with their results, and measures what each
//! technique costs while the lesson is played. Owned by the server, in its thread.
class ClassWorksheet final
{
    Q_DISABLE_COPY_MOVE(ClassWorksheet)

public:
    //! All references are the server's and outlive this object; the \a options have the sheets of all lessons, and what fills them.
    //! \a bringUpToDate: the ledger.
    ClassWorksheet(const room::Shard &shard, const ledger::Ledger &ledger, const protocol::ClassSettings &settings,
                   const HostOptions &options, std::function<void()> bringUpToDate);

    //! Where the lesson is that the teacher plays, as `/api/class/lesson` has it; empty: none is played.
    void follow(const QJsonObject &lesson);
    void noteQuestion(const protocol::AskedQuestion &asked); //!< it was asked, or its result was shown
    void noteChange(const protocol::ClassSettings &before); //!< the settings were changed
    void sweep(); //!< to be called every few seconds

    //! Of the lesson with that id. Without one: of the lesson that is played or was played last, or of the only one there is. Its
    //! id is empty when there is none.
    [[nodiscard]] protocol::Worksheet sheet(const QString &lesson) const;
    [[nodiscard]] web::WorksheetPage page(const QString &lesson, bool isChinese) const; //!< the same for a browser

private:
    void begin(const protocol::LessonPlace &place);
    void collect(const protocol::ClassSettings &settings);
    void complete();

    const room::Shard &m_shard;
    const protocol::ClassSettings &m_settings;
    const HostOptions &m_options;
    std::function<void()> m_bringUpToDate;
    ClassMeasure m_measure;
    protocol::LessonPlace m_run; // the lesson that is played, or was played last
    QHash<int, protocol::AskedQuestion> m_asked; // by step
    QHash<protocol::Technique, protocol::WorksheetTechnique> m_techniques; // of each where the most delays were measured
    bool m_isPlayed = false;
    bool m_isComplete = false; // the lesson has come to its end
};

} // namespace pushlab::server
