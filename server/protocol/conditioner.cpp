// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/conditioner.h"

#include "server/protocol/limits.h"

#include <QJsonValue>

#include <algorithm>

namespace pushlab::protocol {

void appendConditioner(QByteArray &json, const Conditioner &conditioner)
{
    if (!conditioner.isOn())
        return;
    json.append(",\"conditioner\":{\"delay\":").append(QByteArray::number(qint64(conditioner.delay.count())));
    json.append(",\"jitter\":").append(QByteArray::number(qint64(conditioner.jitter.count())));
    json.append(",\"rate\":").append(QByteArray::number(conditioner.bitsPerSecond)).append('}');
}

std::optional<Conditioner> decodeConditioner(const QJsonObject &object)
{
    const QJsonValue value = object[u"conditioner"];
    if (value.isUndefined() || value.isNull())
        return Conditioner{};
    const QJsonObject fields = value.toObject();
    const Conditioner conditioner{std::chrono::milliseconds(fields[u"delay"].toInteger(-1)),
                                  std::chrono::milliseconds(fields[u"jitter"].toInteger(-1)), fields[u"rate"].toInteger(-1)};
    return conditioner == clamped(conditioner) ? std::optional(conditioner) : std::nullopt;
}

Conditioner clamped(Conditioner conditioner)
{
    constexpr std::chrono::milliseconds none{0};
    conditioner.delay = std::clamp<std::chrono::milliseconds>(conditioner.delay, none, maxDelay);
    conditioner.jitter = std::clamp<std::chrono::milliseconds>(conditioner.jitter, none, maxDelay);
    if (conditioner.bitsPerSecond != 0)
        conditioner.bitsPerSecond = std::clamp(conditioner.bitsPerSecond, minRate, maxRate);
    return conditioner;
}

} // namespace pushlab::protocol
