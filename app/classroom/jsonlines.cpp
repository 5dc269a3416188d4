// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/jsonlines.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace pushlab::app {

namespace {

//! Steps over the values of a valid document.
class JsonReader
{
public:
    explicit JsonReader(const QByteArray &json) : m_json(json) { skipBlanks(); }

    [[nodiscard]] qsizetype place() const { return m_place; }

    //! Goes to the value of \a key in the object that begins here; false, and somewhere behind, when there is none.
    bool enter(const QString &key)
    {
        if (!take('{'))
            return false;
        while (peek() == '"') {
            const bool isIt = readKey() == key;
            skipBlanks();
            take(':');
            if (isIt)
                return true;
            skipValue();
            take(',');
        }
        return false;
    }

    //! Goes to the element \a index of the array that begins here.
    bool enter(qsizetype index)
    {
        if (!take('['))
            return false;
        for (; index > 0 && peek() != ']' && peek() != 0; --index) {
            skipValue();
            take(',');
        }
        return index == 0 && peek() != ']';
    }

private:
    [[nodiscard]] char peek() const { return m_place < m_json.size() ? m_json[m_place] : '\0'; }

    void skipBlanks()
    {
        while (m_place < m_json.size() && (static_cast<unsigned char>(peek()) <= ' ' || static_cast<unsigned char>(peek()) >= 0x80))
            ++m_place; // a byte order mark, too
    }

    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++m_place;
        skipBlanks();
        return true;
    }

    //! Behind the string that begins here.
    void skipString()
    {
        for (++m_place; m_place < m_json.size() && peek() != '"'; ++m_place)
            m_place += peek() == '\\';
        ++m_place;
    }

    QString readKey()
    {
        const qsizetype from = m_place;
        skipString();
        return QJsonDocument::fromJson('[' + m_json.sliced(from, m_place - from) + ']').array().at(0).toString();
    }

    void skipValue()
    {
        int depth = 0;
        do {
            const char c = peek();
            if (c == '"') {
                skipString();
                continue;
            }
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
            ++m_place;
        } while (m_place < m_json.size() && (depth > 0 || !isEnd(peek())));
        skipBlanks();
    }

    static bool isEnd(char c) { return c == ',' || c == '}' || c == ']'; }

    const QByteArray &m_json;
    qsizetype m_place = 0;
};

} // namespace

int lineOf(const QByteArray &json, const JsonPath &path)
{
    JsonReader reader(json);
    qsizetype place = reader.place();
    for (const auto &step : path) {
        const bool isThere = std::visit([&reader](const auto &one) { return reader.enter(one); }, step);
        if (!isThere)
            break;
        place = reader.place();
    }
    return lineAt(json, place);
}

int lineAt(const QByteArray &json, qsizetype offset)
{
    return int(std::count(json.begin(), json.begin() + std::min(offset, json.size()), '\n')) + 1;
}

} // namespace pushlab::app
