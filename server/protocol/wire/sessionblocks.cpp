// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/sessionblocks.h"

#include <QtEndian>

#include <zlib.h>

namespace pushlab::wire {

namespace {

// A text that a transfer changes, were the file taken for one.
constexpr QByteArrayView sessionMagic = "PLAB\r\n\x1a\n";
constexpr quint32 blockMagic = 0x4b4c4250; // "PBLK"
constexpr int packingLevel = 6;

template <typename T>
void putLittle(QByteArray &bytes, T number)
{
    const T ordered = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&ordered), sizeof(ordered));
}

template <typename T>
T getLittle(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.data() + at);
}

} // namespace

quint32 sessionChecksum(QByteArrayView bytes, quint32 before)
{
    return quint32(::crc32_z(before, reinterpret_cast<const Bytef *>(bytes.data()), z_size_t(bytes.size())));
}

QByteArray encodeSessionHead(quint16 version, const QByteArray &json)
{
    QByteArray bytes = sessionMagic.toByteArray();
    putLittle(bytes, version);
    putLittle(bytes, quint32(json.size()));
    putLittle(bytes, sessionChecksum(json));
    return bytes.append(json);
}

std::optional<SessionPrelude> readSessionPrelude(QByteArrayView bytes)
{
    if (bytes.size() < sessionPreludeSize || !bytes.startsWith(sessionMagic))
        return std::nullopt;
    return SessionPrelude{getLittle<quint16>(bytes, 8), getLittle<quint32>(bytes, 10), getLittle<quint32>(bytes, 14)};
}

QByteArray encodeSessionBlock(SessionBlock block, const QByteArray &content)
{
    uLongf size = ::compressBound(uLong(content.size()));
    QByteArray packed(qsizetype(size), Qt::Uninitialized);
    if (content.isEmpty())
        packed.clear();
    else if (::compress2(reinterpret_cast<Bytef *>(packed.data()), &size, reinterpret_cast<const Bytef *>(content.constData()),
                         uLong(content.size()), packingLevel)
             == Z_OK)
        packed.truncate(qsizetype(size));
    QByteArray bytes;
    bytes.reserve(SessionBlock::headSize + packed.size());
    putLittle(bytes, blockMagic);
    putLittle(bytes, quint32(block.kind));
    putLittle(bytes, block.begin);
    putLittle(bytes, block.end);
    putLittle(bytes, quint32(packed.size()));
    putLittle(bytes, quint32(content.size()));
    putLittle(bytes, sessionChecksum(packed));
    putLittle(bytes, sessionChecksum(bytes));
    return bytes.append(packed);
}

std::optional<SessionBlock> readSessionBlock(QByteArrayView bytes)
{
    constexpr qsizetype checked = SessionBlock::headSize - 4;
    if (bytes.size() < SessionBlock::headSize || getLittle<quint32>(bytes, 0) != blockMagic
        || getLittle<quint32>(bytes, checked) != sessionChecksum(bytes.first(checked)))
        return std::nullopt;
    const auto kind = getLittle<quint32>(bytes, 4);
    const SessionBlock block{SessionBlock::Kind(kind),      getLittle<qint64>(bytes, 8),   getLittle<qint64>(bytes, 16),
                             getLittle<quint32>(bytes, 24), getLittle<quint32>(bytes, 28), getLittle<quint32>(bytes, 32)};
    const bool isKnown = kind == quint32(SessionBlock::Kind::Part) || kind == quint32(SessionBlock::Kind::End);
    if (!isKnown || block.packedSize > SessionBlock::maxSize || block.size > SessionBlock::maxSize || block.end < block.begin)
        return std::nullopt;
    return block;
}

std::optional<QByteArray> unpackSessionBlock(const SessionBlock &block, const QByteArray &packed)
{
    if (packed.size() != qsizetype(block.packedSize) || sessionChecksum(packed) != block.checksum)
        return std::nullopt;
    QByteArray content(qsizetype(block.size), Qt::Uninitialized);
    if (content.isEmpty())
        return content;
    uLongf size = block.size; // never more than the head says, whatever is packed
    const int result = ::uncompress(reinterpret_cast<Bytef *>(content.data()), &size,
                                    reinterpret_cast<const Bytef *>(packed.constData()), uLong(packed.size()));
    return result == Z_OK && size == block.size ? std::optional(content) : std::nullopt;
}

} // namespace pushlab::wire
