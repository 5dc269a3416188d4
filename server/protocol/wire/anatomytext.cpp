// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/anatomytext.h"

namespace pushlab::wire {

namespace {

//! The first bytes of \a part's own part of a \a kind.
QByteArrayView ownBytes(const Part &part, PartKind kind, QByteArrayView bytes)
{
    for (const Part &own : part.parts) {
        if (own.kind == kind && own.offset + own.size <= bytes.size())
            return bytes.sliced(own.offset, own.size);
    }
    return {};
}

//! The words of what stands there; empty when there are none but the kind's.
PartText specialText(const Part &part, QByteArrayView bytes)
{
    const bool isInside = part.offset >= 0 && part.offset + part.size <= bytes.size();
    const QByteArrayView own = isInside ? bytes.sliced(part.offset, part.size) : QByteArrayView();
    switch (part.kind) {
    case PartKind::FieldLine:
        return fieldText(ownBytes(part, PartKind::FieldName, bytes));
    case PartKind::EventField:
        return eventFieldText(ownBytes(part, PartKind::EventFieldName, bytes));
    case PartKind::Method:
        return methodText(own);
    case PartKind::StatusCode:
        return statusText(own.toByteArray().toInt());
    case PartKind::Opcode:
        return opcodeText(part.value.toInt());
    case PartKind::CloseCode:
        return closeCodeText(part.value.toInt());
    default: // the others have no words but their kind's
        return {};
    }
}

} // namespace

PartText textOf(const Part &part, QByteArrayView bytes)
{
    const PartText special = specialText(part, bytes);
    return special.isEmpty() ? kindText(part.kind) : special;
}

} // namespace pushlab::wire
