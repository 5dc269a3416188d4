// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/testhost.h"

#include <QByteArray>

//! Joining a host that requires a PIN.
namespace pushlab::tests {

//! Options with the PIN 739152 and the teacher's key the-key-of-this-test-1.
[[nodiscard]] server::HostOptions withPin(bool limitLoopback = false);

//! The cookie that an answer sets, as later requests contain it; empty when there is none.
[[nodiscard]] QByteArray cookieOf(const HttpAnswer &answer, const QByteArray &name);

//! Sends a POST with a JSON body on a connection of its own; returns the answer.
[[nodiscard]] HttpAnswer post(const TestHost &host, const QByteArray &target, const QByteArray &body, const QByteArray &fields = {});
[[nodiscard]] HttpAnswer tryPin(const TestHost &host, const QByteArray &pin, const QByteArray &fields = {});

} // namespace pushlab::tests
