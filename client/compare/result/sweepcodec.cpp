// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/sweepcodec.h"

#include "client/compare/result/resultcodec.h"
#include "server/protocol/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

QByteArray encodeSweep(const SweepResult &sweep, const QList<RunResult> &runs)
{
    QJsonArray points;
    for (const SweepResult::Point &point : sweep.points) {
        points.append(QJsonObject{
            {u"messagesPerSecond"_s, point.rate}, {u"polling"_s, point.polling}, {u"longPolling"_s, point.longPolling}});
    }
    QJsonArray files;
    for (const RunResult &run : runs)
        files.append(protocol::parseJson(encodeResult(run)).object());
    return QJsonDocument(QJsonObject{{u"schema"_s, u"pushlab-sweep"_s},
                                     {u"version"_s, resultSchema},
                                     {u"points"_s, points},
                                     {u"crossover"_s, sweep.crossover ? QJsonValue(*sweep.crossover) : QJsonValue()},
                                     {u"expected"_s, sweep.expected ? QJsonValue(*sweep.expected) : QJsonValue()},
                                     {u"ruleOfThumb"_s, sweep.ruleOfThumb},
                                     {u"runs"_s, files}})
        .toJson();
}

} // namespace pushlab::compare
