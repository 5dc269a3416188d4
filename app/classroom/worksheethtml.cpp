// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/worksheethtml.h"

#include "server/protocol/techniquetraits.h"

#include <QFile>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

static void initWorksheetStyle()
{
    Q_INIT_RESOURCE(worksheet); // not within a namespace
}

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using protocol::BilingualText;
using protocol::MeasuredAnswer;
using protocol::QuestionResult;
using protocol::Technique;
using protocol::Worksheet;
using protocol::WorksheetFigure;
using protocol::WorksheetQuestion;
using protocol::WorksheetTechnique;

namespace {

constexpr int barMarks = 24; // of the longest bar
constexpr int linesToWrite = 3;

//! Indexed by Technique; with the space that stands between Chinese and Latin letters.
constexpr std::array<QStringView, protocol::allTechniques.size()> chineseTechniques{u"短轮询", u"长轮询", u"WebSocket",
                                                                                    u"服务器推送事件（SSE）"};

//! Of an English table: "Short polling".
QString techniqueHeading(Technique technique, bool isChinese)
{
    if (isChinese)
        return chineseTechniques[size_t(technique)].toString();
    QString title(protocol::traitsOf(technique).title);
    title[0] = title[0].toUpper();
    return title;
}

QString tag(const QString &element, const QString &content)
{
    return u'<' + element + u'>' + content + u"</"_s + element.section(u' ', 0, 0) + u'>';
}

//! Words and numbers of one sheet in its language.
class SheetWriter
{
public:
    SheetWriter(const Worksheet &sheet, bool isChinese)
        : m_sheet(sheet)
        , m_isChinese(isChinese)
        , m_locale(isChinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English, QLocale::UnitedStates))
    {
    }

    [[nodiscard]] QString head() const
    {
        const QString blank = tag(u"td width=\"35%\" data-own=\"name\""_s, u"&nbsp;"_s);
        const QString about = m_sheet.isFilled
            ? say(u"With what the class has predicted and measured.", u"已填入班级的预测和测量结果。")
            : say(u"Predict first, then measure: write down what you expect before the class is shown the answer.",
                  u"先预测，再测量：在公布答案之前写下你的预期。");
        return tag(u"h2 class=\"sheet-title\""_s, escaped(m_sheet.title))
            + table(u"sheet-name"_s,
                    tag(u"tr"_s,
                        tag(u"th align=\"left\""_s, say(u"Name", u"姓名")) + blank
                            + tag(u"th align=\"left\""_s, say(u"Date", u"日期")) + tag(u"td width=\"35%\""_s, u"&nbsp;"_s)))
            + tag(u"p class=\"sheet-about\""_s, about);
    }

    //! \a number: of the question on the sheet, from 1; students know no numbers of steps.
    [[nodiscard]] QString question(const WorksheetQuestion &item, qsizetype number) const
    {
        const QuestionResult *const result = item.asked && item.asked->result ? &*item.asked->result : nullptr;
        const protocol::ClassQuestion &question = item.asked ? item.asked->question : item.question;
        QString html = tag(u"h3"_s, QString::number(number) + u". "_s + escaped(item.title));
        if (!item.text.isEmpty())
            html += tag(u"p"_s, escaped(item.text));
        html += tag(u"p class=\"sheet-asked\""_s, tag(u"b"_s, escaped(question.text)));
        html += answers(question, result);
        if (result)
            html += guesses(*result, question.unit);
        return html + explanation(item, result);
    }

    [[nodiscard]] QString techniques() const
    {
        QString rows = tag(u"tr"_s,
                           headCell({}, 30) + headCell(say(u"Expected by theory", u"理论预期"), 20)
                               + headCell(say(u"Measured by the class", u"班级测得"), 28)
                               + headCell(say(u"My own", u"我自己的"), 22));
        for (const WorksheetTechnique &technique : m_sheet.techniques)
            rows += figures(technique);
        const QString heading = say(u"What the techniques cost", u"各种技术的代价");
        const QString note = say(
            u"n: how many delays were measured, for requests and bytes how many members. The mean is within ± with a "
            u"probability of 95 %. My own: the numbers on your page.",
            u"n：测得的延迟数；请求和字节则为成员数。平均值以 95% 的概率落在 ± 范围内。我自己的：你页面上的数字。");
        return tag(u"h3"_s, heading) + table(u"sheet-techniques"_s, rows) + tag(u"p class=\"sheet-note\""_s, note);
    }

private:
    [[nodiscard]] QString say(QStringView english, QStringView chinese) const
    {
        return (m_isChinese ? chinese : english).toString();
    }

    [[nodiscard]] QString escaped(const BilingualText &text) const { return text.in(m_isChinese).toHtmlEscaped(); }

    [[nodiscard]] static QString table(const QString &kind, const QString &rows)
    {
        return tag(u"table class=\""_s + kind + u"\" border=\"1\" cellspacing=\"0\" cellpadding=\"5\" width=\"100%\""_s, rows);
    }

    [[nodiscard]] static QString headCell(const QString &text, int percent = 0)
    {
        return tag(u"th align=\"left\""_s + (percent > 0 ? u" width=\"%1%\""_s.arg(percent) : QString()), text);
    }

    //! With as many digits as matter.
    [[nodiscard]] QString number(double value) const
    {
        const double size = std::abs(value);
        return m_locale.toString(value, 'f', value == std::round(value) || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
    }

    [[nodiscard]] QString count(qint64 n) const { return m_locale.toString(n); }

    [[nodiscard]] QString quantity(double value, const BilingualText &unit) const
    {
        return unit.isEmpty() ? number(value) : number(value) + u' ' + escaped(unit);
    }

    //! Both to the digit that is known; of one member there may be no uncertainty.
    [[nodiscard]] QString measuredText(const MeasuredAnswer &measured, const BilingualText &unit) const
    {
        const double uncertainty = measured.uncertainty;
        const auto rounded = [this,
                              decimals = uncertainty >= 10 ? 0
                                  : uncertainty >= 1       ? 1
                                                           : 2](double value) { return m_locale.toString(value, 'f', decimals); };
        QString text = uncertainty > 0 ? rounded(measured.value) + u" ± "_s + rounded(uncertainty) : number(measured.value);
        if (!unit.isEmpty())
            text += u' ' + escaped(unit);
        return text + say(u" (n = %1)", u"（n = %1）").arg(count(measured.n));
    }

    //! To be filled in by hand.
    [[nodiscard]] QString blankCell(const BilingualText &unit, const QString &attributes = {}) const
    {
        return tag(u"td align=\"right\""_s + attributes, u"&nbsp;<br>&nbsp;"_s + escaped(unit));
    }

    [[nodiscard]] QString answers(const protocol::ClassQuestion &question, const QuestionResult *result) const
    {
        const bool isOwn = question.source == protocol::AnswerSource::Own;
        const int width = isOwn ? 50 : 30;
        QString heads = headCell(say(u"My prediction", u"我的预测"), width)
            + headCell(isOwn ? say(u"Answer", u"答案") : say(u"Expected by theory", u"理论预期"), width);
        const QString guess = question.id.isEmpty() || question.place.step == 0
            ? QString()
            : u" data-guess=\""_s + question.id.toHtmlEscaped() + u"\" data-unit=\""_s + escaped(question.unit) + u'"';
        QString cells = blankCell(question.unit, guess);
        std::optional<double> right = result ? result->own : std::nullopt;
        if (!right && result && result->answer.theory)
            right = result->answer.theory->value;
        cells += right ? tag(u"td"_s, quantity(*right, question.unit)) : blankCell(question.unit);
        if (!isOwn) {
            heads += headCell(say(u"Measured by the class", u"班级测得"), 100 - 2 * width);
            cells += measuredCell(result, question.unit);
        }
        return table(u"sheet-answers"_s, tag(u"tr"_s, heads) + tag(u"tr"_s, cells));
    }

    [[nodiscard]] QString measuredCell(const QuestionResult *result, const BilingualText &unit) const
    {
        if (result && result->answer.measured)
            return tag(u"td"_s, measuredText(*result->answer.measured, unit));
        if (result && !result->answer.unmeasured.isEmpty())
            return tag(u"td"_s, escaped(result->answer.unmeasured));
        return blankCell(unit);
    }

    //! A row for each bar, whose length is so many marks: no drawing that only browsers know.
    [[nodiscard]] QString guesses(const QuestionResult &result, const BilingualText &unit) const
    {
        if (result.count == 0)
            return tag(u"p"_s, say(u"Nobody has guessed.", u"没有人猜测。"));
        const QString said = say(u"Guesses of the class: %1; their median: %2", u"班级的猜测：%1；中位数：%2")
                                 .arg(count(result.count), quantity(result.median, unit));
        qint64 most = 1;
        for (const protocol::GuessBar &bar : result.bars)
            most = std::max(most, bar.count);
        QString rows;
        for (const protocol::GuessBar &bar : result.bars) {
            const QString range = bar.from == bar.to ? number(bar.from) : number(bar.from) + u" – "_s + number(bar.to);
            const auto marks = qsizetype(std::ceil(double(bar.count) * barMarks / double(most)));
            rows += tag(u"tr"_s,
                        tag(u"td align=\"right\""_s, range) + tag(u"td class=\"bar\""_s, QString(marks, u'■'))
                            + tag(u"td align=\"right\""_s, count(bar.count)));
        }
        return tag(u"p"_s, said) + tag(u"table class=\"sheet-bars\" cellspacing=\"0\" cellpadding=\"2\""_s, rows);
    }

    [[nodiscard]] QString explanation(const WorksheetQuestion &item, const QuestionResult *result) const
    {
        QString html = tag(u"p class=\"sheet-why\""_s, tag(u"b"_s, say(u"Why?", u"为什么？")));
        int lines = linesToWrite;
        if (result && result->part != protocol::QuestionOrder::Part::Guesses) {
            for (const BilingualText &text :
                 {result->answer.theory ? result->answer.theory->derivation : BilingualText(), item.explanation}) {
                if (!text.isEmpty())
                    html += tag(u"p"_s, escaped(text));
            }
            lines = 1; // for what is to be added
        }
        for (int i = 0; i < lines; ++i)
            html += u"<p class=\"sheet-line\">&nbsp;</p><hr>"_s;
        return html;
    }

    [[nodiscard]] QString conditions(const WorksheetTechnique &technique) const
    {
        if (technique.perMinute <= 0)
            return {};
        const auto seconds = [this](std::chrono::milliseconds time) {
            return m_locale.toString(double(time.count()) / 1000, 'g', 6);
        };
        QString text = say(u"%1 messages a minute", u"每分钟 %1 条消息").arg(number(technique.perMinute));
        const protocol::TechniqueTraits traits = protocol::traitsOf(technique.technique);
        if (traits.isPaced)
            text += say(u", every %1 s", u"，每 %1 秒一次").arg(seconds(technique.pollInterval));
        else if (!traits.holdsConnection)
            text += say(u", hold %1 s", u"，保持 %1 秒").arg(seconds(technique.hold));
        if (technique.networkDelay.count() > 0)
            text += say(u", network %1 ms each way", u"，网络单程 %1 毫秒").arg(number(double(technique.networkDelay.count())));
        return u' ' + tag(u"span class=\"sheet-note\""_s, say(u"(%1)", u"（%1）").arg(text));
    }

    [[nodiscard]] QString figureRow(const QString &label, const WorksheetFigure &figure, const QString &own = {}) const
    {
        const QString blank = tag(u"td"_s, u"&nbsp;"_s);
        return tag(u"tr"_s,
                   headCell(label) + (figure.theory ? tag(u"td"_s, number(*figure.theory)) : blank)
                       + (figure.measured ? tag(u"td"_s, measuredText(*figure.measured, {})) : blank)
                       + tag(u"td"_s + own, u"&nbsp;"_s));
    }

    [[nodiscard]] QString figures(const WorksheetTechnique &technique) const
    {
        const QString own = u" data-own=\""_s + QString::fromLatin1(protocol::techniqueName(technique.technique)) + u'"';
        return tag(u"tr"_s,
                   tag(u"td colspan=\"4\" class=\"sheet-technique\""_s,
                       tag(u"b"_s, techniqueHeading(technique.technique, m_isChinese)) + conditions(technique)))
            + figureRow(say(u"Mean delay (ms)", u"平均延迟（毫秒）"), technique.delay, own)
            + figureRow(say(u"Requests a minute, each member", u"每名成员每分钟的请求数"), technique.requests)
            + figureRow(say(u"Bytes a message", u"每条消息的字节数"), technique.bytes);
    }

    const Worksheet &m_sheet;
    const bool m_isChinese;
    const QLocale m_locale;
};

QByteArray worksheetStyle()
{
    initWorksheetStyle();
    QFile file(u":/pushlab/worksheet/worksheet.css"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString worksheetHeading(bool isChinese)
{
    return isChinese ? u"学习单"_s : u"Worksheet"_s;
}

QStringList worksheetSections(const Worksheet &sheet, bool isChinese)
{
    const SheetWriter writer(sheet, isChinese);
    QStringList sections{writer.head()};
    for (qsizetype i = 0; i < sheet.questions.size(); ++i)
        sections += writer.question(sheet.questions[i], i + 1);
    sections += writer.techniques();
    return sections;
}

QByteArray worksheetContent(const Worksheet &sheet, bool isChinese)
{
    QString html;
    for (const QString &section : worksheetSections(sheet, isChinese))
        html += tag(u"section class=\"sheet-part\""_s, section) + u'\n';
    return html.toUtf8();
}

QByteArray worksheetFile(const Worksheet &sheet, bool isChinese)
{
    const QByteArray language = isChinese ? "zh-CN" : "en";
    const QByteArray heading = worksheetHeading(isChinese).toUtf8();
    return "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + heading + ": " + sheet.title.in(isChinese).toHtmlEscaped().toUtf8() + "</title>\n<style>\n" + worksheetStyle()
        + "</style>\n</head>\n<body class=\"page-worksheet\">\n<main>\n<h1>" + heading + "</h1>\n<article class=\"sheet\">\n"
        + worksheetContent(sheet, isChinese) + "</article>\n</main>\n</body>\n</html>\n";
}

} // namespace pushlab::app
