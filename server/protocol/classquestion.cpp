// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/classquestion.h"

#include "server/protocol/json.h"
#include "server/protocol/techniquetraits.h"

#include <algorithm>
#include <array>

namespace pushlab::protocol {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double usualRate = 30; // messages a minute, where the class has no generator that says another

struct SourceName
{
    AnswerSource source;
    QLatin1StringView name;
};
constexpr std::array sourceNames{
    SourceName{AnswerSource::Own, "own"_L1},
    SourceName{AnswerSource::PollMeanDelay, "poll-mean-delay"_L1},
    SourceName{AnswerSource::PollGreatestDelay, "poll-worst-delay"_L1},
    SourceName{AnswerSource::RequestsPerMinute, "requests"_L1},
    SourceName{AnswerSource::Crossover, "crossover"_L1},
    SourceName{AnswerSource::MessageBytes, "bytes"_L1},
};

QString nameOfSource(AnswerSource source)
{
    return sourceNames[size_t(source)].name;
}

AnswerSource sourceOfName(const QString &name)
{
    const auto *const found = std::ranges::find_if(sourceNames, [&name](const SourceName &one) { return one.name == name; });
    return found == sourceNames.end() ? AnswerSource::Own : found->source; // that of a later version is shown, no more
}

QString plainNumber(double value)
{
    return QString::number(value, 'g', 6);
}

QString plainSeconds(std::chrono::milliseconds time)
{
    return plainNumber(double(time.count()) / 1000);
}

//! Indexed by Technique.
constexpr std::array<QStringView, allTechniques.size()> chineseNames{u"短轮询", u"长轮询", u"WebSocket", u"服务器推送事件（SSE）"};

BilingualText techniqueText(Technique technique)
{
    return {QString(traitsOf(technique).title), chineseNames[size_t(technique)].toString()};
}

BilingualText filled(const BilingualText &text, const QString &value)
{
    return {text.english.arg(value), text.chinese.arg(value)};
}

//! Space between Chinese and Latin letters, as everywhere.
QString spacedChinese(const QString &name)
{
    return name.front().unicode() < 0x80 ? u' ' + name : name;
}

BilingualText questionText(const ClassQuestion &question)
{
    const QString interval = plainSeconds(question.pollInterval);
    switch (question.source) {
    case AnswerSource::Own:
        break;
    case AnswerSource::PollMeanDelay:
        return filled({u"Short polling every %1 s: how long is a message on its way to a member, on average?"_s,
                       u"每 %1 秒短轮询一次：一条消息到达成员平均要多久？"_s},
                      interval);
    case AnswerSource::PollGreatestDelay:
        return filled({u"Short polling every %1 s: how long is a message on its way to a member, at worst?"_s,
                       u"每 %1 秒短轮询一次：一条消息到达成员最长要多久？"_s},
                      interval);
    case AnswerSource::RequestsPerMinute:
        return filled({u"30 members poll every %1 s: how many requests a minute does the host get?"_s,
                       u"30 名成员每 %1 秒轮询一次：主机每分钟收到多少个请求？"_s},
                      interval);
    case AnswerSource::Crossover:
        return filled({u"From how many messages a minute on does long polling need more requests than short polling every %1 s?"_s,
                       u"每分钟超过多少条消息时，长轮询需要的请求比每 %1 秒一次的短轮询还多？"_s},
                      interval);
    case AnswerSource::MessageBytes: {
        const BilingualText technique = techniqueText(question.technique.value_or(defaultTechnique));
        const QString rate = plainNumber(question.perMinute);
        return {
            u"How many bytes does each “hi” cost that a member gets by %1, at %2 messages a minute?"_s.arg(technique.english, rate),
            u"每分钟 %2 条消息时，成员通过%1收到的每个“hi”要花多少字节？"_s.arg(
                spacedChinese(technique.chinese) + (technique.chinese.back().unicode() < 0x80 ? u" "_s : QString()), rate)};
    }
    }
    return {};
}

BilingualText questionUnit(AnswerSource source)
{
    switch (source) {
    case AnswerSource::Own:
        break;
    case AnswerSource::PollMeanDelay:
    case AnswerSource::PollGreatestDelay:
        return sameInBoth(u"ms"_s);
    case AnswerSource::RequestsPerMinute:
        return {u"requests/min"_s, u"个请求/分钟"_s};
    case AnswerSource::Crossover:
        return {u"messages/min"_s, u"条消息/分钟"_s};
    case AnswerSource::MessageBytes:
        return sameInBoth(u"B"_s);
    }
    return {};
}

ClassQuestion prepared(AnswerSource source, std::optional<Technique> technique, const ClassSettings &settings)
{
    ClassQuestion question;
    question.source = source;
    question.technique = technique;
    question.id = nameOfSource(source);
    if (technique)
        question.id += u'-' + QString::fromLatin1(techniqueName(*technique));
    question.pollInterval = settings.pollInterval;
    question.hold = settings.hold;
    question.perMinute = settings.generator.isOn() ? settings.generator.perSecond * 60 : usualRate;
    question.text = questionText(question);
    question.unit = questionUnit(source);
    return question;
}

bool fits(const BilingualText &text, qsizetype most)
{
    return text.english.size() <= most && text.chinese.size() <= most;
}

BilingualText tidied(const BilingualText &text)
{
    return {wholeText(text.english).simplified(), wholeText(text.chinese).simplified()};
}

} // namespace

QList<ClassQuestion> preparedQuestions(const ClassSettings &settings)
{
    QList<ClassQuestion> questions;
    for (const AnswerSource source :
         {AnswerSource::PollMeanDelay, AnswerSource::PollGreatestDelay, AnswerSource::RequestsPerMinute, AnswerSource::Crossover})
        questions.append(prepared(source, std::nullopt, settings));
    for (const Technique technique : settings.techniques)
        questions.append(prepared(AnswerSource::MessageBytes, technique, settings));
    return questions;
}

std::optional<ClassQuestion> preparedQuestion(const QString &name, const ClassSettings &settings)
{
    ClassSettings all = settings;
    all.techniques = {allTechniques.begin(), allTechniques.end()}; // one that is not offered may be asked about
    const QList<ClassQuestion> questions = preparedQuestions(all);
    const auto found = std::ranges::find_if(questions, [&name](const ClassQuestion &one) { return one.id == name; });
    return found == questions.end() ? std::nullopt : std::optional(*found);
}

std::variant<ClassQuestion, QByteArray> readOwnQuestion(const QJsonObject &object)
{
    ClassQuestion question;
    const auto text = decodeText(object[u"text"]);
    if (!text || text->english.trimmed().isEmpty() || text->chinese.trimmed().isEmpty() || !fits(*text, maxQuestionCharacters))
        return QByteArray("text must be a string of 1 to 300 characters, or an object with such ones as en and zh-CN.");
    question.text = tidied(*text);
    const QJsonValue unit = object[u"unit"];
    const auto given = unit.isUndefined() ? BilingualText() : decodeText(unit);
    if (!given || !fits(*given, maxUnitCharacters))
        return QByteArray("unit must be a string of at most 30 characters, or an object with such ones as en and zh-CN.");
    question.unit = tidied(*given);
    const QJsonValue answer = object[u"answer"];
    if (answer.isUndefined() || answer.isNull())
        return question;
    if (!answer.isDouble() || !(answer.toDouble() >= 0 && answer.toDouble() <= maxGuess))
        return QByteArray("answer must be a number from 0 to 1000000000, or null.");
    question.answer = answer.toDouble();
    return question;
}

QJsonObject encodeQuestion(const ClassQuestion &question)
{
    QJsonObject object{{u"id"_s, question.id},
                       {u"source"_s, nameOfSource(question.source)},
                       {u"text"_s, encodeText(question.text)},
                       {u"unit"_s, encodeText(question.unit)}};
    if (question.technique)
        object.insert(u"technique"_s, QString::fromLatin1(techniqueName(*question.technique)));
    return object;
}

std::optional<ClassQuestion> decodeQuestion(const QJsonObject &object)
{
    const auto text = decodeText(object[u"text"]);
    if (!text || object[u"id"].toString().isEmpty())
        return std::nullopt;
    ClassQuestion question;
    question.id = object[u"id"].toString();
    question.source = sourceOfName(object[u"source"].toString());
    question.technique = techniqueFromName(object[u"technique"].toString().toLatin1());
    question.text = *text;
    question.unit = decodeText(object[u"unit"]).value_or(BilingualText());
    return question;
}

} // namespace pushlab::protocol
