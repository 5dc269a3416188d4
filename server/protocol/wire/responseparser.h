// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace pushlab::compare {

//! An HTTP/1.1 answer and its size.
struct HttpAnswer
{
    int status = 0; //!< 0: there was none
    bool keepsAlive = false; //!< the connection may be used again
    qint64 requestBytes = 0;
    qint64 headerBytes = 0; //!< of the answer: status line, fields and the framing of the body
    QByteArray body;
};

//! Parses answers from a stream of bytes, however it is split. A plain class, one per connection.
class ResponseParser final
{
    Q_DISABLE_COPY_MOVE(ResponseParser)

public:
    enum class State : quint8 { NeedMore, Complete, Malformed };

    ResponseParser();
    ~ResponseParser();

    //! Removes bytes from the front of \a bytes, up to the end of the present answer.
    State feed(QByteArrayView &bytes);

    //! Returns the complete answer and begins the next one.
    [[nodiscard]] HttpAnswer take();
    void reset(); //!< drops an incomplete answer

    //! Whether a part of the next answer has arrived.
    [[nodiscard]] bool isMidAnswer() const;

private:
    class Grammar; // keeps Boost out of this header
    std::unique_ptr<Grammar> m_grammar; // exists from an answer's first byte to its last
    QByteArray m_pending; // bytes of an incomplete head
};

} // namespace pushlab::compare
