// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::base {

//! Reads from a descriptor as soon as it has bytes, before its socket notifier is activated: that saves the way through Qt's
//! buffer.
class DirectReader
{
public:
    //! Reads. Returns false when the notifier is to be activated as well. May close the descriptor.
    [[nodiscard]] virtual bool readNow() = 0;
    //! Hint that readNow() will soon be called: prefetches the memory that it uses, other than this object's own first bytes.
    //! Called twice; the second call, with \a isNext, prefetches what can only be reached through the memory of the first.
    virtual void prefetchForRead(bool /*isNext*/) const {}

protected:
    ~DirectReader() = default;
};

} // namespace pushlab::base
