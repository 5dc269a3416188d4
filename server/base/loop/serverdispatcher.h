// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <memory>

class QAbstractEventDispatcher;

namespace pushlab::base {

class DirectReader;

//! The event dispatcher that serves many sockets best on this system, for QThread::setEventDispatcher() before the
//! thread starts; null where Qt's default is to be kept.
[[nodiscard]] std::unique_ptr<QAbstractEventDispatcher> makeServerDispatcher();

//! Before another file takes the place of the one that \a descriptor stands for: this thread's socket notifiers for it go on
//! with that one.
void renewDescriptor(qintptr descriptor);

//! Has \a reader asked before this thread's socket notifiers are told that \a descriptor has bytes, until the last of them
//! goes; nullptr: nobody. Where the dispatcher is not ours the notifiers alone are told.
void setDirectReader(qintptr descriptor, DirectReader *reader);

} // namespace pushlab::base
