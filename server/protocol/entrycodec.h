// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"
#include "server/protocol/messagecodec.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace pushlab::protocol {

//! `{"seq":…,"accepted":…,"control":{…}}`, in every format that carries control entries.
[[nodiscard]] EncodedEntry encodeControl(const ControlEntry &entry);

//! encodeControl() or encodeMessage().
[[nodiscard]] EncodedEntry encodeEntry(const Entry &entry);

//! The control object alone, as it stands in the encoded entry.
[[nodiscard]] QByteArray controlJson(const ControlEntry &entry);

//! An object with "control" as a control entry, any other as a message. Nothing when it is neither: a control entry needs a
//! seq from 1 on and a "kind" that is a string and not empty.
[[nodiscard]] std::optional<Entry> decodeEntry(const QJsonObject &object);

} // namespace pushlab::protocol
