// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/generator.h"

#include <QJsonObject>

#include <algorithm>

namespace pushlab::protocol {

QByteArray encodeGenerator(const Generator &generator)
{
    if (!generator.isOn())
        return "null";
    QByteArray json = "{\"rate\":";
    json.append(QByteArray::number(generator.perSecond, 'g', 10)).append(",\"size\":").append(QByteArray::number(generator.bytes));
    return json.append(",\"poisson\":").append(generator.isPoisson ? "true}" : "false}");
}

std::optional<Generator> decodeGenerator(const QJsonValue &value)
{
    if (value.isNull())
        return Generator{};
    const QJsonObject fields = value.toObject();
    const QJsonValue size = fields[u"size"];
    const QJsonValue poisson = fields[u"poisson"];
    const bool areTyped = (size.isUndefined() || size.isDouble()) && (poisson.isUndefined() || poisson.isBool());
    const Generator generator{fields[u"rate"].toDouble(), int(size.toInteger(size.isDouble() ? -1 : defaultGeneratorBytes)),
                              poisson.toBool()};
    const bool isWell = value.isObject() && areTyped && generator.isOn() && generator == clamped(generator);
    return isWell ? std::optional(generator) : std::nullopt;
}

Generator clamped(Generator generator)
{
    if (!(generator.perSecond > 0))
        return {};
    generator.perSecond = std::clamp(generator.perSecond, minGeneratorRate, maxGeneratorRate);
    generator.bytes = std::clamp(generator.bytes, 1, maxGeneratorBytes);
    return generator;
}

} // namespace pushlab::protocol
