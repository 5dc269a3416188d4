// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/optionreader.h"

#include "app/commandlinetext.h"
#include "app/duration.h"
#include "app/generatoroption.h"
#include "app/rate.h"
#include "server/protocol/paths.h"
#include "server/protocol/pin.h"

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

QString knownTechniques()
{
    const QList<protocol::Technique> all(protocol::allTechniques.begin(), protocol::allTechniques.end());
    return QString::fromLatin1(protocol::namesOf(all).join(", "));
}

std::optional<int> OptionReader::number(const QString &name, int least, int greatest)
{
    if (!has(name))
        return std::nullopt;
    bool isNumber = false;
    const int value = text(name).toInt(&isNumber);
    if (isNumber && value >= least && value <= greatest)
        return value;
    complain(
        CommandLineText::tr("--%1 must be a number from %2 to %3, not \"%4\".").arg(name).arg(least).arg(greatest).arg(text(name)));
    return std::nullopt;
}

std::optional<double> OptionReader::real(const QString &name, double least, double greatest)
{
    if (!has(name))
        return std::nullopt;
    bool isNumber = false;
    const double value = text(name).toDouble(&isNumber);
    if (isNumber && value >= least && value <= greatest)
        return value;
    complain(
        CommandLineText::tr("--%1 must be a number from %2 to %3, not \"%4\".").arg(name).arg(least).arg(greatest).arg(text(name)));
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> OptionReader::duration(const QString &name, std::chrono::milliseconds least,
                                                                std::chrono::milliseconds greatest)
{
    if (!has(name))
        return std::nullopt;
    const auto value = parseDuration(text(name));
    if (value && *value >= least && *value <= greatest)
        return value;
    complain(CommandLineText::tr("--%1 must be a time from %2 to %3, such as 2, 2s or 1500ms, not \"%4\".")
                 .arg(name, durationText(least), durationText(greatest), text(name)));
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> OptionReader::longDuration(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    const auto value = parseLongDuration(text(name));
    if (value && *value >= std::chrono::hours(24))
        return value;
    complain(CommandLineText::tr("--%1 must be a time from one day to ten years, such as 30d, not \"%2\".").arg(name, text(name)));
    return std::nullopt;
}

std::optional<qint64> OptionReader::rate(const QString &name, qint64 least)
{
    if (!has(name))
        return std::nullopt;
    const auto value = parseRate(text(name));
    if (value && *value >= least)
        return value;
    complain(CommandLineText::tr("--%1 must be a bandwidth of at least %2, such as 64kbit, 1Mbit or 1000000, not \"%3\".")
                 .arg(name, rateText(least), text(name)));
    return std::nullopt;
}

std::optional<protocol::Generator> OptionReader::generator(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    const auto value = parseGenerator(text(name));
    if (!value)
        complain(CommandLineText::tr("--%1 must be messages a second, with a size in bytes and poisson if wanted, such as 4/s or "
                                     "4/s,200,poisson, not \"%2\".")
                     .arg(name, text(name)));
    return value;
}

std::optional<QList<protocol::Technique>> OptionReader::techniques(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    const auto value = protocol::techniquesFromNames(text(name).toUtf8().split(','));
    if (!value)
        complain(CommandLineText::tr("--%1 is a list of %2, with commas, not \"%3\".").arg(name, knownTechniques(), text(name)));
    return value;
}

std::optional<protocol::Technique> OptionReader::technique(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    const auto value = protocol::techniqueFromName(text(name).toUtf8());
    if (!value)
        complain(CommandLineText::tr("--%1 must be one of %2, not \"%3\".").arg(name, knownTechniques(), text(name)));
    return value;
}

std::optional<QString> OptionReader::room(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    if (protocol::isRoomName(text(name)))
        return text(name);
    complain(CommandLineText::tr("--%1 must be a name of 1 to 64 characters without \"/\" and control characters.").arg(name));
    return std::nullopt;
}

std::optional<QString> OptionReader::pin(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    if (text(name) == "none"_L1)
        return QString();
    const QString pin = protocol::plainPin(text(name));
    if (protocol::isPin(pin))
        return pin;
    complain(CommandLineText::tr("--%1 must be 4 to 12 digits, or none.").arg(name));
    return std::nullopt;
}

void OptionReader::complain(const QString &sentence)
{
    if (m_complaint.isEmpty())
        m_complaint = sentence;
}

} // namespace pushlab::app
