// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/questionanswers.h"

#include "app/classroom/classtheory.h"
#include "client/theory/models.h"
#include "client/theory/statistics.h"
#include "server/protocol/messagecodec.h"
#include "server/protocol/techniquetraits.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using protocol::AnswerSource;
using protocol::BilingualText;
using protocol::ClassMeasurement;
using protocol::ClassQuestion;
using protocol::ClassSettings;
using protocol::MeasuredAnswer;
using protocol::QuestionAnswer;
using protocol::Technique;
using protocol::TheoryAnswer;

namespace {

constexpr qint64 leastDelays = 10;
constexpr double leastMinutes = 0.25;
constexpr double leastMessages = 5; // that a member received
constexpr double bucketError = 0.008; // relative, of a delay that is known by its bucket
constexpr int hiBytes = 2;

//! In a derivation: no more digits than matter, and none that are 0.
QString plain(double value)
{
    if (std::abs(value) >= 100)
        return QString::number(value, 'f', 0);
    QString text = QString::number(value, 'f', std::abs(value) >= 10 ? 1 : 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

BilingualText withNumbers(BilingualText text, const QList<double> &numbers)
{
    for (const double number : numbers) {
        text.english = text.english.arg(plain(number));
        text.chinese = text.chinese.arg(plain(number));
    }
    return text;
}

double inMilliseconds(theory::Seconds time)
{
    return time.count() * 1000;
}

//! A message with the text "hi" as members receive it by \a technique.
double messageBytes(Technique technique)
{
    const protocol::EncodedEntry hi = protocol::encodeMessage({1000, u"Student"_s, u"hi"_s, 1.7e12, 1.7e12, Technique::Polling});
    return double(protocol::traitsOf(technique).sendsInBand ? protocol::messageFrame(hi).size() : hi.json.size());
}

theory::Parameters parametersOf(const ClassQuestion &question, const ClassSettings &settings)
{
    theory::Parameters parameters;
    parameters.rate = question.perMinute / 60;
    parameters.oneWay = localTransit + settings.conditioner.delay;
    parameters.pollInterval = question.pollInterval;
    parameters.hold = question.hold;
    if (question.technique)
        parameters.messageBytes = messageBytes(*question.technique);
    return parameters;
}

TheoryAnswer meanDelayTheory(const theory::Parameters &parameters)
{
    const double mean = inMilliseconds(theory::delay(Technique::Polling, parameters).mean());
    return {mean,
            withNumbers({u"A message comes at any moment between two polls: on average it waits half of the time T between them, then it "
                         u"travels for L. T/2 + L = %1/2 + %2 = %3 ms"_s,
                         u"消息可能在两次轮询之间的任何时刻到来：平均等待间隔 T 的一半，再传输 L。T/2 + L = %1/2 + %2 = %3 ms"_s},
                        {inMilliseconds(theory::pollCycle(parameters)), inMilliseconds(parameters.oneWay), mean})};
}

TheoryAnswer greatestDelayTheory(const theory::Parameters &parameters)
{
    const double greatest = inMilliseconds(theory::delay(Technique::Polling, parameters).greatest());
    return {greatest,
            withNumbers({u"At worst it comes just after a poll and waits for the whole time T until the next one, then it travels for L. "
                         u"T + L = %1 + %2 = %3 ms"_s,
                         u"最坏的情况：消息刚好在一次轮询之后到来，要等满间隔 T 才轮到下一次，再传输 L。T + L = %1 + %2 = %3 ms"_s},
                        {inMilliseconds(theory::pollCycle(parameters)), inMilliseconds(parameters.oneWay), greatest})};
}

TheoryAnswer requestsTheory(const theory::Parameters &parameters)
{
    const double each = theory::requestsPerMinute(Technique::Polling, parameters);
    const double all = protocol::askedMembers * each;
    return {all,
            withNumbers({u"Each member asks every T = %1 s, whether there is a message or not: 60/T = %2 a minute. 30 members: %3"_s,
                         u"无论有没有消息，每名成员每隔 T = %1 秒都要请求一次：每分钟 60/T = %2 个。30 名成员：%3 个"_s},
                        {theory::pollCycle(parameters).count(), each, all})};
}

std::optional<TheoryAnswer> crossoverTheory(const theory::Parameters &parameters)
{
    const theory::Crossover crossover = theory::crossover(parameters);
    if (crossover.kind == theory::Crossover::Kind::Never)
        return std::nullopt;
    const double perMinute = crossover.kind == theory::Crossover::Kind::AtRate ? crossover.rate * 60 : 0;
    return TheoryAnswer{
        perMinute,
        withNumbers({u"Short polling always needs 60/T = %1 requests a minute. Long polling needs one for each message, and one whenever "
                     u"nothing comes for H = %2 s: at %3 messages a minute that is as many."_s,
                     u"短轮询每分钟总要 60/T = %1 个请求。长轮询每条消息要一个请求，每当 H = %2 秒内没有消息时也要一个：每分钟 %3 "
                     u"条消息时两者一样多。"_s},
                    {theory::requestsPerMinute(Technique::Polling, parameters), parameters.hold.count(), perMinute})};
}

TheoryAnswer bytesTheory(Technique technique, const theory::Parameters &parameters)
{
    const double bytes = theory::bytesPerMessage(technique, parameters);
    if (!protocol::traitsOf(technique).holdsConnection) {
        return {bytes,
                withNumbers({u"%1 requests a minute of %2 B with their answers’ heads, for %3 messages a minute, and %4 B for each "
                             u"message itself: %5 B"_s,
                             u"每分钟 %1 个请求，连同应答头各 %2 B，分摊到每分钟 %3 条消息上，再加每条消息本身 %4 B：%5 B"_s},
                            {theory::requestsPerMinute(technique, parameters), parameters.headerBytes, parameters.rate * 60,
                             parameters.messageBytes, bytes})};
    }
    return {bytes,
            withNumbers({u"The message itself, %1 B, and what surrounds it on a connection that stays open, with the signs of life "
                         u"between: %2 B more"_s,
                         u"消息本身 %1 B，加上它在保持打开的连接上的外壳和其间的心跳：再加 %2 B"_s},
                        {parameters.messageBytes, bytes - parameters.messageBytes})};
}

std::optional<TheoryAnswer> theoryAnswer(const ClassQuestion &question, const ClassSettings &settings)
{
    const theory::Parameters parameters = parametersOf(question, settings);
    if (question.source == AnswerSource::Own || !theory::isValid(parameters))
        return std::nullopt;
    switch (question.source) {
    case AnswerSource::Own:
        break;
    case AnswerSource::PollMeanDelay:
        return meanDelayTheory(parameters);
    case AnswerSource::PollGreatestDelay:
        return greatestDelayTheory(parameters);
    case AnswerSource::RequestsPerMinute:
        return requestsTheory(parameters);
    case AnswerSource::Crossover:
        return crossoverTheory(parameters);
    case AnswerSource::MessageBytes:
        return bytesTheory(question.technique.value_or(protocol::defaultTechnique), parameters);
    }
    return std::nullopt;
}

//! Of a mean over members: Student's interval, at least \a resolution, which is all that one member tells.
double uncertaintyOf(const theory::Summary &summary, double resolution)
{
    const auto interval = theory::confidenceInterval(summary);
    return std::max(interval ? interval->halfWidth : 0, resolution / std::sqrt(double(std::max<qint64>(summary.n, 1))));
}

std::optional<MeasuredAnswer> measuredMeanDelay(const protocol::DelaySamples &delays)
{
    const auto interval = theory::confidenceInterval({delays.n, delays.mean, delays.deviation});
    if (!interval || delays.n < leastDelays)
        return std::nullopt;
    return MeasuredAnswer{delays.mean,
                          interval->halfWidth + delays.clockUncertainty,
                          delays.n,
                          {u"the mean of the delays that members reported who poll"_s, u"轮询成员报告的延迟的平均值"_s}};
}

//! The greatest of n is below the greatest that there may be, by 3/n of it in 95 of 100 cases.
std::optional<MeasuredAnswer> measuredGreatestDelay(const protocol::DelaySamples &delays)
{
    if (delays.n < leastDelays)
        return std::nullopt;
    const double uncertainty = delays.greatest * (3.0 / double(delays.n) + bucketError) + delays.clockUncertainty;
    return MeasuredAnswer{delays.greatest,
                          uncertainty,
                          delays.n,
                          {u"the greatest of the delays that members reported who poll"_s, u"轮询成员报告的延迟的最大值"_s}};
}

std::optional<MeasuredAnswer> measuredRequests(const ClassMeasurement &measured)
{
    QList<double> rates;
    double minutes = 0;
    for (const protocol::MemberSample &member : measured.members) {
        if (!protocol::traitsOf(member.technique).isPaced || member.minutes < leastMinutes || member.requests == 0)
            continue;
        rates.append(member.requests / member.minutes * protocol::askedMembers);
        minutes = member.minutes;
    }
    if (rates.isEmpty())
        return std::nullopt;
    const theory::Summary summary = theory::summarize(rates);
    return MeasuredAnswer{summary.mean,
                          uncertaintyOf(summary, protocol::askedMembers / minutes),
                          summary.n,
                          {u"what the members who poll needed on average, times 30"_s, u"轮询成员的平均请求数乘以 30"_s}};
}

//! Between the greatest rate at which long polling needed less and the least at which it needed more.
std::optional<MeasuredAnswer> measuredCrossover(const ClassMeasurement &measured, const theory::Parameters &parameters)
{
    std::optional<double> below;
    std::optional<double> above;
    for (const protocol::RatePoint &point : measured.points) {
        const double polling = point.polling > 0 ? point.polling : theory::requestsPerMinute(Technique::Polling, parameters);
        if (point.longPolling <= polling)
            below = std::max(below.value_or(0), point.messages);
        else
            above = std::min(above.value_or(point.messages), point.messages);
    }
    if (!below || !above || *below >= *above)
        return std::nullopt;
    return MeasuredAnswer{(*below + *above) / 2,
                          (*above - *below) / 2,
                          measured.points.size(),
                          {u"between a rate at which long polling needed fewer requests and one at which it needed more"_s,
                           u"介于长轮询请求较少的速率和请求较多的速率之间"_s}};
}

std::optional<MeasuredAnswer> measuredBytes(const ClassMeasurement &measured, Technique technique)
{
    QList<double> bytes;
    double messages = 0;
    for (const protocol::MemberSample &member : measured.members) {
        if (member.technique != technique || member.hasSent || member.delivered < leastMessages)
            continue;
        bytes.append(member.bytes / member.delivered);
        messages = member.delivered;
    }
    if (bytes.isEmpty())
        return std::nullopt;
    const theory::Summary summary = theory::summarize(bytes);
    return MeasuredAnswer{
        summary.mean,
        uncertaintyOf(summary, summary.mean / messages),
        summary.n,
        {u"bytes of the members who sent nothing, per message that they got"_s, u"没有发送消息的成员每收到一条消息所用的字节数"_s}};
}

//! Whether the class runs as the question assumes; otherwise what is to be set.
BilingualText obstacleOf(const ClassQuestion &question, const ClassSettings &settings)
{
    const bool isBytes = question.source == AnswerSource::MessageBytes;
    const bool isHeld = isBytes && question.technique && protocol::traitsOf(*question.technique).holdsConnection;
    if (!isHeld && settings.pollInterval != question.pollInterval) {
        return withNumbers({u"Not measured: the class does not poll every %1 s now."_s, u"未测量：班级现在不是每 %1 秒轮询一次。"_s},
                           {theory::Seconds(question.pollInterval).count()});
    }
    if (question.source == AnswerSource::Crossover && settings.hold != question.hold)
        return {u"Not measured: the hold is another one now."_s, u"未测量：现在的保持时间不同。"_s};
    const bool isHi = settings.generator.isOn() && settings.generator.bytes == hiBytes
        && std::abs(settings.generator.perSecond * 60 - question.perMinute) < 0.01 * question.perMinute;
    if (isBytes && !isHi) {
        return withNumbers({u"Not measured: let the generator send %1 messages a minute of 2 bytes."_s,
                            u"未测量：请让生成器每分钟发送 %1 条 2 字节的消息。"_s},
                           {question.perMinute});
    }
    return {};
}

std::optional<MeasuredAnswer> measuredAnswer(const ClassQuestion &question, const ClassMeasurement &measured,
                                             const ClassSettings &settings)
{
    const protocol::DelaySamples &delays = measured.delays[size_t(Technique::Polling)];
    switch (question.source) {
    case AnswerSource::Own:
        break;
    case AnswerSource::PollMeanDelay:
        return measuredMeanDelay(delays);
    case AnswerSource::PollGreatestDelay:
        return measuredGreatestDelay(delays);
    case AnswerSource::RequestsPerMinute:
        return measuredRequests(measured);
    case AnswerSource::Crossover:
        return measuredCrossover(measured, parametersOf(question, settings));
    case AnswerSource::MessageBytes:
        return measuredBytes(measured, question.technique.value_or(protocol::defaultTechnique));
    }
    return std::nullopt;
}

//! What the class can do so that something is measured.
BilingualText missing(AnswerSource source)
{
    switch (source) {
    case AnswerSource::Own:
        break;
    case AnswerSource::PollMeanDelay:
    case AnswerSource::PollGreatestDelay:
        return {u"Not measured yet: members have to get some messages by short polling."_s,
                u"尚未测量：需要有成员通过短轮询收到一些消息。"_s};
    case AnswerSource::RequestsPerMinute:
        return {u"Not measured yet: members have to poll for a while."_s, u"尚未测量：需要有成员轮询一段时间。"_s};
    case AnswerSource::Crossover:
        return {u"Not measured yet: it takes members by long polling, and two rates of the generator, one on each side."_s,
                u"尚未测量：需要有长轮询成员，并用生成器在交叉点两侧各测一个速率。"_s};
    case AnswerSource::MessageBytes:
        return {u"Not measured yet: members have to get some messages by this technique."_s,
                u"尚未测量：需要有成员通过该技术收到一些消息。"_s};
    }
    return {};
}

} // namespace

QuestionAnswer answerOf(const ClassQuestion &question, const ClassMeasurement &measured, const ClassSettings &settings)
{
    QuestionAnswer answer;
    answer.theory = theoryAnswer(question, settings);
    if (question.source == AnswerSource::Own)
        return answer;
    answer.unmeasured = obstacleOf(question, settings);
    if (!answer.unmeasured.isEmpty())
        return answer;
    answer.measured = measuredAnswer(question, measured, settings);
    if (!answer.measured)
        answer.unmeasured = missing(question.source);
    return answer;
}

} // namespace pushlab::app
