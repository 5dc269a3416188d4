// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/text/reporttext.h"

#include <QCoreApplication>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The translation context of this file.
struct ReportPhrases
{
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

} // namespace

// NOLINTNEXTLINE(readability-function-size): a table
QString reportText(ReportPhrase::Id id)
{
    switch (id) {
    case ReportPhrase::Id::LanguageTag:
        return ReportPhrases::tr("en", "this language's tag, as in <html lang>");
    case ReportPhrase::Id::Title:
        return ReportPhrases::tr("What each technique costs");
    case ReportPhrase::Id::Measured:
        return ReportPhrases::tr("measured");
    case ReportPhrase::Id::Theory:
        return ReportPhrases::tr("theory");
    case ReportPhrase::Id::Difference:
        return ReportPhrases::tr("diff.");
    case ReportPhrase::Id::PublishedHeading:
        return ReportPhrases::tr("Published numbers");
    case ReportPhrase::Id::Published:
        return ReportPhrases::tr("published");
    case ReportPhrase::Id::Here:
        return ReportPhrases::tr("here");
    case ReportPhrase::Id::DelayHeading:
        return ReportPhrases::tr("Delay");
    case ReportPhrase::Id::DelayCaption:
        return ReportPhrases::tr(
            "Share of the messages that had arrived after so long, from the host's acceptance on. Dashed: what theory "
            "expects. Marks: p50 and p95.");
    case ReportPhrase::Id::DelayChart:
        return ReportPhrases::tr("Share of messages received within a delay");
    case ReportPhrase::Id::DelayAxis:
        return ReportPhrases::tr("delay");
    case ReportPhrase::Id::ShareAxis:
        return ReportPhrases::tr("share of messages");
    case ReportPhrase::Id::BytesHeading:
        return ReportPhrases::tr("Bytes of a delivered message");
    case ReportPhrase::Id::Payload:
        return ReportPhrases::tr("payload");
    case ReportPhrase::Id::Headers:
        return ReportPhrases::tr("HTTP or frame header");
    case ReportPhrase::Id::Segments:
        return ReportPhrases::tr("TCP-IP (estimate)");
    case ReportPhrase::Id::RequestsHeading:
        return ReportPhrases::tr("Requests a second");
    case ReportPhrase::Id::RequestsCaption:
        return ReportPhrases::tr("Of all clients, in the first measurement of each.");
    case ReportPhrase::Id::RequestsChart:
        return ReportPhrases::tr("Requests a second over time");
    case ReportPhrase::Id::SecondsAxis:
        return ReportPhrases::tr("seconds");
    case ReportPhrase::Id::HowMeasured:
        return ReportPhrases::tr("How it was measured");
    case ReportPhrase::Id::Host:
        return ReportPhrases::tr("host");
    case ReportPhrase::Id::PublishedLine:
        return ReportPhrases::tr("%1: published %2, here %3");
    case ReportPhrase::Id::TheoryInBrackets:
        return ReportPhrases::tr("theory %1");
    case ReportPhrase::Id::RequestsOfOne:
        return ReportPhrases::tr("%1: %2 requests");
    case ReportPhrase::Id::Recorded:
        return ReportPhrases::tr("The beginning of what one virtual client of each technique exchanged: up to %1 requests or frames.");
    }
    Q_UNREACHABLE();
}

// NOLINTNEXTLINE(readability-function-size): a table
QString figureName(FigureRow::Name name)
{
    switch (name) {
    case FigureRow::Name::Sent:
        return ReportPhrases::tr("messages sent");
    case FigureRow::Name::Delivered:
        return ReportPhrases::tr("delivered / expected");
    case FigureRow::Name::Lost:
        return ReportPhrases::tr("lost");
    case FigureRow::Name::Repeated:
        return ReportPhrases::tr("repeated");
    case FigureRow::Name::Requests:
        return ReportPhrases::tr("requests");
    case FigureRow::Name::RequestsPerMinute:
        return ReportPhrases::tr("requests/min per client");
    case FigureRow::Name::Empty:
        return ReportPhrases::tr("answers with nothing");
    case FigureRow::Name::Connections:
        return ReportPhrases::tr("connections opened");
    case FigureRow::Name::BytesPerMinute:
        return ReportPhrases::tr("bytes/min per client");
    case FigureRow::Name::BytesUp:
        return ReportPhrases::tr("bytes up");
    case FigureRow::Name::BytesDown:
        return ReportPhrases::tr("bytes down");
    case FigureRow::Name::SendingBytes:
        return ReportPhrases::tr("bytes to send the messages");
    case FigureRow::Name::Handshake:
        return ReportPhrases::tr("handshake per client");
    case FigureRow::Name::BytesPerMessage:
        return ReportPhrases::tr("bytes/message");
    case FigureRow::Name::Payload:
        return ReportPhrases::tr("payload");
    case FigureRow::Name::Headers:
        return ReportPhrases::tr("HTTP or frame header");
    case FigureRow::Name::Segments:
        return ReportPhrases::tr("TCP-IP (estimate)");
    case FigureRow::Name::Samples:
        return ReportPhrases::tr("messages with a delay (n)");
    case FigureRow::Name::MeanDelay:
        return ReportPhrases::tr("mean delay");
    case FigureRow::Name::P50:
        return u"p50"_s;
    case FigureRow::Name::P95:
        return u"p95"_s;
    case FigureRow::Name::P99:
        return u"p99"_s;
    case FigureRow::Name::GreatestDelay:
        return ReportPhrases::tr("max");
    case FigureRow::Name::HostCpu:
        return ReportPhrases::tr("host's CPU per message");
    case FigureRow::Name::BytesRatio:
        return ReportPhrases::tr("times the least bytes");
    case FigureRow::Name::DelayRatio:
        return ReportPhrases::tr("times the least delay");
    case FigureRow::Name::Fit:
        return ReportPhrases::tr("fit of the delays (KS)");
    }
    Q_UNREACHABLE();
}

} // namespace pushlab::compare
