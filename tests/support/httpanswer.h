// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <utility>

namespace pushlab::tests {

//! An HTTP answer as it was received.
struct HttpAnswer
{
    int status = 0; //!< 0: there was none
    int minorVersion = 1;
    QList<std::pair<QByteArray, QByteArray>> fields; //!< names in lower case, in order
    QByteArray body; //!< without its chunking
    qsizetype size = 0; //!< bytes on the wire

    //! Value of the first field of that name (in lower case); null when there is none.
    [[nodiscard]] QByteArray field(QByteArrayView name) const;
    [[nodiscard]] qsizetype fieldCount(QByteArrayView name) const;
    //! Whether a comma-separated field contains \a token, without case.
    [[nodiscard]] bool fieldHasToken(QByteArrayView name, QByteArrayView token) const;
    //! The body as a JSON object; empty when it is none.
    [[nodiscard]] QJsonObject json() const;
    //! Content-Type without its parameters.
    [[nodiscard]] QByteArray contentType() const;
    //! Whether the host says that the connection stays (RFC 9112 9.3).
    [[nodiscard]] bool keepsConnection() const;
};

//! The result of parsing: incomplete, complete or invalid.
struct AnswerResult
{
    enum class State : quint8 { NeedMore, Complete, Broken };

    State state = State::NeedMore;
    HttpAnswer answer; //!< when Complete
    QString fault; //!< set when Broken
};

//! Parses the first answer in \a bytes by its own framing (RFC 9112 6.3), strictly. \a toHead: it answers a HEAD. \a atEnd: the
//! peer has closed, so nothing follows.
[[nodiscard]] AnswerResult parseAnswer(QByteArrayView bytes, bool toHead, bool atEnd);

} // namespace pushlab::tests
