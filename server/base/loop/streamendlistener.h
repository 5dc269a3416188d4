// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace pushlab::base {

//! Is called before the socket engine reads the end of a stream and closes the descriptor: the last moment at which the kernel
//! can be asked about the connection. The dispatcher finds the listener by qobject_cast, as the parent of the engine that owns
//! the notifier.
class StreamEndListener
{
public:
    virtual void aboutToReadEnd() = 0;

protected:
    ~StreamEndListener() = default;
};

} // namespace pushlab::base

Q_DECLARE_INTERFACE(pushlab::base::StreamEndListener, "pushlab.StreamEndListener")
