// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/generator.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace pushlab::app {

//! Reads what the host is to say by itself, as it is typed: "4/s", "4/s,200", "0.5/s,poisson", "4/s,200,poisson". Nothing when it is
//! none of these, or out of bounds.
[[nodiscard]] std::optional<protocol::Generator> parseGenerator(QStringView text);
//! \a generator, which must be on, as parseGenerator() reads it.
[[nodiscard]] QString generatorText(const protocol::Generator &generator);

} // namespace pushlab::app
