// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace pushlab::protocol {

//! A name as it goes over the wire: lower case, in ASCII (IDNA, RFC 5891), without the dot of the DNS's root. As it is, in lower
//! case, when it is no name of the DNS.
[[nodiscard]] QString wireHostName(const QString &name);

//! Whether \a text is a name that a Host field may carry, or an address, with or without brackets and port. No scheme, path,
//! blank, list or wildcard.
[[nodiscard]] bool isHostName(const QString &text);

//! By which names a machine is asked that calls itself \a name in \a domain, either of which may be empty: "pc.school.example"
//! is also "pc", and "pc.local" by multicast DNS (RFC 6762 3), which has one label. As they go over the wire, each once.
[[nodiscard]] QStringList machineNames(const QString &name, const QString &domain);

} // namespace pushlab::protocol
