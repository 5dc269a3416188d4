// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/response.h"

#include <QByteArray>

#include <chrono>

namespace pushlab::http {

//! Puts header sections around answers, with the date of the moment; around one that many get only once. A plain class.
class AnswerFramer final
{
public:
    //! The bytes of an answer.
    [[nodiscard]] QByteArray frame(const Response &response, const Framing &framing);

private:
    //! The answer that was framed last, of those whose body somebody keeps to send it again.
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
