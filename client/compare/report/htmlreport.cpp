// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/report/htmlreport.h"

#include "client/compare/report/charts.h"
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

const QString style =
    uR"(
:root{color-scheme:light dark;--ground:#fff;--ink:#1b1b1b;--faint:#5c5c5c;--rule:#d5d5d5;
--payload:#4477aa;--header:#cc8800;--segments:#999}
@media(prefers-color-scheme:dark){:root{--ground:#17191c;--ink:#eee;--faint:#aaa;--rule:#3a3d42;
--payload:#6fa3d8;--header:#e6ab2e;--segments:#777}}
@media print{:root{color-scheme:light;--ground:#fff;--ink:#000;--faint:#444;--rule:#bbb;
--payload:#4477aa;--header:#cc8800;--segments:#999}
figure,table{break-inside:avoid}body{max-width:none;margin:0;font-size:.8rem}table{font-size:.6rem!important}th,td{padding:.1rem .2rem!important}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
body{font:1rem/1.5 system-ui,sans-serif;background:var(--ground);color:var(--ink);max-width:76rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}.lead{font-size:1.15rem}.faint{color:var(--faint)}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{padding:.2rem .6rem;border-bottom:1px solid var(--rule);text-align:right;white-space:nowrap}
th:first-child,td:first-child{text-align:left}td.theory,td.residual{color:var(--faint)}td.off{color:var(--ink);font-weight:bold}
td.sub{padding-left:1.6rem!important}thead th[colspan]{text-align:center}
figure{margin:1rem 0}figcaption{color:var(--faint);font-size:.9rem}svg{width:100%;height:auto;font-family:inherit}
.grid{stroke:var(--rule);stroke-width:1}.step{fill:var(--faint);font-size:11px}.title,.name{fill:var(--ink);font-size:12px}
.line{fill:none;stroke-width:2.2}.theory{stroke-dasharray:6 4;stroke-width:1.4;opacity:.8}
.mark{font-size:13px;text-anchor:middle;dominant-baseline:central}.small{font-size:7px}
rect.payload{fill:var(--payload)}rect.header{fill:var(--header)}rect.segments{fill:var(--segments)}
.key::before{content:"";display:inline-block;width:.8em;height:.8em;margin:0 .3em 0 .9em;background:var(--of)}
p,li,code{overflow-wrap:anywhere}code{white-space:pre-wrap}
)"_s;

//! The colours of the variants as CSS variables.
QString inks(quint32 protocol::TechniqueTraits::*ink)
{
    QString text;
    for (const Variant variant : allVariants)
        text += u"--%1:#%2;"_s.arg(cssClassOf(variant)).arg(traitsOf(variant).*ink, 6, 16, '0'_L1);
    return text;
}

QString dashes(protocol::LineStyle line)
{
    switch (line) {
    case protocol::LineStyle::Dotted:
        return u"stroke-dasharray:1 5;stroke-linecap:round"_s;
    case protocol::LineStyle::Dashed:
        return u"stroke-dasharray:8 4"_s;
    case protocol::LineStyle::Solid:
        return {};
    case protocol::LineStyle::DashDotted:
        return u"stroke-dasharray:8 4 2 4"_s;
    case protocol::LineStyle::DashDotDotted:
        return u"stroke-dasharray:8 4 2 4 2 4"_s;
    }
    Q_UNREACHABLE();
}

//! The CSS rules of the variants: colours, marks and lines.
QString variantStyle()
{
    const QString light = u":root{%1}"_s.arg(inks(&protocol::TechniqueTraits::inkOnLight));
    const QString dark = u":root{%1}"_s.arg(inks(&protocol::TechniqueTraits::inkOnDark));
    QString text = light + u"\n@media(prefers-color-scheme:dark){%1}\n@media print{%2}\n"_s.arg(dark, light);
    for (const Variant variant : allVariants)
        text += u".line.%1{stroke:var(--%1)}.mark.%1,th.%1,.of.%1{fill:var(--%1);color:var(--%1)}.%1.styled{%2}\n"_s.arg(
            cssClassOf(variant), dashes(traitsOf(variant).line));
    return text;
}

QString htmlEscaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString htmlText(ReportPhrase::Id id)
{
    return htmlEscaped(reportText(id));
}

QString cellsOf(const FigureCell &cell)
{
    const QString off = cell.isFarOff ? u" off"_s : QString();
    return u"<td>%1</td><td class=\"theory\">%2</td><td class=\"residual%3\">%4</td>"_s.arg(
        htmlEscaped(cell.measured), htmlEscaped(cell.theory), off, htmlEscaped(cell.residual));
}

QString resultTable(const RunResult &result)
{
    QString head = u"<tr><th></th>"_s;
    QString second = head;
    for (const VariantResult &one : result.variants) {
        head += u"<th colspan=\"3\" scope=\"colgroup\" class=\"%1\">%2 %3</th>"_s.arg(
            cssClassOf(one.variant), QString(markOf(one.variant)), htmlEscaped(variantTitle(one.variant)));
        second += u"<th scope=\"col\">%1</th><th scope=\"col\">%2</th><th scope=\"col\">%3</th>"_s.arg(
            htmlText(ReportPhrase::Id::Measured), htmlText(ReportPhrase::Id::Theory), htmlText(ReportPhrase::Id::Difference));
    }
    QString table = u"<div class=\"wide\"><table><thead>%1</tr>%2</tr></thead><tbody>\n"_s.arg(head, second);
    for (const FigureRow &row : figureRows(result)) {
        table += u"<tr><td%1>%2</td>"_s.arg(row.isPart() ? u" class=\"sub\""_s : QString(), htmlEscaped(figureName(row.name)));
        for (const FigureCell &cell : row.cells)
            table += cellsOf(cell);
        table += u"</tr>\n"_s;
    }
    return table + u"</tbody></table></div>\n"_s;
}

QString publishedTable(const RunResult &result)
{
    const QList<PublishedNumber> published = publishedNumbers(result);
    if (published.isEmpty())
        return {};
    QString table = u"<h2>%1</h2><table><thead><tr><th></th><th>%2</th><th>%3</th></tr></thead><tbody>\n"_s.arg(
        htmlText(ReportPhrase::Id::PublishedHeading), htmlText(ReportPhrase::Id::Published), htmlText(ReportPhrase::Id::Here));
    for (const PublishedNumber &number : published) {
        table += u"<tr><td>%1</td><td>%2</td><td>%3</td></tr>\n"_s.arg(
            htmlEscaped(publishedName(number)), htmlEscaped(theirsText(number)), htmlEscaped(oursText(number)));
    }
    return table + u"</tbody></table>\n"_s;
}

QString figureOf(const QString &chart, const QString &caption)
{
    return u"<figure>%1<figcaption>%2</figcaption></figure>\n"_s.arg(chart, caption);
}

//! The legend: each variant with its mark and colour.
QString legend(const RunResult &result)
{
    QString text;
    for (const VariantResult &one : result.variants)
        text += u"<span class=\"of %1\">%2 %3</span> "_s.arg(cssClassOf(one.variant), QString(markOf(one.variant)),
                                                             htmlEscaped(variantTitle(one.variant)));
    return text;
}

//! The legend of a part of the bars.
QString keyOf(const QString &colour, ReportPhrase::Id name)
{
    return u"<span class=\"key\" style=\"--of:var(--%1)\">%2</span>"_s.arg(colour, htmlText(name));
}

QString charts(const RunResult &result)
{
    const auto heading = [](ReportPhrase::Id id) { return u"<h2>%1</h2>"_s.arg(htmlText(id)); };
    return heading(ReportPhrase::Id::DelayHeading)
        + figureOf(delayChart(result), legend(result) + u"<br>"_s + htmlText(ReportPhrase::Id::DelayCaption))
        + heading(ReportPhrase::Id::BytesHeading)
        + figureOf(bytesChart(result),
                   keyOf(u"payload"_s, ReportPhrase::Id::Payload) + keyOf(u"header"_s, ReportPhrase::Id::Headers)
                       + keyOf(u"segments"_s, ReportPhrase::Id::Segments))
        + heading(ReportPhrase::Id::RequestsHeading)
        + figureOf(requestsChart(result), legend(result) + u"<br>"_s + htmlText(ReportPhrase::Id::RequestsCaption));
}

} // namespace

QByteArray htmlReport(const RunResult &result)
{
    const Provenance &provenance = result.provenance;
    const QString title = htmlText(ReportPhrase::Id::Title);
    QString html =
        u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>%2 – PushLab</title>"
        "<style>"_s.arg(htmlText(ReportPhrase::Id::LanguageTag), title)
        + style + variantStyle() + u"</style></head><body>\n<h1>%1</h1>\n"_s.arg(title);
    html += u"<p class=\"lead\">%1</p>\n<p class=\"faint\">%2</p>\n"_s.arg(htmlEscaped(verdictText(result)),
                                                                           htmlEscaped(optionsText(result.options)));
    html += resultTable(result) + charts(result) + publishedTable(result);
    html += u"<h2>%1</h2><ul>\n"_s.arg(htmlText(ReportPhrase::Id::HowMeasured));
    for (const QString &note : noteTexts(result))
        html += u"<li>%1</li>\n"_s.arg(htmlEscaped(note));
    html += u"</ul>\n<p class=\"faint\">PushLab <bdi>%1</bdi> · <bdi>%2</bdi> · <bdi>%3</bdi> · <bdi>%4</bdi> · %5 <bdi>%6</bdi></p>\n<p><code>%7</code></p>\n</body></html>\n"_s
                .arg(htmlEscaped(provenance.version), htmlEscaped(provenance.started), htmlEscaped(provenance.kernel),
                     htmlEscaped(provenance.cpu), htmlText(ReportPhrase::Id::Host), htmlEscaped(result.hostAddress),
                     htmlEscaped(provenance.commandLine));
    return html.toUtf8();
}

} // namespace pushlab::compare
