// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>

namespace pushlab::io {

//! A descriptor kept open so that one can be had when the process has none left. Does nothing on systems that are not
//! Unix. Belongs to the thread of its owner.
class ReserveDescriptor final
{
    Q_DISABLE_COPY_MOVE(ReserveDescriptor)

public:
    ReserveDescriptor();
    ~ReserveDescriptor();

    //! Gives the reserve up for a moment to accept and close the connections that wait at \a listener, a non-blocking
    //! descriptor; at most \a most of them. Returns how many; nothing when the descriptor freed was lost to someone else.
    std::optional<int> shedConnections(qintptr listener, int most);

private:
    void open();
    void close();

    int m_descriptor = -1;
};

} // namespace pushlab::io
