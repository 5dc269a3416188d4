// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/text/verdicttext.h"

#include "client/compare/result/wording.h"
#include "client/compare/text/varianttext.h"
#include "client/session/hanspacing.h"

#include <QCoreApplication>
#include <QStringList>

namespace pushlab::compare {

namespace {

constexpr const char *tooFewMessages = QT_TRANSLATE_NOOP(
    "Compare", "Whether %1 or %2 is faster cannot be said: fewer than 30 messages were received.");
constexpr const char *ratesDiffer = QT_TRANSLATE_NOOP(
    "Compare", "Whether %1 or %2 is faster cannot be said: they did not have the same rate of messages.");
constexpr const char *clocksTooUncertain = QT_TRANSLATE_NOOP(
    "Compare", "Whether %1 or %2 is faster cannot be said: the clocks' uncertainty (± %3) exceeds the difference.");
constexpr const char *withinChance = QT_TRANSLATE_NOOP(
    "Compare", "Whether %1 or %2 is faster cannot be said: the difference is within chance.");

//! The variant's name with a capital letter, for the beginning of a sentence.
QString capitalTitle(Variant variant, Language language)
{
    QString title = variantTitle(variant, language);
    title[0] = title.at(0).toUpper();
    return title;
}

QString fasterText(const Conclusion &conclusion, Language language)
{
    const QList<Conclusion::Share> &shares = conclusion.shares;
    QStringList others;
    for (const Conclusion::Share &share : shares.sliced(1)) {
        others += phrase(language, QT_TRANSLATE_NOOP3("Compare", "with %1 %2", "technique, delay"))
                      .arg(variantTitle(share.variant, language), measuredDelay(share.value, conclusion.amount, language));
    }
    return phrase(language, QT_TRANSLATE_NOOP("Compare", "%1 was faster: a message took %2 on average, %3."))
        .arg(capitalTitle(shares.first().variant, language), measuredDelay(shares.first().value, conclusion.amount, language),
             others.join(phrase(language, QT_TRANSLATE_NOOP3("Compare", ", ", "in a list"))));
}

//! The statement \a sentence, whose %1 and %2 are the two variants that cannot be distinguished.
QString doubtText(const Conclusion &conclusion, const char *sentence, Language language)
{
    return phrase(language, sentence)
        .arg(variantTitle(conclusion.shares.first().variant, language), variantTitle(conclusion.shares.last().variant, language));
}

QString bytesApartText(const Conclusion &conclusion, Language language)
{
    const Conclusion::Share &least = conclusion.shares.first();
    const Conclusion::Share &most = conclusion.shares.last();
    return phrase(language, QT_TRANSLATE_NOOP("Compare", "%1 took %2 for each delivered message, %3 took %4: %5 times as many."))
        .arg(capitalTitle(least.variant, language), bytesText(least.value), variantTitle(most.variant, language),
             bytesText(most.value), numberText(conclusion.amount));
}

} // namespace

namespace {

QString sentenceOf(const Conclusion &conclusion, Language language)
{
    switch (conclusion.kind) {
    case Conclusion::Kind::NothingMeasured:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "Nothing was measured."));
    case Conclusion::Kind::Faster:
        return fasterText(conclusion, language);
    case Conclusion::Kind::TooFewMessages:
        return doubtText(conclusion, tooFewMessages, language);
    case Conclusion::Kind::RatesDiffer:
        return doubtText(conclusion, ratesDiffer, language);
    case Conclusion::Kind::ClocksTooUncertain:
        return doubtText(conclusion, clocksTooUncertain, language).arg(delayText(conclusion.amount, language));
    case Conclusion::Kind::WithinChance:
        return doubtText(conclusion, withinChance, language);
    case Conclusion::Kind::BytesApart:
        return bytesApartText(conclusion, language);
    case Conclusion::Kind::NothingLost:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "No message was lost or repeated."));
    case Conclusion::Kind::LostOrRepeated:
        return phrase(language, QT_TRANSLATE_N_NOOP("Compare", "The run lost %n message(s) and repeated %1."), int(conclusion.lost))
            .arg(countText(conclusion.repeated));
    case Conclusion::Kind::Stated:
        return conclusion.sentence;
    }
    Q_UNREACHABLE();
}

} // namespace

QString conclusionText(const Conclusion &conclusion, Language language)
{
    return session::closedUp(sentenceOf(conclusion, language));
}

QString verdictText(const RunResult &result, Language language)
{
    QStringList sentences;
    for (const Conclusion &conclusion : conclusionsOn(result))
        sentences += conclusionText(conclusion, language);
    return paragraphOf(sentences);
}

} // namespace pushlab::compare
