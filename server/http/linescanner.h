// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace pushlab::http {

//! Finds line ends in heads, chunk sizes and trailers. Stricter than RFC 9112 2.2 requires: only CR LF ends a line. Looks at each
//! byte once, however the bytes are split. A plain value.
class LineScanner
{
public:
    enum class Event : quint8 {
        NeedMore, //!< the bytes ended inside a line
        Line,
        EmptyLine,
        BadLineEnd, //!< a CR or LF alone
        BadByte, //!< a control character, or in a request line anything but visible ASCII and blanks
        Folded //!< a line that begins with a blank (RFC 9112 5.2)
    };

    enum class Kind : quint8 { RequestLine, Field };

    //! Continues at \a position, and moves it behind what the returned event is about.
    Event next(QByteArrayView bytes, qsizetype &position, Kind kind);

    //! Whether a line has begun and has not ended.
    [[nodiscard]] bool isInLine() const { return m_inLine || m_carriageReturn; }

private:
    bool m_inLine = false;
    bool m_carriageReturn = false; // the last byte seen was a CR
};

} // namespace pushlab::http
