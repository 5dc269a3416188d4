// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/questionresult.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace pushlab::protocol {

using namespace Qt::Literals::StringLiterals;
using Part = QuestionOrder::Part;

namespace {

constexpr qsizetype mostValues = 2000;
constexpr qsizetype mostNames = 20;
constexpr int mostBars = 12;
constexpr double wideRatio = 30; // of the greatest guess to the least, from which on steps are ratios

constexpr std::array partNames{"guesses"_L1, "theory"_L1, "measured"_L1};

double medianOf(const QList<double> &sorted)
{
    const qsizetype middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

//! \a sorted has a value at least.
QList<GuessBar> barsOf(const QList<double> &sorted)
{
    const double least = sorted.first();
    const double greatest = sorted.last();
    if (least == greatest)
        return {{least, greatest, sorted.size()}};
    const bool isWide = least > 0 && greatest > wideRatio * least;
    const int count = std::clamp(int(std::ceil(2 * std::sqrt(double(sorted.size())))), 3, mostBars);
    const auto edge = [&](int i) {
        const double share = double(i) / count;
        return isWide ? least * std::pow(greatest / least, share) : least + (greatest - least) * share;
    };
    QList<GuessBar> bars;
    for (int i = 0; i < count; ++i)
        bars.append({i == 0 ? least : edge(i), i == count - 1 ? greatest : edge(i + 1), 0});
    for (const double value : sorted) {
        const auto bar = std::find_if(bars.begin(), bars.end() - 1, [value](const GuessBar &one) { return value < one.to; });
        ++bar->count;
    }
    return bars;
}

//! The values that may be nearest to the truth, which is anywhere within \a uncertainty of \a to.
std::set<double> nearestValues(const QList<double> &sorted, double to, double uncertainty)
{
    std::set<double> nearest;
    const double low = to - uncertainty;
    const double high = to + uncertainty;
    for (const double truth : {low, to, high}) {
        double least = std::abs(sorted.first() - truth);
        for (const double value : sorted)
            least = std::min(least, std::abs(value - truth));
        for (const double value : sorted) {
            if (std::abs(value - truth) <= least * (1 + 1e-9))
                nearest.insert(value);
        }
    }
    for (const double value : sorted) {
        if (value >= low && value <= high)
            nearest.insert(value);
    }
    return nearest;
}

std::optional<NearestGuesses> nearestOf(const QList<Guess> &guesses, const QList<double> &sorted, const QuestionResult &result,
                                        bool withNames)
{
    const std::optional<MeasuredAnswer> &measured = result.answer.measured;
    std::optional<double> to = measured ? std::optional(measured->value) : result.own;
    if (!to && result.answer.theory)
        to = result.answer.theory->value;
    if (!to || sorted.isEmpty())
        return std::nullopt;
    const std::set<double> values = nearestValues(sorted, *to, measured ? measured->uncertainty : 0);
    NearestGuesses nearest{*to, {values.begin(), values.end()}, 0, {}};
    for (const Guess &guess : guesses) {
        if (!values.contains(guess.value))
            continue;
        ++nearest.members;
        if (withNames && nearest.names.size() < mostNames)
            nearest.names.append(guess.name);
    }
    nearest.names.sort();
    return nearest;
}

QJsonArray encodeNumbers(const QList<double> &values)
{
    QJsonArray numbers;
    for (const double value : values)
        numbers.append(value);
    return numbers;
}

QList<double> decodeNumbers(const QJsonValue &value)
{
    QList<double> numbers;
    const QJsonArray array = value.toArray();
    for (const QJsonValueConstRef number : array)
        numbers.append(number.toDouble());
    return numbers;
}

QJsonObject encodeBar(const GuessBar &bar)
{
    return {{u"from"_s, bar.from}, {u"to"_s, bar.to}, {u"count"_s, bar.count}};
}

void encodeAnswer(QJsonObject &object, const QuestionAnswer &answer)
{
    if (answer.theory) {
        object.insert(u"theory"_s,
                      QJsonObject{{u"value"_s, answer.theory->value}, {u"derivation"_s, encodeText(answer.theory->derivation)}});
    }
    if (answer.measured) {
        object.insert(u"measured"_s,
                      QJsonObject{{u"value"_s, answer.measured->value},
                                  {u"uncertainty"_s, answer.measured->uncertainty},
                                  {u"n"_s, answer.measured->n},
                                  {u"how"_s, encodeText(answer.measured->how)}});
    } else if (!answer.unmeasured.isEmpty()) {
        object.insert(u"unmeasured"_s, encodeText(answer.unmeasured));
    }
}

QuestionAnswer decodeAnswer(const QJsonObject &object)
{
    QuestionAnswer answer;
    if (const QJsonValue theory = object[u"theory"]; theory.isObject())
        answer.theory = TheoryAnswer{theory[u"value"].toDouble(), decodeText(theory[u"derivation"]).value_or(BilingualText())};
    if (const QJsonValue measured = object[u"measured"]; measured.isObject()) {
        answer.measured = MeasuredAnswer{measured[u"value"].toDouble(), measured[u"uncertainty"].toDouble(),
                                         measured[u"n"].toInteger(), decodeText(measured[u"how"]).value_or(BilingualText())};
    }
    answer.unmeasured = decodeText(object[u"unmeasured"]).value_or(BilingualText());
    return answer;
}

QJsonObject encodeResult(const QuestionResult &result, GuessValues values)
{
    QJsonArray bars;
    for (const GuessBar &bar : result.bars)
        bars.append(encodeBar(bar));
    QJsonObject object{{u"part"_s, partNames[size_t(result.part)]}, {u"count"_s, result.count}, {u"bars"_s, bars}};
    if (result.count > 0)
        object.insert(u"median"_s, result.median);
    if (values == GuessValues::Included)
        object.insert(u"values"_s, encodeNumbers(result.values));
    encodeAnswer(object, result.answer);
    if (result.own)
        object.insert(u"answer"_s, *result.own);
    if (const auto &nearest = result.nearest) {
        QJsonObject told{{u"to"_s, nearest->to}, {u"values"_s, encodeNumbers(nearest->values)}, {u"members"_s, nearest->members}};
        if (!nearest->names.isEmpty())
            told.insert(u"names"_s, QJsonArray::fromStringList(nearest->names));
        object.insert(u"nearest"_s, told);
    }
    return object;
}

QuestionResult decodeResult(const QJsonObject &object)
{
    QuestionResult result;
    const auto part = std::ranges::find(partNames, object[u"part"].toString());
    result.part = part == partNames.end() ? Part::Measured : Part(part - partNames.begin());
    result.count = object[u"count"].toInteger();
    result.median = object[u"median"].toDouble();
    const QJsonArray bars = object[u"bars"].toArray();
    for (const QJsonValueConstRef bar : bars)
        result.bars.append({bar[u"from"_s].toDouble(), bar[u"to"_s].toDouble(), bar[u"count"_s].toInteger()});
    result.values = decodeNumbers(object[u"values"]);
    result.answer = decodeAnswer(object);
    if (const QJsonValue own = object[u"answer"]; own.isDouble())
        result.own = own.toDouble();
    if (const QJsonValue nearest = object[u"nearest"]; nearest.isObject()) {
        NearestGuesses told{nearest[u"to"].toDouble(), decodeNumbers(nearest[u"values"]), nearest[u"members"].toInteger(), {}};
        const QJsonArray names = nearest[u"names"].toArray();
        for (const QJsonValueConstRef name : names)
            told.names.append(name.toString());
        result.nearest = told;
    }
    return result;
}

} // namespace

QuestionResult resultOf(const ClassQuestion &question, const QList<Guess> &guesses, const QuestionAnswer &answer,
                        const QuestionOrder &order)
{
    QList<double> sorted;
    for (const Guess &guess : guesses)
        sorted.append(guess.value);
    std::ranges::sort(sorted);
    QuestionResult result;
    result.part = order.part;
    result.count = sorted.size();
    if (!sorted.isEmpty()) {
        result.median = medianOf(sorted);
        result.bars = barsOf(sorted);
        result.values = sorted.first(std::min(sorted.size(), mostValues));
    }
    if (order.part == Part::Guesses)
        return result;
    result.answer.theory = answer.theory;
    result.own = question.answer;
    if (order.part == Part::Theory)
        return result;
    result.answer = answer;
    result.nearest = nearestOf(guesses, sorted, result, order.withNames);
    return result;
}

QJsonObject encodeAsked(const AskedQuestion &asked, GuessValues values)
{
    QJsonObject object = encodeQuestion(asked.question);
    object.insert(u"open"_s, asked.isOpen);
    if (asked.guess)
        object.insert(u"guess"_s, *asked.guess);
    if (asked.result)
        object.insert(u"result"_s, encodeResult(*asked.result, values));
    return object;
}

std::optional<AskedQuestion> decodeAsked(const QJsonObject &object)
{
    const auto question = decodeQuestion(object);
    if (!question)
        return std::nullopt;
    AskedQuestion asked{*question, object[u"open"].toBool()};
    if (const QJsonValue guess = object[u"guess"]; guess.isDouble())
        asked.guess = guess.toDouble();
    if (const QJsonValue result = object[u"result"]; result.isObject())
        asked.result = decodeResult(result.toObject());
    return asked;
}

QByteArray encodeState(const QuestionState &state, const ClassSettings &settings)
{
    QJsonArray prepared;
    for (const ClassQuestion &question : preparedQuestions(settings))
        prepared.append(encodeQuestion(question));
    const QJsonObject object{{u"question"_s, state.asked ? QJsonValue(encodeAsked(*state.asked)) : QJsonValue()},
                             {u"guesses"_s, state.guesses},
                             {u"prepared"_s, prepared}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace pushlab::protocol
