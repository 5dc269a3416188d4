// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QUrl>

namespace pushlab::app {

//! The fingerprint of the certificate that the user trusts for \a host, from QSettings; empty when there is none.
[[nodiscard]] QByteArray trustedFingerprint(const QUrl &host);

//! Stores the fingerprint, replacing a former one for the same host; the list is bounded.
void trustHost(const QUrl &host, const QByteArray &fingerprint);

} // namespace pushlab::app
