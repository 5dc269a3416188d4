// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/text/questiontext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace pushlab::text {

using protocol::AskedQuestion;
using protocol::NearestGuesses;
using protocol::QuestionResult;

namespace {

QString nearestText(const NearestGuesses &nearest, const protocol::BilingualText &unit, QString (*shownName)(const QString &))
{
    QStringList values;
    for (const double value : nearest.values)
        values += guessText(value, unit);
    if (values.size() > 5)
        values = QStringList{values.first(), values.last()};
    const QString range = values.join(QCoreApplication::translate("Prediction", ", "));
    QString text = nearest.members == 1
        ? QCoreApplication::translate("Prediction", "Nearest: %1").arg(range)
        : QCoreApplication::translate("Prediction", "Nearest, a tie of %1 members: %2").arg(QLocale().toString(nearest.members), range);
    if (nearest.names.isEmpty())
        return text;
    QStringList names;
    for (const QString &name : nearest.names)
        names += shownName(name);
    return text
        + QCoreApplication::translate("Prediction", " — %1").arg(names.join(QCoreApplication::translate("Prediction", ", ")));
}

} // namespace

QString questionText(const protocol::BilingualText &text)
{
    return text.in(QLocale().language() == QLocale::Chinese);
}

QString guessText(double value, const protocol::BilingualText &unit)
{
    const QLocale locale;
    const double size = std::abs(value);
    const int decimals = value == std::round(value) || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    const QString number = locale.toString(value, 'f', decimals);
    return unit.isEmpty() ? number : number + u' ' + questionText(unit);
}

QStringList resultText(const AskedQuestion &asked, QString (*shownName)(const QString &name))
{
    if (!asked.result)
        return {};
    const QuestionResult &result = *asked.result;
    const protocol::BilingualText &unit = asked.question.unit;
    QStringList lines;
    lines += result.count == 0 ? QCoreApplication::translate("Prediction", "Nobody has guessed.")
                               : QCoreApplication::translate("Prediction", "Guesses: %1; their median: %2")
                                     .arg(QLocale().toString(result.count), guessText(result.median, unit));
    if (result.own)
        lines += QCoreApplication::translate("Prediction", "Answer: %1").arg(guessText(*result.own, unit));
    if (const auto &theory = result.answer.theory) {
        lines += QCoreApplication::translate("Prediction", "Theory: %1").arg(guessText(theory->value, unit));
        lines += questionText(theory->derivation);
    }
    if (const auto &measured = result.answer.measured) {
        lines += QCoreApplication::translate("Prediction", "Measured: %1 ± %2 (n = %3), %4")
                     .arg(guessText(measured->value, {}), guessText(measured->uncertainty, unit), QLocale().toString(measured->n),
                          questionText(measured->how));
    } else if (!result.answer.unmeasured.isEmpty()) {
        lines += questionText(result.answer.unmeasured);
    }
    if (result.nearest)
        lines += nearestText(*result.nearest, unit, shownName);
    return lines;
}

std::optional<double> readGuess(const QString &typed)
{
    bool isNumber = false;
    double value = QLocale().toDouble(typed.trimmed(), &isNumber);
    if (!isNumber)
        value = QLocale::c().toDouble(typed.trimmed(), &isNumber);
    return isNumber && value >= 0 && value <= protocol::maxGuess ? std::optional(value) : std::nullopt;
}

} // namespace pushlab::text
