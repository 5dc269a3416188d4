// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/runerror.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double longestLimit = 86400; // seconds

constexpr std::array allReasons{RunError::Reason::UnknownHost, RunError::Reason::NoAnswer, RunError::Reason::ConnectTimeout,
                                RunError::Reason::ConnectRefused, RunError::Reason::HostFailed};

QLatin1StringView reasonName(RunError::Reason reason)
{
    switch (reason) {
    case RunError::Reason::UnknownHost:
        return "unknown-host"_L1;
    case RunError::Reason::NoAnswer:
        return "no-answer"_L1;
    case RunError::Reason::ConnectTimeout:
        return "connect-timeout"_L1;
    case RunError::Reason::ConnectRefused:
        return "connect-refused"_L1;
    case RunError::Reason::HostFailed:
        return "host-failed"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject runErrorToJson(const RunError &error)
{
    return {{u"reason"_s, reasonName(error.reason)},
            {u"subject"_s, error.subject},
            {u"connected"_s, error.connected},
            {u"clients"_s, error.clients},
            {u"limit"_s, qint64(error.limit.count())}};
}

std::optional<RunError> runErrorFromJson(const QJsonObject &json)
{
    const QString name = json[u"reason"].toString();
    const auto *const reason = std::find_if(allReasons.begin(), allReasons.end(),
                                            [&name](auto one) { return reasonName(one) == name; });
    if (reason == allReasons.end())
        return std::nullopt;
    RunError error{*reason, json[u"subject"].toString(), json[u"connected"].toInteger(), json[u"clients"].toInteger(), {}};
    error.limit = std::chrono::seconds(qint64(std::clamp(json[u"limit"].toDouble(), 0.0, longestLimit)));
    return error;
}

} // namespace pushlab::compare
