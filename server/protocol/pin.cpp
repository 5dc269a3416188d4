// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/pin.h"

#include <QRandomGenerator>

#include <algorithm>

namespace pushlab::protocol {

using namespace Qt::Literals::StringLiterals;

QString plainPin(const QString &typed)
{
    return typed.normalized(QString::NormalizationForm_KC).trimmed();
}

bool isPin(QStringView text)
{
    return text.size() >= leastPinDigits && text.size() <= mostPinDigits
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString generatePin()
{
    return u"%1"_s.arg(QRandomGenerator::system()->bounded(1'000'000), 6, 10, QChar(u'0'));
}

} // namespace pushlab::protocol
