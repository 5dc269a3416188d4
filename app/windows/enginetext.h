// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pushlab::app {

//! A sentence of the host or of the comparison, which speak English as the command line does, in the language of the moment.
//! As it came where it is not known.
[[nodiscard]] QString engineText(const QString &english);

} // namespace pushlab::app
