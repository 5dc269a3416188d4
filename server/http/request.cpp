// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/request.h"

#include "server/http/requesttarget.h"

#include <algorithm>

namespace pushlab::http {

QByteArrayView Request::field(QByteArrayView name) const
{
    for (const Field &field : m_fields) {
        if (field.name.length == name.size() && view(field.name).compare(name, Qt::CaseInsensitive) == 0)
            return view(field.value);
    }
    return {};
}

QVarLengthArray<QByteArrayView, 2> Request::fields(QByteArrayView name) const
{
    QVarLengthArray<QByteArrayView, 2> values;
    for (const Field &field : m_fields) {
        if (field.name.length == name.size() && view(field.name).compare(name, Qt::CaseInsensitive) == 0)
            values.append(view(field.value));
    }
    return values;
}

int Request::fieldCount(QByteArrayView name) const
{
    return int(std::count_if(m_fields.begin(), m_fields.end(), [this, name](const Field &field) {
        return field.name.length == name.size() && view(field.name).compare(name, Qt::CaseInsensitive) == 0;
    }));
}

bool Request::fieldHasToken(QByteArrayView name, QByteArrayView token) const
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

QByteArrayView Request::lastElement(QByteArrayView name) const
{
    for (auto field = m_fields.crbegin(); field != m_fields.crend(); ++field) {
        if (field->name.length != name.size() || view(field->name).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        const QByteArrayView value = view(field->value);
        return value.sliced(value.lastIndexOf(',') + 1).trimmed();
    }
    return {};
}

void Request::takeForwarded()
{
    const QByteArrayView host = lastElement("X-Forwarded-Host");
    if (!host.isEmpty() && isHostAndPort(host))
        m_host = {quint16(host.data() - m_head.constData()), quint16(host.size())};
    const QByteArrayView scheme = lastElement("X-Forwarded-Proto");
    if (scheme.compare("https", Qt::CaseInsensitive) == 0 || scheme.compare("wss", Qt::CaseInsensitive) == 0)
        m_isSecure = true;
    else if (scheme.compare("http", Qt::CaseInsensitive) == 0 || scheme.compare("ws", Qt::CaseInsensitive) == 0)
        m_isSecure = false;
}

} // namespace pushlab::http
