// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/certificates.h"

#include <QString>

namespace pushlab::app {

//! Why a certificate or key cannot be used and what to do, in the user's language: a sentence. Main thread.
[[nodiscard]] QString tlsFaultText(const server::TlsFault &fault);

//! What is to be told of a certificate that is used, in the user's language: one or more sentences. Main thread.
[[nodiscard]] QString tlsWarningText(const server::TlsWarning &warning);

} // namespace pushlab::app
