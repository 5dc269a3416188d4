// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>

namespace pushlab::io {

//! A spare descriptor, kept open so that one is available when the process has none left. Does nothing on systems other than
//! Unix. Used in the thread of its owner.
class ReserveDescriptor final
{
    Q_DISABLE_COPY_MOVE(ReserveDescriptor)

public:
    ReserveDescriptor();
    ~ReserveDescriptor();

    //! Gives up the spare descriptor for a moment to accept and close the connections that wait at \a listener, a non-blocking
    //! descriptor, at most \a most of them. Returns how many; nullopt when the freed descriptor was taken by another thread.
    std::optional<int> shedConnections(qintptr listener, int most);

private:
    void open();
    void close();

    int m_descriptor = -1;
};

} // namespace pushlab::io
