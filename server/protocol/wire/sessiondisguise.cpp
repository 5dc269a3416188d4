// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/sessiondisguise.h"

#include "server/protocol/json.h"
#include "server/protocol/wire/masking.h"
#include "server/protocol/wire/namemasking.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pushlab::wire {

using namespace Qt::Literals::StringLiterals;

namespace {

int numberIn(QHash<QString, int> &numbers, const QString &what)
{
    const auto found = numbers.constFind(what);
    return found != numbers.constEnd() ? *found : *numbers.insert(what, int(numbers.size()) + 1);
}

} // namespace

TrafficRecord SessionDisguise::disguised(TrafficRecord record)
{
    if (!m_showsSecrets)
        record = maskSecrets(std::move(record));
    if (!m_showsNames) {
        record = maskNames(std::move(record));
        if (!record.member.isEmpty())
            record.member = nameOf(record.member);
    }
    if (!record.memberKey.isEmpty())
        record.memberKey = numberOf(QString::fromUtf8(record.memberKey)).toLatin1();
    return record;
}

SessionNote SessionDisguise::disguised(SessionNote note)
{
    if (note.json.size() > SessionNote::maxSize) {
        note.json.clear();
        return note;
    }
    const QJsonDocument document = protocol::parseJson(note.json);
    const QJsonValue value = replaced(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    note.json = (value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject())).toJson(QJsonDocument::Compact);
    return note;
}

QString SessionDisguise::numberOf(const QString &key)
{
    return QString::number(numberIn(m_keys, key));
}

QString SessionDisguise::nameOf(const QString &name)
{
    return u'#' + QString::number(numberIn(m_names, name));
}

//! With every member's key, as the API names it, in its place; and every name.
QJsonValue SessionDisguise::replaced(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue one : value.toArray())
            array.append(replaced(one));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QString name = field.key();
        const bool isText = field->isString() && !field->toString().isEmpty();
        if (isText && (name == u"member"_s || name == u"key"_s))
            field.value() = numberOf(field->toString());
        else if (isText && !m_showsNames && (name == u"name"_s || name == u"from"_s || name == u"wanted"_s))
            field.value() = nameOf(field->toString());
        else
            field.value() = replaced(field.value());
    }
    return object;
}

} // namespace pushlab::wire
