// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <variant>

struct ssl_ctx_st;

namespace pushlab::io {

//! What all TLS connections of a host share: certificate, key, versions, ciphers. Used in one thread.
class TlsContext final
{
    Q_DISABLE_COPY_MOVE(TlsContext)

public:
    //! \a certificate and \a key are in PEM form. Returns an error message when OpenSSL rejects them.
    [[nodiscard]] static std::variant<std::shared_ptr<const TlsContext>, QString> make(const QByteArray &chain,
                                                                                       const QByteArray &key);
    ~TlsContext();

    [[nodiscard]] ssl_ctx_st *handle() const { return m_context; }

private:
    explicit TlsContext(ssl_ctx_st *context) : m_context(context) {}

    ssl_ctx_st *m_context;
};

} // namespace pushlab::io
