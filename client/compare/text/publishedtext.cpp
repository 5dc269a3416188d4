// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/text/publishedtext.h"

#include "client/compare/result/wording.h"
#include "client/compare/text/varianttext.h"

#include <QCoreApplication>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;
using theory::Quantity;
using theory::Unit;

QString quantityText(Quantity quantity, Language language)
{
    switch (quantity) {
    case Quantity::Requests:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "requests"));
    case Quantity::Bytes:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "bytes"));
    case Quantity::Throughput:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "header throughput"));
    case Quantity::MeanDelay:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "mean delay"));
    case Quantity::MedianDelay:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "median delay"));
    case Quantity::DelayP99:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "p99 of the delay"));
    case Quantity::GreatestDelay:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "greatest delay"));
    case Quantity::MessagesIn:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "messages in"));
    case Quantity::MessagesOut:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "messages out"));
    case Quantity::Answers:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "answers"));
    case Quantity::GreatestClients:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "most clients"));
    case Quantity::SafeHold:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "safe hold"));
    case Quantity::PollInterval:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "poll interval"));
    case Quantity::ByteRatio:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "bytes, polling to WebSocket"));
    }
    Q_UNREACHABLE();
}

QString valueText(double value, Unit unit, Language language)
{
    switch (unit) {
    case Unit::Requests:
    case Unit::Clients:
        return numberText(value);
    case Unit::Bytes:
        return numberText(value) + u" B"_s;
    case Unit::MebibitsPerSecond:
        return QString::number(value, 'g', 3) + u" Mbit/s"_s;
    case Unit::MessagesPerSecond:
    case Unit::AnswersPerSecond:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "%1/s")).arg(numberText(value));
    case Unit::Milliseconds:
        return delayText(value, language);
    case Unit::InSeconds:
        return delayText(value * 1000, language);
    case Unit::Transits:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "%1 transits")).arg(numberText(value));
    case Unit::Ratio:
        return numberText(value) + u" : 1"_s;
    }
    Q_UNREACHABLE();
}

QString publishedName(const PublishedNumber &number, Language language)
{
    QString name = quantityText(number.theirs.quantity, language);
    if (number.theirs.clients > 1)
        name = phrase(language, QT_TRANSLATE_NOOP("Compare", "%1 with %2 clients")).arg(name, numberText(number.theirs.clients));
    if (!number.theirs.technique)
        return name;
    return variantTitle(variantOf(*number.theirs.technique), language)
        + phrase(language, QT_TRANSLATE_NOOP3("Compare", ", ", "in a list")) + name;
}

QString theirsText(const PublishedNumber &number, Language language)
{
    return valueText(number.theirs.value, number.theirs.unit, language);
}

QString oursText(const PublishedNumber &number, Language language)
{
    if (!number.ours)
        return u"–"_s;
    const QString value = valueText(*number.ours, number.theirs.unit, language);
    return number.scaledFrom > 0
        ? phrase(language, QT_TRANSLATE_NOOP("Compare", "%1 (from %2 clients)")).arg(value).arg(number.scaledFrom)
        : value;
}

} // namespace pushlab::compare
