// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/frame.h"
#include "server/protocol/techniquetraits.h"
#include "server/protocol/wire/masking.h"
#include "server/protocol/wire/pcapngwriter.h"
#include "server/protocol/wire/trafficexport.h"

#include <QBuffer>
#include <QDateTime>
#include <QStringDecoder>
#include <QTimeZone>

#include <algorithm>

namespace pushlab::wire {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArrayView kindWord(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Request:
        return "request";
    case RecordKind::Answer:
        return "answer";
    case RecordKind::Event:
        return "event";
    case RecordKind::Frame:
        return "frame";
    case RecordKind::Other:
        break;
    }
    return "other bytes";
}

bool isPlainText(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(bytes);
    const bool isPrintable = std::all_of(text.begin(), text.end(), [](QChar one) {
        return one.isPrint() || one.isSurrogate() || one == u'\n' || one == u'\r' || one == u'\t';
    });
    return !utf8.hasError() && isPrintable;
}

//! Each line behind four blanks, so that no text looks like the line of a record.
void appendText(QByteArray &out, const QByteArray &bytes)
{
    for (QByteArray line : bytes.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        out.append("    ").append(line.replace('\r', "\\r")).append('\n');
    }
}

//! Sixteen bytes a line: offset, hexadecimal, ASCII.
void appendHexDump(QByteArray &out, const QByteArray &bytes)
{
    constexpr qsizetype width = 16;
    for (qsizetype at = 0; at < bytes.size(); at += width) {
        const QByteArray piece = bytes.mid(at, width);
        QByteArray ascii = piece;
        std::replace_if(
            ascii.begin(), ascii.end(), [](char one) { return one < ' ' || one > '~'; }, '.');
        out.append("    " + QByteArray::number(at, 16).rightJustified(6, '0') + "  "
                   + piece.toHex(' ').leftJustified(3 * width - 1) + "  " + ascii + '\n');
    }
}

QByteArray timeText(qint64 at)
{
    const QDateTime second = QDateTime::fromSecsSinceEpoch(at / 1'000'000, QTimeZone::utc());
    return second.toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1() + '.' + QByteArray::number(at % 1'000'000).rightJustified(6, '0')
        + 'Z';
}

void appendRecord(QByteArray &out, const TrafficRecord &record)
{
    out.append('#' + QByteArray::number(record.number) + "  " + timeText(record.at) + "  ");
    if (const QString who = whoseRecord(record); !who.isEmpty())
        out.append(who.toUtf8()).append(", ");
    out.append(record.direction == Direction::ToHost ? "to host, " : "from host, ").append(kindWord(record.kind));
    out.append(", connection " + QByteArray::number(record.connection) + ", header " + QByteArray::number(record.headerBytes)
               + " B, payload " + QByteArray::number(record.payloadBytes) + " B");
    if (record.tlsBytes > 0)
        out.append(", TLS " + QByteArray::number(record.tlsBytes) + " B");
    out.append(", " + QByteArray::number(double(record.duration) / 1000, 'f', 3) + " ms\n");
    if (record.kind != RecordKind::Frame && isPlainText(record.bytes)) {
        appendText(out, record.bytes);
    } else {
        appendHexDump(out, record.bytes);
        const QByteArray payload = record.kind == RecordKind::Frame ? framePayload(record) : QByteArray();
        if (!payload.isEmpty() && isPlainText(payload)) {
            out.append("    payload:\n");
            appendText(out, payload);
        }
    }
    if (record.bytes.size() < record.size)
        out.append("    … " + QByteArray::number(record.size - record.bytes.size()) + " more bytes were not kept\n");
    out.append('\n');
}

} // namespace

QByteArray textExport(const TrafficExcerpt &excerpt, Secrets secrets)
{
    QByteArray out;
    for (const TrafficRecord &record : withSecrets(excerpt, secrets).records)
        appendRecord(out, record);
    return out;
}

QByteArray pcapngExport(const TrafficExcerpt &excerpt, Secrets secrets, const QString &version)
{
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    PcapngWriter writer(file, "PushLab " + version.toUtf8());
    static_cast<void>(writer.write(withSecrets(excerpt, secrets)) && writer.finish()); // memory takes all
    return file.data();
}

TrafficExcerpt withSecrets(const TrafficExcerpt &excerpt, Secrets secrets)
{
    TrafficExcerpt copy = excerpt;
    if (secrets == Secrets::Masked) {
        for (TrafficRecord &record : copy.records)
            record = maskSecrets(std::move(record));
    }
    return copy;
}

QString whoseRecord(const TrafficRecord &record)
{
    QStringList words;
    if (!record.member.isEmpty())
        words.append(record.member);
    if (record.technique)
        words.append(protocol::traitsOf(*record.technique).title);
    return words.join(u", "_s);
}

QByteArray framePayload(const TrafficRecord &frame)
{
    protocol::FrameDecoder decoder;
    QByteArrayView rest = frame.bytes;
    const auto header = decoder.next(rest);
    if (!header)
        return {};
    QByteArray payload = frame.bytes.sliced(header->headerLength);
    for (qsizetype i = 0; header->isMasked && i < payload.size(); ++i)
        payload[i] = char(payload[i] ^ header->maskingKey[std::size_t(i % 4)]);
    return payload;
}

} // namespace pushlab::wire
