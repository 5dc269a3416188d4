// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace pushlab::http {

//! How far a parser is with a request.
enum class ParseState : quint8 {
    Head, //!< the header section is not complete
    Body, //!< all but the body is there
    Complete,
    Error //!< the connection must be closed after the answer
};

//! What is wrong with a request: the status to answer and what to say.
struct ParseError
{
    int status = 400;
    QByteArray code; //!< stable, for programs: "bad-request", "header-too-large", …
    QByteArray text; //!< English, says what to do
};

} // namespace pushlab::http
