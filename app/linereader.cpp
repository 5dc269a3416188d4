// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/linereader.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace pushlab::app {

LineReader::LineReader(int descriptor, QObject *parent)
    : QObject(parent), m_descriptor(descriptor), m_notifier(QSocketNotifier::Read)
{
    m_notifier.setSocket(descriptor);
    connect(&m_notifier, &QSocketNotifier::activated, this, &LineReader::read);
}

void LineReader::resume()
{
    m_isPaused = false;
    if (::fcntl(m_descriptor, F_GETFD) < 0)
        m_atEnd = true; // the descriptor was closed before the program began
    deliver();
    m_notifier.setEnabled(!m_isPaused && !m_atEnd);
}

void LineReader::pause()
{
    m_isPaused = true;
    m_notifier.setEnabled(false);
}

void LineReader::read()
{
    std::array<char, 64 * 1024> bytes;
    // When poll reports input, a single read does not block.
    const ssize_t count = ::read(m_descriptor, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count > 0) {
        m_buffer.append(bytes.data(), count);
    } else {
        m_notifier.setEnabled(false);
        m_atEnd = true;
    }
    deliver();
}

void LineReader::deliver()
{
    if (m_isDelivering) // called by a receiver of lineRead()
        return;
    m_isDelivering = true;
    while (!m_isPaused) {
        const qsizetype lineEnd = m_buffer.indexOf('\n', m_searched);
        const bool isWhole = lineEnd >= 0;
        if (!isWhole && m_buffer.size() < maxLineBytes && !(m_atEnd && !m_buffer.isEmpty())) {
            m_searched = m_buffer.size();
            break;
        }
        const QByteArray line = m_buffer.left(isWhole ? lineEnd : m_buffer.size());
        m_buffer.remove(0, isWhole ? lineEnd + 1 : m_buffer.size());
        m_searched = 0;
        Q_EMIT lineRead(line);
    }
    m_isDelivering = false;
    if (m_atEnd && m_buffer.isEmpty() && !m_isPaused && !std::exchange(m_hasEnded, true))
        Q_EMIT ended();
}

} // namespace pushlab::app
