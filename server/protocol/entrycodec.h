// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"
#include "server/protocol/messagecodec.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace pushlab::protocol {

//! The entry as `{"seq":…,"accepted":…,"control":{…}}`, the same in all formats that carry control entries; what stays of a
//! withdrawn message as `{"seq":…,"withdrawn":true}`.
[[nodiscard]] EncodedEntry encodeControl(const ControlEntry &entry);

//! As encodeControl() or encodeMessage().
[[nodiscard]] EncodedEntry encodeEntry(const Entry &entry);

//! Only the control object, as it is contained in the encoded entry.
[[nodiscard]] QByteArray controlJson(const ControlEntry &entry);

//! Reads an object with "control" as a control entry, any other as a message. Returns nullopt when it is neither: a control entry
//! needs a seq of at least 1 and a "kind" that is a non-empty string.
[[nodiscard]] std::optional<Entry> decodeEntry(const QJsonObject &object);

} // namespace pushlab::protocol
