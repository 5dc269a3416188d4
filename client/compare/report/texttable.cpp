// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/report/texttable.h"

#include "client/compare/report/figurerows.h"

#include <algorithm>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double wellWithin = 5; // %: residuals beyond it stand out

QString inColour(const QString &text, const QString &code, Colours colours)
{
    return colours == Colours::None || text.trimmed().isEmpty() ? text : u"\033["_s + code + u'm' + text + u"\033[0m"_s;
}

//! The colours of the techniques, as near as 256 come to Okabe and Ito's.
QString codeOf(Variant variant)
{
    switch (variant) {
    case Variant::Polling:
        return u"1;38;5;172"_s;
    case Variant::LongPolling:
        return u"1;38;5;32"_s;
    case Variant::WebSocket:
        return u"1;38;5;36"_s;
    case Variant::TutorialQueue:
        return u"1;38;5;175"_s;
    }
    Q_UNREACHABLE();
}

struct Widths
{
    qsizetype measured = 8;
    qsizetype theory = 6;
    qsizetype residual = 5;

    [[nodiscard]] qsizetype total() const { return measured + theory + residual + 4; }
};

Widths widthsOf(const QList<FigureRow> &rows, qsizetype column, const QString &title)
{
    Widths widths;
    for (const FigureRow &row : rows) {
        const FigureCell &cell = row.cells.at(column);
        widths.measured = std::max(widths.measured, cell.measured.size());
        widths.theory = std::max(widths.theory, cell.theory.size());
        widths.residual = std::max(widths.residual, cell.residual.size());
    }
    widths.measured += std::max<qsizetype>(0, title.size() - widths.total());
    return widths;
}

QString residualCode(const QString &residual)
{
    QString number = residual;
    number.remove(u"±"_s).remove(u"+"_s).remove(u"−"_s).remove(u" %"_s).remove(u","_s);
    return number.toDouble() > wellWithin ? u"33"_s : u"2"_s;
}

} // namespace

QString textReport(const RunResult &result, Colours colours)
{
    const QList<FigureRow> rows = figureRows(result);
    qsizetype labels = 0;
    for (const FigureRow &row : rows)
        labels = std::max(labels, row.label.size());
    QList<Widths> widths;
    QString titles(labels, u' ');
    QString heads = titles;
    for (qsizetype i = 0; i < result.variants.size(); ++i) {
        const Variant variant = result.variants.at(i).variant;
        const Widths &w = widths.emplaceBack(widthsOf(rows, i, variantTitle(variant)));
        titles += u"   "_s + inColour(variantTitle(variant).leftJustified(w.total()), codeOf(variant), colours);
        heads += u"   "_s + u"measured"_s.rightJustified(w.measured) + u"  "_s + u"theory"_s.rightJustified(w.theory) + u"  "_s
            + u"diff."_s.rightJustified(w.residual);
    }
    QString text = optionsSentence(result.options) + u"\n\n"_s + titles + u'\n' + inColour(heads, u"2"_s, colours) + u'\n';
    for (const FigureRow &row : rows) {
        QString line = row.label.leftJustified(labels);
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            const FigureCell &cell = row.cells.at(i);
            const Widths &w = widths.at(i);
            line += u"   "_s + cell.measured.rightJustified(w.measured) + u"  "_s
                + inColour(cell.theory.rightJustified(w.theory), u"2"_s, colours) + u"  "_s
                + inColour(cell.residual.rightJustified(w.residual), residualCode(cell.residual), colours);
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    text += u'\n' + result.verdict + u'\n';
    for (const PublishedNumber &number : result.published)
        text += u"  %1: published %2, here %3\n"_s.arg(number.what, number.theirs, number.ours);
    for (const QString &note : result.notes)
        text += u"- "_s + note + u'\n';
    return text;
}

} // namespace pushlab::compare
