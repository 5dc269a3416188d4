// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/part.h"

#include <QByteArrayView>

namespace pushlab::wire {

//! Walks over bytes and turns them into leaves, none of which is empty. A plain class for the functions behind dissect().
class PartCursor
{
public:
    //! Where a line's text ends and where the line does; equal where its end is missing.
    struct Line
    {
        qsizetype textEnd = 0;
        qsizetype end = 0;
    };

    explicit PartCursor(QByteArrayView bytes) : m_bytes(bytes) {}

    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] bool isAtEnd() const { return m_at == m_bytes.size(); }
    [[nodiscard]] bool isFull() const { return m_made >= maxParts; } //!< no more than what is left as one should follow
    [[nodiscard]] QByteArrayView rest() const { return m_bytes.sliced(m_at); }
    [[nodiscard]] QByteArrayView upTo(qsizetype end) const { return m_bytes.sliced(m_at, end - m_at); }
    [[nodiscard]] qsizetype end() const { return m_bytes.size(); }

    //! The line that begins here and is looked for up to \a limit. Ended by LF or CR LF; a CR that is the last byte ends one too.
    [[nodiscard]] Line line(qsizetype limit) const;

    //! Appends the bytes up to \a end, if there are any, to \a parts as one leaf, and goes there.
    void take(QList<Part> &parts, PartKind kind, qsizetype end, const QByteArray &value = {});
    void takePayload(QList<Part> &parts, PartKind kind, qsizetype end, const QByteArray &value = {});
    void takeBlanks(QList<Part> &parts, qsizetype end); //!< spaces and tabs, as Space
    void takeRest(QList<Part> &parts); //!< as Unknown

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    qsizetype m_made = 0; //!< leaves
};

//! The part that has these \a parts; there is at least one.
[[nodiscard]] Part groupOf(PartKind kind, QList<Part> parts, const QByteArray &value = {});

} // namespace pushlab::wire
