// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/client/ownnumbers.h"

#include "app/datetext.h"
#include "client/session/delayreporter.h"
#include "client/session/hanspacing.h"
#include "client/widgets/figures.h"
#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"
#include "server/protocol/csvfield.h"
#include "server/protocol/techniquetraits.h"

#include <QCoreApplication>

#include <cmath>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using protocol::Technique;
using session::ClientCounters;

namespace {

//! Texts of this file.
struct OwnNumbersText
{
    Q_DECLARE_TR_FUNCTIONS(OwnNumbers)
};

QList<Technique> usedTechniques(const OwnNumbers &numbers)
{
    QList<Technique> used;
    for (const Technique technique : protocol::allTechniques) {
        const ClientCounters &counters = numbers.counters.at(qsizetype(technique));
        if (counters.requests + counters.sends + counters.delivered + counters.setAside > 0)
            used += technique;
    }
    return used;
}

double quantileOf(const ClientCounters &counters, double p)
{
    return session::toMilliseconds(counters.delays.quantile(p));
}

QByteArrayList csvFields(const ClientCounters &counters)
{
    const auto ms = [](double value) { return QByteArray::number(value, 'f', 1); };
    const bool hasDelays = !counters.delays.isEmpty();
    return {QByteArray::number(counters.requests),
            QByteArray::number(counters.empty),
            QByteArray::number(counters.delivered),
            QByteArray::number(counters.sends),
            QByteArray::number(counters.payloadUp + counters.payloadDown),
            QByteArray::number(counters.delays.count()),
            hasDelays ? ms(quantileOf(counters, 0.5)) : QByteArray(),
            hasDelays ? ms(quantileOf(counters, 0.95)) : QByteArray(),
            hasDelays && counters.uncertainty ? ms(std::ceil(*counters.uncertainty * 10 - 1e-6) / 10) : QByteArray(),
            QByteArray::number(counters.setAside)};
}

QString tableRow(const QString &caption, const QStringList &cells, const QString &tag)
{
    QString row = u"<tr><th align=\"left\">"_s + caption.toHtmlEscaped() + u"</th>"_s;
    for (const QString &cell : cells)
        row += u'<' + tag + u" align=\"right\">"_s + cell.toHtmlEscaped() + u"</"_s + tag + u'>';
    return row + u"</tr>"_s;
}

QString numbersTable(const OwnNumbers &numbers)
{
    const QList<Technique> used = usedTechniques(numbers);
    const auto cells = [&numbers, &used](auto text) {
        QStringList texts;
        for (const Technique technique : used)
            texts += text(numbers.counters.at(qsizetype(technique)));
        return texts;
    };
    const auto counted = [&cells](const QString &caption, auto count) {
        return tableRow(caption, cells([&count](const ClientCounters &c) { return widgets::countText(count(c)); }), u"td"_s);
    };
    const auto kilobytes = [&cells](const QString &caption, auto bytes) {
        const auto text = [&bytes](const ClientCounters &c) { return QLocale().toString(double(bytes(c)) / 1000, 'f', 1); };
        return tableRow(caption, cells(text), u"td"_s);
    };
    const auto delay = [&cells](const QString &caption, double p) {
        const auto text = [p](const ClientCounters &c) {
            return c.delays.isEmpty() ? u"–"_s : widgets::measuredDelay(quantileOf(c, p), c.uncertainty);
        };
        return tableRow(caption, cells(text), u"td"_s);
    };
    QStringList heads;
    for (const Technique technique : used)
        heads += widgets::techniqueTitle(technique);
    return tableRow({}, heads, u"th"_s)
        + counted(OwnNumbersText::tr("Requests"), [](const ClientCounters &c) { return c.requests; })
        + counted(OwnNumbersText::tr("Empty answers"), [](const ClientCounters &c) { return c.empty; })
        + counted(OwnNumbersText::tr("Received"), [](const ClientCounters &c) { return c.delivered; })
        + counted(OwnNumbersText::tr("Sent"), [](const ClientCounters &c) { return c.sends; })
        + kilobytes(OwnNumbersText::tr("Payload up, KB"), [](const ClientCounters &c) { return c.payloadUp; })
        + kilobytes(OwnNumbersText::tr("Payload down, KB"), [](const ClientCounters &c) { return c.payloadDown; })
        + delay(OwnNumbersText::tr("Delay p50"), 0.5) + delay(OwnNumbersText::tr("Delay p95"), 0.95)
        + counted(OwnNumbersText::tr("Delays measured"), [](const ClientCounters &c) { return c.delays.count(); })
        + counted(OwnNumbersText::tr("Set aside"), [](const ClientCounters &c) { return c.setAside; });
}

} // namespace

QByteArray ownNumbersCsv(const OwnNumbers &numbers)
{
    QByteArray file(
        "\xef\xbb\xbf" // tells spreadsheets that it is UTF-8
        "room,name,technique,requests,empty,received,sent,payload_bytes,delays,delay_p50_ms,delay_p95_ms,uncertainty_ms,"
        "set_aside\r\n");
    for (const Technique technique : usedTechniques(numbers)) {
        QByteArrayList fields{protocol::csvField(numbers.room), protocol::csvField(numbers.name),
                              protocol::traitsOf(technique).name.toByteArray()};
        fields += csvFields(numbers.counters.at(qsizetype(technique)));
        file += fields.join(',') + "\r\n";
    }
    return file;
}

QString ownNumbersPage(const OwnNumbers &numbers)
{
    const QString title = OwnNumbersText::tr("My numbers");
    //: on a printed page: a member, its room, date and time
    const QString whose = session::closedUp(
        OwnNumbersText::tr("%1 in room %2, %3")
            .arg(widgets::isolatedName(numbers.name), widgets::isolatedName(numbers.room), dateTimeText(numbers.at)));
    return u"<h1>PushLab · "_s + title.toHtmlEscaped() + u"</h1><p>"_s + whose.toHtmlEscaped() + u"</p><p>"_s
        + OwnNumbersText::tr("Payload is what a program can see: bodies and frames’ contents. What headers add, the host counts.")
              .toHtmlEscaped()
        + u"</p><table border=\"1\" cellspacing=\"0\" cellpadding=\"6\">"_s + numbersTable(numbers) + u"</table>"_s;
}

} // namespace pushlab::app
