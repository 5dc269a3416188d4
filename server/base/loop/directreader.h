// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::base {

//! Reads from a descriptor itself when it has bytes, before its socket notifier is told: spares the way through Qt's buffer.
class DirectReader
{
public:
    //! False: the notifier is to be told after all. May close the descriptor.
    [[nodiscard]] virtual bool readNow() = 0;
    //! It is soon to be asked: a hint to fetch from memory what that takes, beyond its own first bytes. Called twice, the
    //! second time, \a isNext, for what only that which was fetched the first time leads to.
    virtual void prefetchForRead(bool /*isNext*/) const {}

protected:
    ~DirectReader() = default;
};

} // namespace pushlab::base
