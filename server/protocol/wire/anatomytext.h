// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/bilingualtext.h"
#include "server/protocol/wire/anatomy.h"

#include <QByteArrayView>
#include <QString>

//! The words of the anatomy, for windows and pages alike, in both languages.
namespace pushlab::wire {

//! What a student reads about a part. A plain value.
struct PartText
{
    protocol::BilingualText name;
    protocol::BilingualText purpose; //!< a sentence or two
    QString section; //!< "RFC 9112 3.1", "HTML 9.2.5", "Fetch Metadata 2.1"; empty where no standard says it

    [[nodiscard]] bool isEmpty() const { return name.isEmpty(); }
    friend bool operator==(const PartText &, const PartText &) = default;
};

//! The words of a kind in general.
[[nodiscard]] PartText kindText(PartKind kind);

//! The words of what stands there; each is empty when it is not known.
[[nodiscard]] PartText fieldText(QByteArrayView name); //!< an HTTP field's; case does not matter
[[nodiscard]] PartText methodText(QByteArrayView method);
[[nodiscard]] PartText statusText(int code);
[[nodiscard]] PartText opcodeText(int opcode); //!< 0 to 15
[[nodiscard]] PartText closeCodeText(int code);
[[nodiscard]] PartText eventFieldText(QByteArrayView name); //!< "data", "event", "id", "retry"

//! The words of \a part of a record that has these \a bytes: those of what stands there, or else those of its kind.
[[nodiscard]] PartText textOf(const Part &part, QByteArrayView bytes);

} // namespace pushlab::wire
