// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pushlab::io {

//! Entries of a room's log that bytes carry, by number.
struct Cargo
{
    qint64 first = 0; //!< 0: none
    qint64 last = 0;
    int count = 0; //!< of those from first to last that are there
    bool isUp = false; //!< of what arrived, the oldest that nothing was said of; else of what is sent next
};

//! Is shown the bytes of one connection as they pass its CountingSocket, before anything replaces or relabels them, each byte once and
//! in order. Whoever uses the socket tells whose the bytes are, in numbers that mean nothing here. Server's thread.
class TrafficTap
{
public:
    virtual void arrived(QByteArrayView bytes) = 0;
    //! \a bytes went out at once. \a whole: the byte array that they are all of, which may be shared; nullptr: they are a part.
    virtual void sent(QByteArrayView bytes, const QByteArray *whole) = 0;
    virtual void queued(QByteArrayView bytes) = 0; //!< they wait in Qt's buffer ...
    virtual void flushed(qint64 count) = 0; //!< ... from which so many have gone out
    virtual void ended() = 0; //!< the socket is being destroyed

    //! The exchange in hand is of this account, and of this member of it.
    virtual void belongsTo(quint8 account, quint32 member) = 0;
    virtual void carries(const Cargo &cargo) = 0;

protected:
    ~TrafficTap() = default;
};

} // namespace pushlab::io
