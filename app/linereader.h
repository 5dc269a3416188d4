// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace pushlab::app {

//! Reads lines from a descriptor that may be a terminal, a pipe or a file, without blocking the event loop of its thread.
//! Does not own the descriptor and leaves its flags alone, which a terminal shares with other programs.
class LineReader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineReader)

public:
    static constexpr qsizetype maxLineBytes = 1024 * 1024; //!< a longer line comes in pieces

    explicit LineReader(int descriptor, QObject *parent = nullptr);

    //! Begins, or goes on after pause(). The lines that were held back come first, from within this call.
    void resume();
    //! No line comes until resume().
    void pause();

Q_SIGNALS:
    void lineRead(const QByteArray &line); //!< without its line end
    void ended(); //!< once; nothing follows

private Q_SLOTS:
    void read();

private:
    void deliver();

    int m_descriptor;
    QSocketNotifier m_notifier;
    QByteArray m_buffer;
    qsizetype m_searched = 0; // bytes of the buffer that hold no line end
    bool m_isPaused = true;
    bool m_atEnd = false;
    bool m_hasEnded = false;
    bool m_isDelivering = false;
};

} // namespace pushlab::app
