// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

#include <QRegularExpression>
#include <QString>

#include <optional>

namespace pushlab::app {

//! Which rows of recorded traffic are shown. A plain value.
struct TrafficFilter
{
    std::optional<protocol::Technique> technique;
    bool isOther = false; //!< only what is of no technique
    std::optional<wire::Direction> direction;
    std::optional<wire::RecordKind> kind;
    QString room; //!< of the member
    QByteArray memberKey; //!< empty: all
    QString text; //!< is to be among searchedText(); case is ignored; empty: anything
    QRegularExpression expression; //!< likewise, where it has a pattern

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool matches(const wire::TrafficRecord &record) const;
};

//! What texts are looked for in: the bytes read as UTF-8, and, where they differ, the content without mask and chunks and the request
//! without its percent-encoding.
[[nodiscard]] QString searchedText(const wire::TrafficRecord &record);

//! \a pattern, ignoring case, with a bound on the time that it may take. Invalid as QRegularExpression says, with errors counted from
//! the first character of \a pattern by expressionError().
[[nodiscard]] QRegularExpression boundedExpression(const QString &pattern);

//! Why \a expression is none, and at which character, from 1; empty: it is one.
[[nodiscard]] QString expressionError(const QRegularExpression &expression);

} // namespace pushlab::app
