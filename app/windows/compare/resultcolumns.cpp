// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/resultcolumns.h"

#include "client/widgets/figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::Figure;
using compare::VariantResult;
using widgets::bytesText;
using widgets::countText;
using widgets::delayText;
using Kind = ResultColumn::Kind;
using Text = std::function<QString(double)>;

namespace {

const QString nothing = u"–"_s;

enum class Shown : quint8 { Always, OnDemand };

QString translated(const char *text)
{
    return QCoreApplication::translate("ResultColumns", text);
}

QString numberText(double value)
{
    const double size = std::abs(value);
    return QLocale().toString(value, 'f', size == 0 || size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

QString shareText(double share)
{
    return QLocale().toString(share * 100, 'f', 1) + u" %"_s;
}

QString differenceText(double percent)
{
    const QString number = QLocale().toString(std::abs(percent), 'f', 1);
    const bool isNone = std::abs(percent) < 0.05;
    return (isNone ? u"±"_s : percent < 0 ? u"−"_s : u"+"_s) + number + u" %"_s;
}

QString perMessage(const VariantResult &one, double bytes)
{
    return one.messages > 0 ? bytesText(bytes / double(one.messages)) : nothing;
}

QString measuredText(const Figure &figure, const Text &text)
{
    return figure.halfWidth ? text(figure.value) + u" ± "_s + text(*figure.halfWidth) : text(figure.value);
}

//! A delay with its uncertainty: those by chance and by the clocks add up.
QString clockedDelay(const Figure &figure, double clockDoubt)
{
    return clockDoubt > 0 ? widgets::measuredDelay(figure.value, clockDoubt + figure.halfWidth.value_or(0))
                          : measuredText(figure, delayText);
}

QString residualText(const Figure &figure, bool isShare)
{
    if (isShare && figure.theory) // in percentage points
        return differenceText((figure.value - *figure.theory) * 100);
    const auto residual = figure.residual();
    return residual ? differenceText(*residual) : nothing;
}

class ColumnList
{
public:
    void add(const QString &title, const std::function<QString(const VariantResult &)> &text, Shown shown = Shown::OnDemand)
    {
        m_columns.append(
            {Kind::Measured, title, [text](const VariantResult &one, double) { return text(one); }, shown == Shown::Always});
    }

    void add(const QString &title, Figure VariantResult::*member, const Text &text, Shown shown = Shown::OnDemand)
    {
        const bool isAlways = shown == Shown::Always;
        m_columns.append({Kind::Measured, title,
                          [member, text](const VariantResult &one, double) { return measuredText(one.*member, text); }, isAlways});
        addExpected(member, text, isAlways);
    }

    void addDelay(const QString &title, Figure VariantResult::*member, Shown shown = Shown::OnDemand)
    {
        const bool isAlways = shown == Shown::Always;
        m_columns.append({Kind::Measured, title,
                          [member](const VariantResult &one, double clockDoubt) { return clockedDelay(one.*member, clockDoubt); },
                          isAlways});
        addExpected(member, delayText, isAlways);
    }

    [[nodiscard]] QList<ResultColumn> take() { return std::move(m_columns); }

private:
    void addExpected(Figure VariantResult::*member, const Text &text, bool isAlways)
    {
        const bool isShare = member == &VariantResult::emptyShare;
        const auto theory = [member, text](const VariantResult &one, double) {
            const Figure &figure = one.*member;
            return figure.theory ? text(*figure.theory) : nothing;
        };
        m_columns.append({Kind::Theory, translated(QT_TRANSLATE_NOOP("ResultColumns", "theory")), theory, isAlways});
        m_columns.append({Kind::Difference, translated(QT_TRANSLATE_NOOP("ResultColumns", "off by")),
                          [member, isShare](const VariantResult &one, double) { return residualText(one.*member, isShare); },
                          isAlways});
    }

    QList<ResultColumn> m_columns;
};

void addCounts(ColumnList &list)
{
    list.add(
        u"n"_s, [](const auto &one) { return one.samples > 0 ? countText(one.samples) : nothing; }, Shown::Always);
    list.add(
        translated(QT_TRANSLATE_NOOP("ResultColumns", "Delivered / sent")),
        [](const auto &one) -> QString { return countText(one.delivered) + u" / "_s + countText(one.expected); }, Shown::Always);
    list.add(
        translated(QT_TRANSLATE_NOOP("ResultColumns", "Lost")), [](const auto &one) { return countText(one.lost); }, Shown::Always);
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "Repeated")), [](const auto &one) { return countText(one.repeated); });
}

void addRequests(ColumnList &list)
{
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "Requests/min\nper client")), &VariantResult::requestsPerMinute,
             numberText, Shown::Always);
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "Requests")), [](const auto &one) { return countText(one.requests); });
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "Empty answers")), &VariantResult::emptyShare, shareText);
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "Connections\nopened")),
             [](const auto &one) { return countText(one.connections); });
}

void addBytes(ColumnList &list)
{
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "Bytes per\nmessage")), &VariantResult::bytesPerMessage, bytesText,
             Shown::Always);
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "of these\npayload")),
             [](const auto &one) { return perMessage(one, double(one.asking.up.payload + one.asking.down.payload)); });
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "HTTP or frame\nheaders")),
             [](const auto &one) { return perMessage(one, double(one.asking.up.header + one.asking.down.header)); });
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "besides: TCP/IP\n(estimate)")),
             [](const auto &one) { return perMessage(one, one.segmentBytes); });
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "Bytes/min\nper client")), &VariantResult::bytesPerMinute, bytesText);
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "Bytes up")),
             [](const auto &one) { return bytesText(double(one.asking.up.total())); });
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "Bytes down")),
             [](const auto &one) { return bytesText(double(one.asking.down.total())); });
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "Times the\nleast bytes")),
             [](const auto &one) { return one.bytesRatio > 0 ? numberText(one.bytesRatio) : nothing; });
}

void addDelays(ColumnList &list)
{
    list.addDelay(translated(QT_TRANSLATE_NOOP("ResultColumns", "Mean delay")), &VariantResult::mean, Shown::Always);
    list.addDelay(u"p95"_s, &VariantResult::p95, Shown::Always);
    list.addDelay(u"p50"_s, &VariantResult::p50);
    list.addDelay(u"p99"_s, &VariantResult::p99);
    list.addDelay(translated(QT_TRANSLATE_NOOP("ResultColumns", "Longest delay")), &VariantResult::max);
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "Times the\nleast delay")),
             [](const auto &one) { return one.delayRatio > 0 ? numberText(one.delayRatio) : nothing; });
    list.add(translated(QT_TRANSLATE_NOOP("ResultColumns", "Host’s CPU\nper message")), [](const auto &one) {
        return one.cpuPerMessage
            ? QCoreApplication::translate("ResultColumns", "%1 ms").arg(QLocale().toString(*one.cpuPerMessage, 'f', 3))
            : nothing;
    });
}

} // namespace

QList<ResultColumn> resultColumns()
{
    ColumnList list;
    addDelays(list); // what matters first: it stays in sight where there is little room
    addRequests(list);
    addBytes(list);
    addCounts(list);
    return list.take();
}

} // namespace pushlab::app
