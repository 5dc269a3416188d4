// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/pcapngblocks.h"

#include <QtEndian>

#include <algorithm>

namespace pushlab::wire {

namespace {

constexpr quint32 sectionHeaderBlock = 0x0a0d0d0a;
constexpr quint32 interfaceBlock = 1;
constexpr quint32 packetBlock = 6;
constexpr quint16 linkTypeRaw = 101; // IPv4 or IPv6, as the first four bits say

constexpr quint16 commentOption = 1;
constexpr quint16 interfaceNameOption = 2;
constexpr quint16 packetFlagsOption = 2;
constexpr quint16 applicationOption = 4;
constexpr quint16 resolutionOption = 9;
constexpr qsizetype maxOption = 0xffff;

template <typename T>
void appendLittle(QByteArray &bytes, T number)
{
    const T ordered = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&ordered), sizeof(ordered));
}

void appendPadded(QByteArray &bytes, QByteArrayView data)
{
    bytes.append(data).append((4 - data.size() % 4) % 4, '\0');
}

void appendOption(QByteArray &bytes, quint16 code, QByteArrayView value)
{
    const QByteArrayView kept = value.first(std::min(value.size(), maxOption));
    appendLittle(bytes, code);
    appendLittle(bytes, quint16(kept.size()));
    appendPadded(bytes, kept);
}

//! Appends a block whose content \a write appends; its length stands at both of its ends.
template <typename Write>
void appendBlock(QByteArray &file, quint32 type, Write write)
{
    const qsizetype start = file.size();
    appendLittle(file, type);
    appendLittle(file, quint32(0));
    write();
    appendLittle(file, quint32(0)); // the end of its options
    const auto length = quint32(file.size() - start + 4);
    appendLittle(file, length);
    qToLittleEndian(length, file.data() + start + 4);
}

} // namespace

void appendSectionHeader(QByteArray &file, QByteArrayView application, QByteArrayView comment)
{
    appendBlock(file, sectionHeaderBlock, [&] {
        appendLittle(file, quint32(0x1a2b3c4d));
        appendLittle(file, quint16(1)); // version 1.0
        appendLittle(file, quint16(0));
        appendLittle(file, qint64(-1)); // length: not known yet
        appendOption(file, commentOption, comment);
        appendOption(file, applicationOption, application);
    });
}

void appendInterface(QByteArray &file, QByteArrayView name)
{
    appendBlock(file, interfaceBlock, [&] {
        appendLittle(file, linkTypeRaw);
        appendLittle(file, quint16(0));
        appendLittle(file, quint32(0)); // no limit of a packet's size
        appendOption(file, interfaceNameOption, name);
        appendOption(file, resolutionOption, QByteArrayView("\6")); // 10^-6 s
    });
}

void appendPacket(QByteArray &file, const CapturedPacket &packet)
{
    appendBlock(file, packetBlock, [&] {
        const auto at = quint64(packet.at);
        appendLittle(file, quint32(0)); // the interface
        appendLittle(file, quint32(at >> 32));
        appendLittle(file, quint32(at));
        appendLittle(file, quint32(packet.bytes.size()));
        appendLittle(file, quint32(packet.size));
        appendPadded(file, packet.bytes);
        if (!packet.comment.isEmpty())
            appendOption(file, commentOption, packet.comment);
        QByteArray flags;
        appendLittle(flags, quint32(packet.isInbound ? 1 : 2));
        appendOption(file, packetFlagsOption, flags);
    });
}

} // namespace pushlab::wire
