// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/linescanner.h"

#include <array>
#include <utility>

namespace pushlab::http {

namespace {

enum ByteClass : quint8 {
    Visible, // in any line
    Blank,
    FieldOnly, // tab and the bytes from 0x80 on (RFC 9110 5.5)
    LineEnd,
    Control
};

constexpr std::array<ByteClass, 256> byteClasses = [] {
    std::array<ByteClass, 256> classes{};
    for (std::size_t byte = 0; byte < classes.size(); ++byte) {
        if (byte < 0x20 || byte == 0x7f)
            classes[byte] = Control;
        else if (byte >= 0x80)
            classes[byte] = FieldOnly;
    }
    classes['\t'] = FieldOnly;
    classes[' '] = Blank;
    classes['\r'] = LineEnd;
    classes['\n'] = LineEnd;
    return classes;
}();

ByteClass classOf(char byte)
{
    return byteClasses[static_cast<unsigned char>(byte)];
}

//! Finds the end of the run of visible characters and blanks that begins at \a from: most of a line in one step.
qsizetype endOfPlain(QByteArrayView bytes, qsizetype from)
{
    while (from < bytes.size() && classOf(bytes[from]) <= Blank)
        ++from;
    return from;
}

} // namespace

LineScanner::Event LineScanner::next(QByteArrayView bytes, qsizetype &position, Kind kind)
{
    for (; position < bytes.size(); ++position) {
        if (m_inLine && !m_carriageReturn) {
            position = endOfPlain(bytes, position);
            if (position == bytes.size())
                break;
        }
        const char byte = bytes[position];
        const ByteClass byteClass = classOf(byte);
        if (m_carriageReturn) {
            if (byte != '\n')
                return Event::BadLineEnd;
            ++position;
            m_carriageReturn = false;
            return std::exchange(m_inLine, false) ? Event::Line : Event::EmptyLine;
        }
        if (byteClass == Visible) {
            m_inLine = true;
            continue;
        }
        if (byteClass == LineEnd) {
            if (byte == '\n')
                return Event::BadLineEnd;
            m_carriageReturn = true;
            continue;
        }
        if (byteClass == Control || (byteClass == FieldOnly && kind == Kind::RequestLine))
            return Event::BadByte;
        if (!m_inLine && kind == Kind::Field && (byte == ' ' || byte == '\t'))
            return Event::Folded;
        m_inLine = true;
    }
    return Event::NeedMore;
}

} // namespace pushlab::http
