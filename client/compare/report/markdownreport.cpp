// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/report/markdownreport.h"

#include "client/compare/report/figurerows.h"
#include "client/compare/text/notetext.h"
#include "client/compare/text/publishedtext.h"
#include "client/compare/text/reporttext.h"
#include "client/compare/text/runtext.h"
#include "client/compare/text/varianttext.h"
#include "client/compare/text/verdicttext.h"

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Escapes \a text so that it stays in its cell and contains no markup.
QString markdownEscaped(QString text)
{
    for (const QChar special : {u'\\', u'|', u'*', u'_', u'`', u'<', u'>', u'[', u']', u'&', u'#', u'~'})
        text.replace(special, QString(u"\\"_s + special));
    return text.simplified();
}

//! Removes line ends, which alone could end a block of code.
QString oneLine(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text;
}

QString cellText(const FigureCell &cell)
{
    QString text = cell.measured;
    if (!cell.theory.isEmpty())
        text += u" ("_s + reportText(ReportPhrase::Id::TheoryInBrackets).arg(cell.theory)
            + (cell.residual.isEmpty() ? QString() : QString(u", "_s + cell.residual)) + u')';
    return markdownEscaped(text);
}

QString publishedRows(const QList<PublishedNumber> &numbers)
{
    if (numbers.isEmpty())
        return {};
    QString text = u"\n| %1 | %2 | %3 |\n|---|---:|---:|\n"_s.arg(
        reportText(ReportPhrase::Id::PublishedHeading), reportText(ReportPhrase::Id::Published), reportText(ReportPhrase::Id::Here));
    for (const PublishedNumber &number : numbers) {
        text += u"| %1 | %2 | %3 |\n"_s.arg(markdownEscaped(publishedName(number)), markdownEscaped(theirsText(number)),
                                            markdownEscaped(oursText(number)));
    }
    return text;
}

} // namespace

QByteArray markdownReport(const RunResult &result)
{
    QString text = u"# "_s + markdownEscaped(reportText(ReportPhrase::Id::Title)) + u"\n\n"_s
        + markdownEscaped(verdictText(result)) + u"\n\n"_s + markdownEscaped(optionsText(result.options)) + u"\n\n|  |"_s;
    QString rule = u"|---|"_s;
    for (const VariantResult &one : result.variants) {
        text += u' ' + variantTitle(one.variant) + u" |"_s;
        rule += u"---:|"_s;
    }
    text += u'\n' + rule + u'\n';
    for (const FigureRow &row : figureRows(result)) {
        text += u"| "_s + markdownEscaped(figureName(row.name)) + u" |"_s;
        for (const FigureCell &cell : row.cells)
            text += u' ' + cellText(cell) + u" |"_s;
        text += u'\n';
    }
    text += publishedRows(publishedNumbers(result)) + u'\n';
    for (const QString &note : noteTexts(result))
        text += u"- "_s + markdownEscaped(note) + u'\n';
    const Provenance &provenance = result.provenance;
    text += u"\nPushLab %1, %2, %3, %4.\n\n    %5\n"_s.arg(markdownEscaped(provenance.version),
                                                           markdownEscaped(provenance.started), markdownEscaped(provenance.kernel),
                                                           markdownEscaped(provenance.cpu), oneLine(provenance.commandLine));
    return text.toUtf8();
}

} // namespace pushlab::compare
