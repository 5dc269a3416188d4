// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/traffictext.h"

#include "client/text/questiontext.h"
#include "client/widgets/figures.h"
#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"
#include "server/protocol/frame.h"

#include <QByteArrayView>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using wire::Direction;
using wire::RecordKind;
using wire::TrafficRecord;

namespace {

constexpr qsizetype longestDetail = 60; // characters

QByteArrayView firstLine(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n");
    return QByteArrayView(bytes).first(end < 0 ? std::min<qsizetype>(bytes.size(), 200) : end);
}

//! "GET /poll": what is behind a question mark has members' secrets and messages.
QString requestDetail(const QByteArray &bytes)
{
    const QByteArray line = firstLine(bytes).toByteArray();
    const QByteArray target = line.left(line.lastIndexOf(' '));
    const qsizetype query = target.indexOf('?');
    return QString::fromUtf8(query < 0 ? target : target.left(query));
}

QString answerDetail(const QByteArray &bytes)
{
    const QByteArrayView line = firstLine(bytes);
    const qsizetype blank = line.indexOf(' ');
    return blank < 0 ? QString()
                     : QString::fromLatin1(line.sliced(blank + 1).first(std::min<qsizetype>(3, line.size() - blank - 1)));
}

//! What a frame is for (RFC 6455 5.2); reserved opcodes have no name.
QString frameDetail(const QByteArray &bytes)
{
    using protocol::Opcode;
    if (bytes.isEmpty())
        return {};
    switch (Opcode(bytes.at(0) & 0x0f)) {
    case Opcode::Continuation:
        return QCoreApplication::translate("Traffic", "Continuation");
    case Opcode::Text:
        return QCoreApplication::translate("Traffic", "Text");
    case Opcode::Binary:
        return QCoreApplication::translate("Traffic", "Binary");
    case Opcode::Close:
        return QCoreApplication::translate("Traffic", "Close");
    case Opcode::Ping:
        return QCoreApplication::translate("Traffic", "Ping");
    case Opcode::Pong:
        return QCoreApplication::translate("Traffic", "Pong");
    }
    return {};
}

//! The event's own name, behind the framing of its chunk; comments keep a connection open.
QString eventDetail(const QByteArray &bytes)
{
    for (const QByteArray &line : bytes.split('\n')) {
        if (line.startsWith("event:"))
            return QString::fromUtf8(line.sliced(6)).trimmed();
        if (line.startsWith("data:"))
            return QCoreApplication::translate("Traffic", "Message");
    }
    return bytes.contains("\n:") || bytes.startsWith(':') ? QCoreApplication::translate("Traffic", "Comment") : QString();
}

} // namespace

QString kindText(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Request:
        return QCoreApplication::translate("Traffic", "Request");
    case RecordKind::Answer:
        return QCoreApplication::translate("Traffic", "Answer");
    case RecordKind::Event:
        return QCoreApplication::translate("Traffic", "Event");
    case RecordKind::Frame:
        return QCoreApplication::translate("Traffic", "Frame");
    case RecordKind::Other:
        return QCoreApplication::translate("Traffic", "Other bytes");
    }
    Q_UNREACHABLE();
}

QString directionText(Direction direction)
{
    return direction == Direction::ToHost ? QCoreApplication::translate("Traffic", "To the host")
                                          : QCoreApplication::translate("Traffic", "From the host");
}

QString directionSign(Direction direction)
{
    return direction == Direction::ToHost ? u"→"_s : u"←"_s;
}

QString recordTechniqueText(const TrafficRecord &record)
{
    return record.technique ? widgets::techniqueShortTitle(*record.technique) : QCoreApplication::translate("Traffic", "Other");
}

QString recordMemberText(const TrafficRecord &record)
{
    return record.member.isEmpty() ? u"–"_s : widgets::shownName(record.member);
}

QString recordDetail(const TrafficRecord &record)
{
    QString detail;
    switch (record.kind) {
    case RecordKind::Request:
        detail = requestDetail(record.bytes);
        break;
    case RecordKind::Answer:
        detail = answerDetail(record.bytes);
        break;
    case RecordKind::Event:
        detail = eventDetail(record.bytes);
        break;
    case RecordKind::Frame:
        detail = frameDetail(record.bytes);
        break;
    case RecordKind::Other:
        break;
    }
    return widgets::leftOf(widgets::shownName(detail), longestDetail);
}

QString recordTime(qint64 microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000).toString(u"HH:mm:ss.zzz"_s);
}

QString durationText(qint64 microseconds)
{
    return widgets::delayText(double(microseconds) / 1000);
}

QString sizeText(qint64 bytes)
{
    return QCoreApplication::translate("Figures", "%1 B").arg(QLocale().toString(bytes));
}

bool isControl(const TrafficRecord &record)
{
    return record.direction == Direction::FromHost && record.bytes.contains("\"control\":{");
}

QString recordSentence(const TrafficRecord &record)
{
    const QString detail = recordDetail(record);
    QStringList parts{detail.isEmpty() ? kindText(record.kind) : kindText(record.kind) + u' ' + detail,
                      directionText(record.direction), recordTechniqueText(record), recordMemberText(record), recordTime(record.at)};
    parts += QCoreApplication::translate("Traffic", "%1: header %2, payload %3")
                 .arg(sizeText(record.size), sizeText(record.headerBytes), sizeText(record.payloadBytes));
    if (record.tlsBytes > 0)
        parts += QCoreApplication::translate("Traffic", "TLS added %1").arg(sizeText(record.tlsBytes));
    parts += QCoreApplication::translate("Traffic", "took %1").arg(durationText(record.duration));
    if (record.firstMessage > 0)
        parts += record.firstMessage == record.lastMessage
            ? QCoreApplication::translate("Traffic", "message %1").arg(record.firstMessage)
            : QCoreApplication::translate("Traffic", "messages %1 to %2").arg(record.firstMessage).arg(record.lastMessage);
    return parts.join(u" · "_s);
}

QString partSentence(const wire::PartText &words)
{
    //: the name of a part of the bytes, and what it is for
    const QString text =
        QCoreApplication::translate("Traffic", "%1: %2").arg(text::questionText(words.name), text::questionText(words.purpose));
    //: a sentence, and the section of a standard
    return words.section.isEmpty() ? text : QCoreApplication::translate("Traffic", "%1 (%2)").arg(text, words.section);
}

} // namespace pushlab::app
