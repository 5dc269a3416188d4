// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pushlab::http {

//! An answer before it is framed. A value.
struct Response
{
    int status = 200;
    QByteArray contentType; //!< with its parameters; empty: no Content-Type
    QByteArray body;
    QByteArray fields; //!< further field lines, each ending in CR LF
    QByteArrayView cacheControl = "no-store";
    bool close = false; //!< close the connection after the answer

    [[nodiscard]] static Response json(QByteArray body, int status = 200);
    [[nodiscard]] static Response text(QByteArray body);
    [[nodiscard]] static Response html(QByteArray body);
    //! `{"error":…,"code":…}`.
    [[nodiscard]] static Response error(int status, const QByteArray &code, const QByteArray &text);
};

//! The properties of a request that decide how its answer is framed.
struct Framing
{
    bool isHead = false; //!< send the header section only (RFC 9110 9.3.2)
    bool keepAlive = true;
    int minorVersion = 1;
    bool isStream = false; //!< the body has no length: it is sent in chunks, or for HTTP/1.0 until the connection's end

    friend bool operator==(const Framing &, const Framing &) = default;
};

//! The bytes of the answer (RFC 9112 6.3), with Content-Length where a body is allowed; never compressed.
[[nodiscard]] QByteArray frame(const Response &response, const Framing &framing, QByteArrayView date);

//! The reason phrase of a status code; all codes that PushLab sends have one.
[[nodiscard]] QByteArrayView reasonPhrase(int status);

} // namespace pushlab::http
