// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/threshold.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Kind : quint8 { Delay, Share, Bytes, Number };

struct Named
{
    const char16_t *name;
    Kind kind;
    std::optional<double> (*value)(const VariantResult &);
};

//! The delay of \a figure; nullopt without samples, because no delay is not a good delay.
std::optional<double> delay(const VariantResult &result, const Figure &figure)
{
    return result.delivered > 0 ? std::optional(figure.value) : std::nullopt;
}

using Result = VariantResult;

constexpr std::array named{
    Named{u"mean", Kind::Delay, [](const Result &r) { return delay(r, r.mean); }},
    Named{u"p50", Kind::Delay, [](const Result &r) { return delay(r, r.p50); }},
    Named{u"p95", Kind::Delay, [](const Result &r) { return delay(r, r.p95); }},
    Named{u"p99", Kind::Delay, [](const Result &r) { return delay(r, r.p99); }},
    Named{u"max", Kind::Delay, [](const Result &r) { return delay(r, r.max); }},
    Named{u"cpu", Kind::Delay, [](const Result &r) { return r.cpuPerMessage; }},
    Named{u"empty", Kind::Share, [](const Result &r) { return std::optional(r.emptyShare.value); }},
    Named{u"bytes", Kind::Bytes, [](const Result &r) { return std::optional(r.bytesPerMessage.value); }},
    Named{u"requests", Kind::Number, [](const Result &r) { return std::optional(r.requestsPerMinute.value); }},
    Named{u"lost", Kind::Number, [](const Result &r) { return std::optional(double(r.lost)); }},
    Named{u"repeated", Kind::Number, [](const Result &r) { return std::optional(double(r.repeated)); }},
    Named{u"failures", Kind::Number, [](const Result &r) { return std::optional(double(r.failures)); }},
};

const Named *find(QStringView name)
{
    const auto found = std::find_if(named.begin(), named.end(), [name](const Named &one) { return name == QStringView(one.name); });
    return found == named.end() ? nullptr : &*found;
}

//! The factor from \a unit to the base unit of the kind; nullopt when the unit does not fit.
std::optional<double> scaleOf(Kind kind, const QString &unit)
{
    switch (kind) {
    case Kind::Delay:
        return unit == "s"_L1 ? std::optional(1000.0) : unit.isEmpty() || unit == "ms"_L1 ? std::optional(1.0) : std::nullopt;
    case Kind::Share:
        return unit == "%"_L1 ? std::optional(0.01) : unit.isEmpty() ? std::optional(1.0) : std::nullopt;
    case Kind::Bytes:
        return unit == "kB"_L1 ? std::optional(1000.0) : unit.isEmpty() || unit == "B"_L1 ? std::optional(1.0) : std::nullopt;
    case Kind::Number:
        return unit.isEmpty() ? std::optional(1.0) : std::nullopt;
    }
    Q_UNREACHABLE();
}

Threshold::Relation relationOf(const QString &text)
{
    using enum Threshold::Relation;
    return text == ">"_L1 ? Above : text == ">="_L1 ? AtLeast : text == "<"_L1 ? Below : AtMost;
}

} // namespace

bool Threshold::isMissedBy(const RunResult &result) const
{
    for (const VariantResult &one : result.variants) {
        const auto value = one.variant == variant ? figureOf(one, figure) : std::nullopt;
        if (!value)
            continue;
        switch (relation) {
        case Relation::Above:
            return *value > bound;
        case Relation::AtLeast:
            return *value >= bound;
        case Relation::Below:
            return *value < bound;
        case Relation::AtMost:
            return *value <= bound;
        }
    }
    return true; // an unmeasured figure counts as missed
}

std::optional<Threshold> parseThreshold(const QString &text)
{
    static const QRegularExpression form(
        u"^\\s*([a-z-]+)\\.([a-z0-9]+)\\s*(>=|<=|>|<)\\s*(\\d+(?:\\.\\d+)?)\\s*(ms|s|%|kB|B)?\\s*$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const auto variant = match.hasMatch() ? variantFromName(match.captured(1).toLatin1()) : std::nullopt;
    const Named *const figure = find(match.captured(2));
    if (!variant || !figure)
        return std::nullopt;
    const auto scale = scaleOf(figure->kind, match.captured(5));
    if (!scale)
        return std::nullopt;
    return Threshold{text.trimmed(), *variant, match.captured(2), relationOf(match.captured(3)),
                     match.captured(4).toDouble() * *scale};
}

QStringList thresholdFigures()
{
    QStringList names;
    for (const Named &one : named)
        names += QString(QStringView(one.name).toString());
    return names;
}

std::optional<double> figureOf(const VariantResult &result, QStringView figure)
{
    const Named *const one = find(figure);
    return one ? one->value(result) : std::nullopt;
}

} // namespace pushlab::compare
