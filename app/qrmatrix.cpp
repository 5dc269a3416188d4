// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/qrmatrix.h"

#include <QByteArray>

#include <qrcodegen.hpp>

#include <stdexcept>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int terminalMargin = 2; // half of the standard's margin: enough for cameras, and terminals are small

} // namespace

std::optional<QrMatrix> QrMatrix::encode(const QString &text)
{
    try {
        const qrcodegen::QrCode code = qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        QrMatrix matrix;
        matrix.m_size = code.getSize();
        matrix.m_dark.reserve(qsizetype(matrix.m_size) * matrix.m_size);
        for (int y = 0; y < matrix.m_size; ++y) {
            for (int x = 0; x < matrix.m_size; ++x)
                matrix.m_dark.append(code.getModule(x, y));
        }
        return matrix;
    } catch (const std::length_error &) { // the library's error for texts that are too long
        return std::nullopt;
    }
}

QString QrMatrix::toTerminal(bool coloured) const
{
    const QString begin = coloured ? u"\x1b[38;5;16m\x1b[48;5;231m"_s : QString();
    const QString end = coloured ? u"\x1b[0m\n"_s : u"\n"_s;
    QString text;
    for (int y = -terminalMargin; y < m_size + terminalMargin; y += 2) {
        text += begin;
        for (int x = -terminalMargin; x < m_size + terminalMargin; ++x) {
            // With colours, the dark modules are drawn; without, the light ones.
            const bool upper = at(x, y) == coloured;
            const bool lower = at(x, y + 1) == coloured;
            text += upper ? (lower ? u'█' : u'▀') : (lower ? u'▄' : u' ');
        }
        text += end;
    }
    return text;
}

} // namespace pushlab::app
