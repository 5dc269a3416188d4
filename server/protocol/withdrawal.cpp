// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/withdrawal.h"

namespace pushlab::protocol {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView withdrawKind("withdraw");
constexpr QLatin1StringView withdrawnKind("withdrawn");

} // namespace

ControlEntry withdrawalOf(qint64 seq)
{
    return {0, 0, {{u"kind"_s, QString(withdrawKind)}, {u"seq"_s, seq}}};
}

qint64 withdrawnBy(const Entry &entry)
{
    const auto *const control = std::get_if<ControlEntry>(&entry);
    return control && control->kind() == withdrawKind ? control->control[u"seq"].toInteger() : 0;
}

ControlEntry withdrawnMessage(qint64 seq)
{
    return {seq, 0, {{u"kind"_s, QString(withdrawnKind)}}};
}

bool isWithdrawn(const ControlEntry &entry)
{
    return entry.kind() == withdrawnKind;
}

} // namespace pushlab::protocol
