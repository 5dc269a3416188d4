// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/response.h"

#include <QByteArray>

#include <chrono>

namespace pushlab::http {

//! Frames answers with the current date; an answer whose body is shared by many requests is framed only once. A plain class.
class AnswerFramer final
{
public:
    //! The bytes of the answer, header section and body.
    [[nodiscard]] QByteArray frame(const Response &response, const Framing &framing);

    void forget() { m_framed = {}; } //!< nothing that was framed may be kept

private:
    //! The shared answer that was framed last, see Response::body.
    struct Framed
    {
        Response response;
        Framing framing;
        QByteArray date;
        QByteArray bytes;
    };

    void renewDate();

    QByteArray m_date;
    std::chrono::steady_clock::time_point m_dateUntil;
    Framed m_framed;
};

} // namespace pushlab::http
