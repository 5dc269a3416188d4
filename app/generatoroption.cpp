// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/generatoroption.h"

#include <QStringList>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

std::optional<protocol::Generator> parseGenerator(QStringView text)
{
    QStringList parts = text.toString().split(u',');
    protocol::Generator generator;
    const QString rate = parts.takeFirst();
    bool isNumber = rate.endsWith("/s"_L1);
    if (isNumber)
        generator.perSecond = rate.chopped(2).toDouble(&isNumber);
    if (isNumber && !parts.isEmpty() && parts.last() == "poisson"_L1) {
        generator.isPoisson = true;
        parts.removeLast();
    }
    if (isNumber && !parts.isEmpty())
        generator.bytes = parts.takeFirst().toInt(&isNumber);
    const bool isWell = isNumber && parts.isEmpty() && generator.isOn() && generator == protocol::clamped(generator);
    return isWell ? std::optional(generator) : std::nullopt;
}

QString generatorText(const protocol::Generator &generator)
{
    QString text = QString::number(generator.perSecond) + u"/s,"_s + QString::number(generator.bytes);
    if (generator.isPoisson)
        text += u",poisson"_s;
    return text;
}

} // namespace pushlab::app
