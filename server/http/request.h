// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

namespace pushlab::http {

//! One HTTP request, complete but for a body that is still on its way. A value: it owns its bytes.
class Request
{
public:
    //! Method token as it came, case-sensitive (RFC 9110 9.1).
    [[nodiscard]] QByteArrayView method() const { return view(m_method); }
    //! Path of the target, still percent-encoded, without query; "*" for the asterisk form.
    [[nodiscard]] QByteArrayView path() const { return view(m_path); }
    //! Query of the target without its '?'; empty when there is none.
    [[nodiscard]] QByteArrayView query() const { return view(m_query); }
    //! Host and port that the request is for: of the absolute form if given (RFC 9112 3.2.2), else of the Host field.
    [[nodiscard]] QByteArrayView host() const { return view(m_host); }
    //! Value of the first field of that name, compared without case; isNull() when there is none.
    [[nodiscard]] QByteArrayView field(QByteArrayView name) const;
    //! The values of all fields of that name, in order.
    [[nodiscard]] QVarLengthArray<QByteArrayView, 2> fields(QByteArrayView name) const;
    //! How many fields of that name there are.
    [[nodiscard]] int fieldCount(QByteArrayView name) const;
    //! Whether a comma-separated list field contains \a token, over all fields of that name, without case.
    [[nodiscard]] bool fieldHasToken(QByteArrayView name, QByteArrayView token) const;

    //! The last element of a comma-separated list field, over all fields of that name; empty when there is none.
    [[nodiscard]] QByteArrayView lastElement(QByteArrayView name) const;

    //! To be called when a trusted proxy forwarded the request: from then on host() and isSecure() are what the browser asked the
    //! proxy for, by X-Forwarded-Host and X-Forwarded-Proto. Missing or malformed fields change nothing.
    void takeForwarded();

    //! The bytes from the method to the empty line, without the body.
    [[nodiscard]] QByteArrayView head() const { return m_head; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] int minorVersion() const { return m_minorVersion; } //!< 0 or 1
    [[nodiscard]] bool keepAlive() const { return m_keepAlive; } //!< whether the connection may stay (RFC 9112 9.3)
    [[nodiscard]] bool expectsContinue() const { return m_expectsContinue; }
    [[nodiscard]] bool isHead() const { return method() == "HEAD"; }
    //! Whether every '%' of the path begins a valid escape (RFC 3986 2.1). The query is checked by the reader of its fields.
    [[nodiscard]] bool isWellEncoded() const { return m_isWellEncoded; }
    [[nodiscard]] bool isForTls() const { return m_isForTls; } //!< the target is an absolute https address
    [[nodiscard]] bool isSecure() const { return m_isSecure; } //!< the client sent the request over TLS

private:
    friend class RequestBuilder;

    struct Range
    {
        quint16 offset = 0;
        quint16 length = 0;
    };
    struct Field
    {
        Range name;
        Range value;
    };

    [[nodiscard]] QByteArrayView view(Range range) const { return QByteArrayView(m_head).sliced(range.offset, range.length); }

    QByteArray m_head; //!< method, target and fields; all ranges are offsets into it
    QByteArray m_body;
    QVarLengthArray<Field, 20> m_fields;
    Range m_method;
    Range m_path;
    Range m_query;
    Range m_host;
    int m_minorVersion = 1;
    bool m_keepAlive = true;
    bool m_expectsContinue = false;
    bool m_isSecure = false;
    bool m_isForTls = false;
    bool m_isWellEncoded = true;
};

} // namespace pushlab::http
