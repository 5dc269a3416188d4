// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/report/texttable.h"

#include "client/compare/report/figurerows.h"
#include "client/compare/text/columns.h"
#include "client/compare/text/notetext.h"
#include "client/compare/text/publishedtext.h"
#include "client/compare/text/reporttext.h"
#include "client/compare/text/runtext.h"
#include "client/compare/text/varianttext.h"
#include "client/compare/text/verdicttext.h"

#include <algorithm>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

QString inColour(const QString &text, const QString &code, Colours colours)
{
    return colours == Colours::None || text.trimmed().isEmpty() ? text : u"\033["_s + code + u'm' + text + u"\033[0m"_s;
}

//! The terminal's escape code of the variant's colour, one of 256.
QString codeOf(Variant variant)
{
    return u"1;38;5;"_s + QString::number(traitsOf(variant).terminalColour);
}

struct Widths
{
    qsizetype measured = columnsOf(reportText(ReportPhrase::Id::Measured));
    qsizetype theory = columnsOf(reportText(ReportPhrase::Id::Theory));
    qsizetype residual = columnsOf(reportText(ReportPhrase::Id::Difference));

    [[nodiscard]] qsizetype total() const { return measured + theory + residual + 4; }
};

Widths widthsOf(const QList<FigureRow> &rows, qsizetype column, const QString &title)
{
    Widths widths;
    for (const FigureRow &row : rows) {
        const FigureCell &cell = row.cells.at(column);
        widths.measured = std::max(widths.measured, columnsOf(cell.measured));
        widths.theory = std::max(widths.theory, columnsOf(cell.theory));
        widths.residual = std::max(widths.residual, columnsOf(cell.residual));
    }
    widths.measured += std::max<qsizetype>(0, columnsOf(title) - widths.total());
    return widths;
}

QString residualCode(const FigureCell &cell)
{
    return cell.isFarOff ? u"33"_s : u"2"_s;
}

//! The row's label; those of parts are indented.
QString labelOf(const FigureRow &row)
{
    return (row.isPart() ? u"  "_s : QString()) + figureName(row.name);
}

} // namespace

QString textReport(const RunResult &result, Colours colours)
{
    const QList<FigureRow> rows = figureRows(result);
    qsizetype labels = 0;
    for (const FigureRow &row : rows)
        labels = std::max(labels, columnsOf(labelOf(row)));
    QList<Widths> widths;
    QString titles(labels, u' ');
    QString heads = titles;
    for (qsizetype i = 0; i < result.variants.size(); ++i) {
        const Variant variant = result.variants.at(i).variant;
        const Widths &w = widths.emplaceBack(widthsOf(rows, i, variantTitle(variant)));
        titles += u"   "_s + inColour(leftAligned(variantTitle(variant), w.total()), codeOf(variant), colours);
        heads += u"   "_s + rightAligned(reportText(ReportPhrase::Id::Measured), w.measured) + u"  "_s
            + rightAligned(reportText(ReportPhrase::Id::Theory), w.theory) + u"  "_s
            + rightAligned(reportText(ReportPhrase::Id::Difference), w.residual);
    }
    QString text = optionsText(result.options) + u"\n\n"_s + titles + u'\n' + inColour(heads, u"2"_s, colours) + u'\n';
    for (const FigureRow &row : rows) {
        QString line = leftAligned(labelOf(row), labels);
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            const FigureCell &cell = row.cells.at(i);
            const Widths &w = widths.at(i);
            line += u"   "_s + rightAligned(cell.measured, w.measured) + u"  "_s
                + inColour(rightAligned(cell.theory, w.theory), u"2"_s, colours) + u"  "_s
                + inColour(rightAligned(cell.residual, w.residual), residualCode(cell), colours);
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    text += u'\n' + verdictText(result) + u'\n';
    for (const PublishedNumber &number : publishedNumbers(result)) {
        text += u"  "_s
            + reportText(ReportPhrase::Id::PublishedLine).arg(publishedName(number), theirsText(number), oursText(number)) + u'\n';
    }
    for (const QString &note : noteTexts(result))
        text += u"- "_s + note + u'\n';
    return text;
}

} // namespace pushlab::compare
