// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

//! The blocks of a pcapng file (draft-ietf-opsawg-pcapng), little-endian, each appended to `file`.
namespace pushlab::wire {

//! Begins a section. The texts are UTF-8.
void appendSectionHeader(QByteArray &file, QByteArrayView application, QByteArrayView comment);

//! Describes the section's one interface: packets begin with their IP header, times are in µs.
void appendInterface(QByteArray &file, QByteArrayView name);

//! A packet and what is known of it.
struct CapturedPacket
{
    qint64 at = 0; //!< µs since 1970
    QByteArrayView bytes; //!< those that were kept
    qsizetype size = 0; //!< how many it had
    bool isInbound = false;
    QByteArrayView comment; //!< UTF-8; empty: none
};

void appendPacket(QByteArray &file, const CapturedPacket &packet);

} // namespace pushlab::wire
