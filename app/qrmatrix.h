// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace pushlab::app {

//! The squares of a QR code. A plain value; its painter adds a light margin of four squares.
class QrMatrix
{
public:
    //! The smallest code that holds \a text, with medium error correction or better; nothing when it is too long (about 2,300 bytes).
    [[nodiscard]] static std::optional<QrMatrix> encode(const QString &text);

    [[nodiscard]] int size() const { return m_size; } //!< squares a side, 21 to 177
    //! Whether the square is dark; what lies outside is light. From the top left.
    [[nodiscard]] bool at(int x, int y) const
    {
        return x >= 0 && y >= 0 && x < m_size && y < m_size && m_dark.at(qsizetype(y) * m_size + x);
    }

    //! The code with its margin as lines of half blocks, two squares a character. With \a coloured, black on white by
    //! escape sequences; without, as it looks right on a dark terminal.
    [[nodiscard]] QString toTerminal(bool coloured) const;

private:
    int m_size = 0;
    QList<bool> m_dark; // row by row
};

} // namespace pushlab::app
