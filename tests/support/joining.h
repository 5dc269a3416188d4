// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/testhost.h"

#include <QByteArray>

//! Coming into a host that asks for a PIN.
namespace pushlab::tests {

//! PIN 739152, teacher's key the-key-of-this-test-1.
[[nodiscard]] server::HostOptions withPin(bool limitLoopback = false);

//! The cookie that an answer sets, as a request gives it back; empty when it sets none.
[[nodiscard]] QByteArray cookieOf(const HttpAnswer &answer, const QByteArray &name);

//! The answer to a POST of JSON on a connection of its own.
[[nodiscard]] HttpAnswer post(const TestHost &host, const QByteArray &target, const QByteArray &body, const QByteArray &fields = {});
[[nodiscard]] HttpAnswer tryPin(const TestHost &host, const QByteArray &pin, const QByteArray &fields = {});

} // namespace pushlab::tests
