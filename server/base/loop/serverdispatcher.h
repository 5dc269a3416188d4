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

//! As EpollDispatcher::renewDescriptor(), for the dispatcher of the calling thread: before another file takes the place of the
//! one that \a descriptor stands for.
void renewDescriptor(qintptr descriptor);

//! As EpollDispatcher::setDirectReader(), for the dispatcher of the calling thread: \a reader is called before the notifiers of
//! \a descriptor; nullptr removes it. Does nothing where the thread has another dispatcher; its notifiers then work as usual.
void setDirectReader(qintptr descriptor, DirectReader *reader);

} // namespace pushlab::base
