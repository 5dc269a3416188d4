// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pushlab::app {

//! The UDP port at which start windows receive announcements. An arbitrary number, the same on every machine, so that nothing
//! needs to be configured.
inline constexpr quint16 announcementPort = 45871;
inline constexpr qsizetype maxAnnouncementBytes = 512;

//! What a host announces to its network, in one datagram: {"id":…,"name":…,"port":…,"pushlab":1,"room":…}, and "tls":true if it
//! uses TLS. The host's address is the sender's.
struct Announcement
{
    quint16 port = 0; //!< of HTTP, 1 to 65535
    QString room;
    QString name; //!< name of the host's machine: 1 to maxMachineNameBytes of printable UTF-8
    QString id; //!< identifies this host: machineIdCharacters of 0-9 and a-f
    bool isTls = false; //!< the host uses https

    friend bool operator==(const Announcement &, const Announcement &) = default;
};

inline constexpr qsizetype maxMachineNameBytes = 64;
inline constexpr qsizetype machineIdCharacters = 32;

//! \a name as an announcement may contain it: without unprintable characters, cut to maxMachineNameBytes, "PushLab" when nothing
//! is left.
[[nodiscard]] QString announcedMachineName(const QString &name);

//! A new random id.
[[nodiscard]] QString newAnnouncementId();

//! The datagram, of at most maxAnnouncementBytes if the fields are in their ranges.
[[nodiscard]] QByteArray encodeAnnouncement(const Announcement &announcement);

//! Parses a datagram from an untrusted sender. Returns nullopt unless every field is present and in its range.
[[nodiscard]] std::optional<Announcement> decodeAnnouncement(const QByteArray &datagram);

} // namespace pushlab::app
