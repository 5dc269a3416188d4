// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/runexport.h"

#include "app/outputfile.h"
#include "app/windows/compare/runpicture.h"
#include "app/windows/filequestion.h"
#include "client/compare/report/csvreport.h"
#include "client/compare/report/harreport.h"
#include "client/compare/report/htmlreport.h"
#include "client/compare/report/markdownreport.h"
#include "client/compare/result/resultcodec.h"

#include <QMenu>
#include <QRegularExpression>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::RunResult;

namespace {

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return u"csv"_s;
    case ExportFormat::Json:
        return u"json"_s;
    case ExportFormat::Html:
        return u"html"_s;
    case ExportFormat::Markdown:
        return u"md"_s;
    case ExportFormat::Png:
        return u"png"_s;
    case ExportFormat::Har:
        return u"har"_s;
    }
    Q_UNREACHABLE();
}

//! A file name made from a run's name.
QString fileName(QString name, ExportFormat format)
{
    static const QRegularExpression unfit(u"[/\\\\:*?\"<>|]+"_s);
    return name.replace(unfit, u"-"_s) + u'.' + suffixOf(format);
}

} // namespace

RunExport::RunExport(ResultsView &view, QWidget *page) : QObject(page), m_view(view), m_page(page) {}

void RunExport::offer(const QPoint &where, const QString &name, const RunResult &result)
{
    auto *menu = new QMenu(m_page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, ExportFormat format) {
        return menu->addAction(text, this, [this, format, name, result] { ask(format, name, result); });
    };
    add(tr("Report (HTML)…"), ExportFormat::Html);
    add(tr("Picture (PNG)…"), ExportFormat::Png);
    add(tr("Table (CSV)…"), ExportFormat::Csv);
    add(tr("Markdown…"), ExportFormat::Markdown);
    add(tr("JSON…"), ExportFormat::Json);
    // Disabled for opened files, which have no exchanges.
    add(tr("Exchanges (HAR)…"), ExportFormat::Har)->setEnabled(compare::isRecorded(result));
    menu->popup(where);
}

void RunExport::ask(ExportFormat format, const QString &name, const RunResult &result)
{
    const QString suffix = suffixOf(format);
    askWhereToSave(m_page, {tr("Save as"), u"*."_s + suffix, suffix, fileName(name, format)},
                   [this, format, result](const QString &path) { Q_EMIT done(write(format, path, result)); });
}

QString RunExport::write(ExportFormat format, const QString &path, const RunResult &result)
{
    QByteArray contents;
    switch (format) {
    case ExportFormat::Csv:
        contents = compare::csvReport(result);
        break;
    case ExportFormat::Json:
        contents = compare::encodeResult(result);
        break;
    case ExportFormat::Html:
        contents = compare::htmlReport(result);
        break;
    case ExportFormat::Markdown:
        contents = compare::markdownReport(result);
        break;
    case ExportFormat::Png:
        contents = runPicture(m_view);
        break;
    case ExportFormat::Har:
        contents = compare::harReport(result);
        break;
    }
    const QString problem = writeOutput(path, contents, Patience::Short);
    return problem.isEmpty() ? QString() : tr("%1 cannot be written: %2").arg(path, problem);
}

} // namespace pushlab::app
