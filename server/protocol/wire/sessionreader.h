// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/session.h"
#include "server/protocol/wire/sessionblocks.h"

#include <memory>
#include <optional>
#include <variant>
#include <vector>

class QIODevice;

namespace pushlab::wire {

//! Reads a session file from anywhere in it. Opening it reads and checks the file once, piece by piece, and keeps where its blocks
//! are; what cannot be played is known from then on. A plain class; blocks as long as the device does.
class SessionReader final
{
    Q_DISABLE_COPY_MOVE(SessionReader)

public:
    //! \a in must be open, seekable, and outlive what is returned.
    [[nodiscard]] static std::variant<std::unique_ptr<SessionReader>, SessionFault> open(QIODevice &in);

    [[nodiscard]] const SessionHead &head() const { return m_head; }
    [[nodiscard]] SessionEnding ending() const { return m_ending; }
    [[nodiscard]] qint64 begin() const; //!< µs since 1970: of the first moment; 0: there is none
    [[nodiscard]] qint64 end() const { return m_ending.at; } //!< of the last

    [[nodiscard]] qsizetype partCount() const { return qsizetype(m_blocks.size()); }
    //! The part in which \a at is: the last one that does not begin later; the first, when all do.
    [[nodiscard]] qsizetype partAt(qint64 at) const;
    //! nullopt: it cannot be read any more, or there is none of that index.
    [[nodiscard]] std::optional<SessionPart> part(qsizetype index);

private:
    explicit SessionReader(QIODevice &in) : m_in(in) {}
    [[nodiscard]] std::optional<SessionFault> readHead();
    void readIndex();
    [[nodiscard]] bool isIntact(const SessionBlock &block);

    struct Place
    {
        SessionBlock block;
        qint64 at = 0; // in the file, of its packed content
    };

    QIODevice &m_in;
    SessionHead m_head;
    SessionEnding m_ending;
    std::vector<Place> m_blocks;
};

} // namespace pushlab::wire
