// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace pushlab::app {

//! Reads lines from a descriptor, which may be a terminal, a pipe or a file, without blocking its thread's event loop. Does not
//! own the descriptor, nor change its flags, because other programs share a terminal's flags.
class LineReader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineReader)

public:
    static constexpr qsizetype maxLineBytes = 1024 * 1024; //!< longer lines are split

    explicit LineReader(int descriptor, QObject *parent = nullptr);

    //! Starts, or continues after pause(). Lines that were held back are emitted first, from within this call.
    void resume();
    //! No line is emitted until resume().
    void pause();

Q_SIGNALS:
    void lineRead(const QByteArray &line); //!< without its line end
    void ended(); //!< emitted once; nothing follows

private Q_SLOTS:
    void read();

private:
    void deliver();

    int m_descriptor;
    QSocketNotifier m_notifier;
    QByteArray m_buffer;
    qsizetype m_searched = 0; // bytes of the buffer in which no line end was found
    bool m_isPaused = true;
    bool m_atEnd = false;
    bool m_hasEnded = false;
    bool m_isDelivering = false;
};

} // namespace pushlab::app
