// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace pushlab::protocol {

//! The value of the first cookie of that name in a Cookie field (RFC 6265 4.2.1); isNull() when it is not there.
[[nodiscard]] QByteArrayView cookieValue(QByteArrayView cookieField, QByteArrayView name);

} // namespace pushlab::protocol
