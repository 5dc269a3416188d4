// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace pushlab::http {

//! Finds the lines of a head, of chunk sizes and of trailers, and insists on what RFC 9112 2.2 only recommends: CR LF and
//! nothing else ends a line. Looks at each byte once, however the bytes come. A plain value.
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

    //! Goes on at \a position, and moves it behind what the event tells of.
    Event next(QByteArrayView bytes, qsizetype &position, Kind kind);

    //! Whether a line has begun and not ended.
    [[nodiscard]] bool isInLine() const { return m_inLine || m_carriageReturn; }

private:
    bool m_inLine = false;
    bool m_carriageReturn = false; // the last byte seen was a CR
};

} // namespace pushlab::http
