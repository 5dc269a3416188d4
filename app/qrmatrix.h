// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace pushlab::app {

//! The modules of a QR code. A plain value; when painted, it needs a light margin of four modules.
class QrMatrix
{
public:
    //! The smallest code for \a text with at least medium error correction; nullopt when the text is too long (about 2,300
    //! bytes).
    [[nodiscard]] static std::optional<QrMatrix> encode(const QString &text);

    [[nodiscard]] int size() const { return m_size; } //!< modules per side, 21 to 177
    //! Whether the module at column \a x and row \a y is dark; modules outside are light.
    [[nodiscard]] bool at(int x, int y) const
    {
        return x >= 0 && y >= 0 && x < m_size && y < m_size && m_dark.at(qsizetype(y) * m_size + x);
    }

    //! The code with its margin as lines of half blocks, two modules per character. With \a coloured, escape sequences make it
    //! black on white; without, it is correct on a dark terminal.
    [[nodiscard]] QString toTerminal(bool coloured) const;

private:
    int m_size = 0;
    QList<bool> m_dark; // row by row
};

} // namespace pushlab::app
