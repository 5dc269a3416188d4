// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpanswer.h"

#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;

namespace {

AnswerResult broken(const QString &fault)
{
    return {AnswerResult::State::Broken, {}, fault};
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// RFC 9110 5.6.2
bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [marks](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
    });
}

bool hasControl(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; });
}

// RFC 9112 4: HTTP-version SP status-code SP [ reason-phrase ]
bool readStatusLine(QByteArrayView line, HttpAnswer &answer)
{
    if (line.size() < 13 || !(line.startsWith("HTTP/1.1 ") || line.startsWith("HTTP/1.0 ")) || line[12] != ' ')
        return false;
    const QByteArrayView status = line.sliced(9, 3);
    if (!isDigits(status) || hasControl(line))
        return false;
    answer.minorVersion = line[7] - '0';
    answer.status = status.toByteArray().toInt();
    return answer.status >= 100 && answer.status <= 599;
}

// RFC 9112 5: field-name ":" OWS field-value OWS, without folding
bool readField(QByteArrayView line, HttpAnswer &answer)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)) || hasControl(line.sliced(colon)))
        return false;
    answer.fields.append({line.first(colon).toByteArray().toLower(), line.sliced(colon + 1).trimmed().toByteArray()});
    return true;
}

AnswerResult complete(HttpAnswer answer, qsizetype size)
{
    answer.size = size;
    return {AnswerResult::State::Complete, std::move(answer), {}};
}

AnswerResult needMore(bool atEnd, const QString &where)
{
    return atEnd ? broken(u"closed in "_s + where) : AnswerResult();
}

// RFC 9112 7.1
AnswerResult readChunks(QByteArrayView bytes, qsizetype position, bool atEnd, HttpAnswer answer)
{
    for (;;) {
        const qsizetype lineEnd = bytes.indexOf("\r\n", position);
        if (lineEnd < 0)
            return needMore(atEnd, u"a chunk size"_s);
        bool isNumber = false;
        const QByteArray digits = bytes.sliced(position, lineEnd - position).toByteArray();
        const qlonglong size = digits.toLongLong(&isNumber, 16);
        if (!isNumber || size < 0 || digits.trimmed() != digits)
            return broken(u"bad chunk size"_s);
        position = lineEnd + 2;
        if (bytes.size() < position + size + 2)
            return needMore(atEnd, u"a chunk"_s);
        if (bytes.sliced(position + size, 2) != "\r\n") // for size 0: the host sends no trailers
            return broken(u"chunk without its end"_s);
        answer.body += bytes.sliced(position, size);
        position += size + 2;
        if (size == 0)
            return complete(std::move(answer), position);
    }
}

// RFC 9112 6.3, for an answer that has a body
AnswerResult readBody(QByteArrayView bytes, qsizetype headSize, bool atEnd, HttpAnswer answer)
{
    if (answer.fieldCount("transfer-encoding") > 0) {
        if (answer.field("transfer-encoding").toLower() != "chunked" || answer.fieldCount("content-length") > 0)
            return broken(u"bad Transfer-Encoding"_s);
        return readChunks(bytes, headSize, atEnd, std::move(answer));
    }
    const QByteArray length = answer.field("content-length");
    if (length.isNull()) {
        if (!atEnd)
            return {};
        answer.body = bytes.sliced(headSize).toByteArray();
        return complete(std::move(answer), bytes.size());
    }
    const qsizetype size = length.toLongLong();
    if (bytes.size() < headSize + size)
        return needMore(atEnd, u"the body"_s);
    answer.body = bytes.sliced(headSize, size).toByteArray();
    return complete(std::move(answer), headSize + size);
}

std::optional<QString> readHead(QByteArrayView head, HttpAnswer &answer)
{
    qsizetype position = 0;
    while (position < head.size()) {
        const qsizetype end = head.indexOf("\r\n", position);
        const QByteArrayView line = head.sliced(position, end - position);
        if (position == 0 ? !readStatusLine(line, answer) : !readField(line, answer))
            return u"bad line: "_s + QString::fromLatin1(line.toByteArray().toPercentEncoding(" /:;,="));
        position = end + 2;
    }
    const qsizetype lengths = answer.fieldCount("content-length");
    if (lengths > 1 || (lengths == 1 && !isDigits(answer.field("content-length"))))
        return u"bad Content-Length"_s;
    return std::nullopt;
}

} // namespace

QByteArray HttpAnswer::field(QByteArrayView name) const
{
    const auto it = std::find_if(fields.begin(), fields.end(), [name](const auto &f) { return f.first == name; });
    if (it == fields.end())
        return {};
    return it->second.isNull() ? QByteArray("") : it->second;
}

qsizetype HttpAnswer::fieldCount(QByteArrayView name) const
{
    return std::count_if(fields.begin(), fields.end(), [name](const auto &f) { return f.first == name; });
}

bool HttpAnswer::fieldHasToken(QByteArrayView name, QByteArrayView token) const
{
    for (const auto &field : fields) {
        if (field.first != name)
            continue;
        const QList<QByteArray> parts = field.second.split(',');
        for (const QByteArray &part : parts) {
            if (part.trimmed().compare(token, Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

QJsonObject HttpAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray HttpAnswer::contentType() const
{
    return field("content-type").split(';').first().trimmed().toLower();
}

bool HttpAnswer::keepsConnection() const
{
    if (fieldHasToken("connection", "close"))
        return false;
    return minorVersion == 1 || fieldHasToken("connection", "keep-alive");
}

AnswerResult parseAnswer(QByteArrayView bytes, bool toHead, bool atEnd)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return needMore(atEnd, bytes.isEmpty() ? u"place of an answer"_s : u"the header"_s);
    HttpAnswer answer;
    if (const auto fault = readHead(bytes.first(end + 2), answer))
        return broken(*fault);
    const qsizetype headSize = end + 4;
    const bool mayFrame = answer.status >= 200 && answer.status != 204;
    // RFC 9110 8.6, RFC 9112 6.1: no length and no coding with 1xx and 204
    if (!mayFrame && (answer.fieldCount("content-length") > 0 || answer.fieldCount("transfer-encoding") > 0))
        return broken(u"a framing field where none may be"_s);
    if (toHead || !mayFrame || answer.status == 304)
        return complete(std::move(answer), headSize);
    return readBody(bytes, headSize, atEnd, std::move(answer));
}

} // namespace pushlab::tests
