// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

//! What a session file is made of: a head, then blocks that are compressed and checked each by itself, the last of which says that
//! the file is whole. Numbers are little-endian.
namespace pushlab::wire {

//! The bytes before a head's JSON.
inline constexpr qsizetype sessionPreludeSize = 18;

struct SessionPrelude
{
    quint16 version = 0;
    quint32 jsonSize = 0;
    quint32 checksum = 0; //!< of the JSON
};

inline constexpr quint32 maxSessionHead = 64 * 1024;

[[nodiscard]] QByteArray encodeSessionHead(quint16 version, const QByteArray &json);
//! The prelude at the beginning of \a bytes; nullopt: they are of another kind of file.
[[nodiscard]] std::optional<SessionPrelude> readSessionPrelude(QByteArrayView bytes);

//! The head of a block.
struct SessionBlock
{
    enum class Kind : quint8 { Part = 1, End = 2 };

    Kind kind = Kind::Part;
    qint64 begin = 0; //!< µs since 1970: of its first moment
    qint64 end = 0; //!< of its last
    quint32 packedSize = 0; //!< bytes that follow
    quint32 size = 0; //!< of its content
    quint32 checksum = 0; //!< of the bytes that follow

    static constexpr qsizetype headSize = 40;
    static constexpr quint32 maxSize = 32 * 1024 * 1024; //!< of its content and of the bytes that follow
};

//! A block whole, with its head.
[[nodiscard]] QByteArray encodeSessionBlock(SessionBlock block, const QByteArray &content);
//! The head of a block at the beginning of \a bytes; nullopt: there is none, or it is damaged.
[[nodiscard]] std::optional<SessionBlock> readSessionBlock(QByteArrayView bytes);
//! The content of a block; nullopt when it is not what the head says.
[[nodiscard]] std::optional<QByteArray> unpackSessionBlock(const SessionBlock &block, const QByteArray &packed);

//! CRC-32 of \a bytes behind those of which it is \a before.
[[nodiscard]] quint32 sessionChecksum(QByteArrayView bytes, quint32 before = 0);

} // namespace pushlab::wire
