// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/loop/epolldispatcher.h"

#include <QCoreApplication>
#include <QTest>

namespace pushlab::tests {

//! Runs a test object on an application whose own event loop is the epoll dispatcher.
template <typename TestObject>
int runOnEpoll(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new base::EpollDispatcher); // the application owns it
    const QCoreApplication application(argc, argv);
    TestObject object;
    return QTest::qExec(&object, argc, argv);
}

} // namespace pushlab::tests
