// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace pushlab::protocol {

//! A host name as it is written on the wire: lower case, in ASCII (IDNA, RFC 5891), without the dot of the DNS root. A name that
//! is not valid in the DNS is only converted to lower case.
[[nodiscard]] QString wireHostName(const QString &name);

//! Whether \a text is a name that a Host field may contain, or an address, with or without brackets and port. Schemes, paths,
//! blanks, lists and wildcards are not accepted.
[[nodiscard]] bool isHostName(const QString &text);

//! The names under which a machine called \a name in \a domain (either may be empty) may be requested: "pc.school.example" is
//! also "pc", and "pc.local" by multicast DNS (RFC 6762 3), whose names have one label. As wireHostName() writes them, without
//! duplicates.
[[nodiscard]] QStringList machineNames(const QString &name, const QString &domain);

} // namespace pushlab::protocol
