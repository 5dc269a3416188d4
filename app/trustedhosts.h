// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QUrl>

namespace pushlab::app {

//! The fingerprint of the certificate that the user has trusted for \a host, as QSettings keeps it; empty when there is none.
[[nodiscard]] QByteArray trustedFingerprint(const QUrl &host);

//! Keeps it in the place of a former one; the list is bounded.
void trustHost(const QUrl &host, const QByteArray &fingerprint);

} // namespace pushlab::app
