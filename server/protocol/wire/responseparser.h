// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace pushlab::compare {

//! An HTTP/1.1 answer and what it weighed.
struct HttpAnswer
{
    int status = 0; //!< 0: none came
    bool keepsAlive = false; //!< whether the connection may be used again
    qint64 requestBytes = 0;
    qint64 headerBytes = 0; //!< of the answer: status line, fields and all that frames the body
    QByteArray body;
};

//! Takes answers out of a stream of bytes, however it is cut. A plain class, one per connection.
class ResponseParser final
{
    Q_DISABLE_COPY_MOVE(ResponseParser)

public:
    enum class State : quint8 { NeedMore, Complete, Malformed };

    ResponseParser();
    ~ResponseParser();

    //! Takes bytes from the front of \a bytes, up to the end of the answer under way.
    State feed(QByteArrayView &bytes);

    //! The answer that is complete; begins the next one.
    [[nodiscard]] HttpAnswer take();
    void reset(); //!< forgets an answer under way

    //! Whether some of the next answer has come.
    [[nodiscard]] bool isMidAnswer() const;

private:
    class Grammar; // keeps Boost out of this header
    std::unique_ptr<Grammar> m_grammar; // from an answer's first byte to its last
    QByteArray m_pending; // of a head that is not complete
};

} // namespace pushlab::compare
