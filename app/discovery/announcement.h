// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pushlab::app {

//! The UDP port at which start windows hear of hosts on their network. The same on every machine, so that
//! nothing has to be set up; chosen freely.
inline constexpr quint16 announcementPort = 45871;
inline constexpr qsizetype maxAnnouncementBytes = 512;

//! What a host tells its network, in one datagram: {"id":…,"name":…,"port":…,"pushlab":1,"room":…}, and
//! "tls":true if so. The address is not in it: that is the sender's.
struct Announcement
{
    quint16 port = 0; //!< of HTTP, 1 to 65535
    QString room;
    QString name; //!< of the host's machine: 1 to maxMachineNameBytes of printable UTF-8
    QString id; //!< of this host: machineIdCharacters of 0-9 and a-f
    bool isTls = false; //!< it speaks https

    friend bool operator==(const Announcement &, const Announcement &) = default;
};

inline constexpr qsizetype maxMachineNameBytes = 64;
inline constexpr qsizetype machineIdCharacters = 32;

//! \a name as an announcement may carry it: without what cannot be printed, cut to maxMachineNameBytes, "PushLab" when
//! nothing is left.
[[nodiscard]] QString announcedMachineName(const QString &name);

//! A new random id.
[[nodiscard]] QString newAnnouncementId();

//! The datagram, maxAnnouncementBytes at most when \a announcement keeps to its fields' ranges.
[[nodiscard]] QByteArray encodeAnnouncement(const Announcement &announcement);

//! Reads a datagram that anybody may have sent. Nothing unless every field is there and in its range.
[[nodiscard]] std::optional<Announcement> decodeAnnouncement(const QByteArray &datagram);

} // namespace pushlab::app
