// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/request.h"

#include <algorithm>

namespace pushlab::http {

QByteArrayView Request::header(QByteArrayView name) const
{
    for (const Field &field : m_fields) {
        if (field.name.length == name.size() && view(field.name).compare(name, Qt::CaseInsensitive) == 0)
            return view(field.value);
    }
    return {};
}

QVarLengthArray<QByteArrayView, 2> Request::headers(QByteArrayView name) const
{
    QVarLengthArray<QByteArrayView, 2> values;
    for (const Field &field : m_fields) {
        if (field.name.length == name.size() && view(field.name).compare(name, Qt::CaseInsensitive) == 0)
            values.append(view(field.value));
    }
    return values;
}

int Request::headerCount(QByteArrayView name) const
{
    return int(std::count_if(m_fields.begin(), m_fields.end(), [this, name](const Field &field) {
        return field.name.length == name.size() && view(field.name).compare(name, Qt::CaseInsensitive) == 0;
    }));
}

bool Request::headerHasToken(QByteArrayView name, QByteArrayView token) const
{
    for (const Field &field : m_fields) {
        if (field.name.length != name.size() || view(field.name).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        QByteArrayView rest = view(field.value);
        while (!rest.isEmpty()) {
            const qsizetype comma = rest.indexOf(',');
            const QByteArrayView element = (comma < 0 ? rest : rest.first(comma)).trimmed();
            if (element.compare(token, Qt::CaseInsensitive) == 0)
                return true;
            rest = comma < 0 ? QByteArrayView() : rest.sliced(comma + 1);
        }
    }
    return false;
}

} // namespace pushlab::http
