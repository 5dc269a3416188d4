// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/text/sweeptext.h"

#include "client/compare/result/wording.h"
#include "client/compare/text/columns.h"
#include "client/compare/text/language.h"

#include <QCoreApplication>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The translation context of this file.
struct SweepPhrases
{
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

QString crossoverText(const SweepResult &result)
{
    QStringList sentences{result.crossover
                              ? SweepPhrases::tr("Long polling needs more requests than polling from %1 messages a second on.")
                                    .arg(numberText(*result.crossover))
                              : SweepPhrases::tr("Long polling and polling did not cross between these rates.")};
    if (result.expected)
        sentences += SweepPhrases::tr("Theory: %1; the rule of thumb 1/T: %2.")
                         .arg(numberText(*result.expected), numberText(result.ruleOfThumb));
    return paragraphOf(sentences);
}

} // namespace

QString sweepReport(const SweepResult &result)
{
    const QString gap = u"   "_s;
    const QStringList heads{SweepPhrases::tr("messages/s"), SweepPhrases::tr("polling, requests/min"),
                            SweepPhrases::tr("long polling, requests/min")};
    QString text = heads.join(gap) + u'\n';
    for (const SweepResult::Point &point : result.points) {
        text += rightAligned(numberText(point.rate), columnsOf(heads.at(0))) + gap
            + rightAligned(numberText(point.polling), columnsOf(heads.at(1))) + gap
            + rightAligned(numberText(point.longPolling), columnsOf(heads.at(2))) + u'\n';
    }
    return text + u'\n' + crossoverText(result) + u'\n';
}

QString sweepStepText(double rate, qsizetype step, qsizetype steps)
{
    return SweepPhrases::tr("rate %1 (%2 of %3): ").arg(QString::number(rate, 'g', 3), QString::number(step), QString::number(steps));
}

} // namespace pushlab::compare
