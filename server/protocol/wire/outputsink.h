// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

class QIODevice;

namespace pushlab::wire {

//! Takes whole blocks to a device and, when it takes no more, leaves a file behind that ends with a whole one. A plain
//! class; blocks as long as the device does.
class OutputSink final
{
    Q_DISABLE_COPY_MOVE(OutputSink)

public:
    //! \a out must be open, a file Unbuffered, hold nothing yet and outlive this.
    explicit OutputSink(QIODevice &out);

    //! Bytes that are to be written together with those before them.
    [[nodiscard]] QByteArray &pending() { return m_pending; }
    //! Writes what is pending once that is \a least bytes. False: the device took less, now or before.
    bool flush(qsizetype least = 0);

    [[nodiscard]] bool isBroken() const { return !m_error.isEmpty(); }
    [[nodiscard]] const QString &error() const { return m_error; } //!< what the device said; empty: nothing
    [[nodiscard]] qint64 size() const { return m_size; } //!< bytes that it took

private:
    QIODevice &m_out;
    QByteArray m_pending;
    QString m_error;
    qint64 m_size = 0;
};

} // namespace pushlab::wire
