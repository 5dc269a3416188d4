// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/trafficfilter.h"

#include "server/protocol/wire/content.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using wire::RecordKind;
using wire::TrafficRecord;

namespace {

// PCRE's own bound lets one pattern of the kind (a+)+b stop a window for minutes.
const QString bound = u"(*LIMIT_MATCH=100000)"_s;

} // namespace

bool TrafficFilter::isEmpty() const
{
    return !technique && !isOther && !direction && !kind && memberKey.isEmpty() && text.isEmpty() && expression.pattern().isEmpty();
}

bool TrafficFilter::matches(const TrafficRecord &record) const
{
    if (isOther ? record.technique.has_value() : technique && record.technique != technique)
        return false;
    if ((direction && record.direction != *direction) || (kind && record.kind != *kind))
        return false;
    if (!memberKey.isEmpty() && (record.memberKey != memberKey || record.room != room))
        return false;
    if (text.isEmpty() && expression.pattern().isEmpty())
        return true;
    const QString searched = searchedText(record);
    return (text.isEmpty() || searched.contains(text, Qt::CaseInsensitive))
        && (expression.pattern().isEmpty() || searched.contains(expression));
}

QString searchedText(const TrafficRecord &record)
{
    QString text = QString::fromUtf8(record.bytes);
    const wire::Content content(record);
    if (!content.bytes().isEmpty() && !record.bytes.endsWith(content.bytes())) // chunked or masked
        text += u'\n' + QString::fromUtf8(content.bytes());
    if (record.kind == RecordKind::Request && record.bytes.contains('%')) {
        QByteArray form = record.bytes; // a form has + for a blank
        text += u'\n' + QUrl::fromPercentEncoding(form.replace('+', ' '));
    }
    return text;
}

QRegularExpression boundedExpression(const QString &pattern)
{
    if (pattern.isEmpty())
        return {};
    return QRegularExpression(bound + pattern,
                              QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

QString expressionError(const QRegularExpression &expression)
{
    if (expression.isValid())
        return {};
    const qsizetype at = expression.patternErrorOffset() - bound.size();
    return QCoreApplication::translate("Traffic", "Not a regular expression: %1, at character %2")
        .arg(expression.errorString())
        .arg(std::max<qsizetype>(0, at) + 1);
}

} // namespace pushlab::app
