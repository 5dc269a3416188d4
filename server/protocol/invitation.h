// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace pushlab::protocol {

//! How members come into the class, as it is shown to all of them. A value that may cross threads; the server does not know the
//! address by which others reach this machine.
struct Invitation
{
    QString room;
    QString address; //!< of the class, to be typed: with its room, without its PIN; empty: unknown
    QString link; //!< the same with the PIN, for a QR code
    QString pin; //!< empty: none is needed
    QList<QByteArray> code; //!< the QR code of the link: its rows, '1' for a dark module; empty: none

    friend bool operator==(const Invitation &, const Invitation &) = default;
};

} // namespace pushlab::protocol
