// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QObject>
#include <QString>

class QWidget;

namespace pushlab::app {

class ResultsView;

enum class ExportFormat : quint8 { Csv, Json, Html, Markdown, Png, Har };

//! Writes a run to files. Owned by the page, which shows errors.
class RunExport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunExport)

public:
    //! \a view shows the run; pictures are rendered from it. It is owned elsewhere.
    RunExport(ResultsView &view, QWidget *page);

    //! Shows a menu of the formats at \a where; then asks for the file.
    void offer(const QPoint &where, const QString &name, const compare::RunResult &result);
    //! Asks for a file and writes \a result to it.
    void ask(ExportFormat format, const QString &name, const compare::RunResult &result);
    //! Returns a translated error message; empty on success.
    [[nodiscard]] QString write(ExportFormat format, const QString &path, const compare::RunResult &result);

Q_SIGNALS:
    void done(const QString &problem); //!< empty: success

private:
    ResultsView &m_view;
    QWidget *m_page;
};

} // namespace pushlab::app
