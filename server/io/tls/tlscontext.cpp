// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/tls/tlscontext.h"

#include <QByteArrayView>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <algorithm>

namespace pushlab::io {

using namespace Qt::Literals::StringLiterals;

namespace {

using BioPointer = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

BioPointer reading(const QByteArray &text)
{
    return {BIO_new_mem_buf(text.constData(), int(text.size())), &BIO_free_all};
}

bool useChain(SSL_CTX *context, const QByteArray &chain)
{
    const BioPointer bio = reading(chain);
    X509 *const own = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr);
    const bool isUsed = own && SSL_CTX_use_certificate(context, own) == 1;
    X509_free(own);
    if (!isUsed)
        return false;
    while (X509 *const next = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)) {
        if (SSL_CTX_add0_chain_cert(context, next) != 1) {
            X509_free(next);
            return false;
        }
    }
    ERR_clear_error(); // the error only says that the text has ended
    return true;
}

bool useKey(SSL_CTX *context, const QByteArray &key)
{
    EVP_PKEY *const own = PEM_read_bio_PrivateKey(reading(key).get(), nullptr, nullptr, const_cast<char *>(""));
    const bool isUsed = own && SSL_CTX_use_PrivateKey(context, own) == 1;
    EVP_PKEY_free(own);
    return isUsed;
}

//! RFC 7301: chooses HTTP/1.1 when it is offered, otherwise nothing.
int chooseProtocol(SSL *, const unsigned char **chosen, unsigned char *size, const unsigned char *offered, unsigned offeredSize,
                   void *)
{
    constexpr QByteArrayView wanted = "http/1.1";
    for (unsigned at = 0; at < offeredSize; at += 1 + offered[at]) {
        const QByteArrayView name(offered + at + 1, std::min<qsizetype>(offered[at], offeredSize - at - 1));
        if (name == wanted) {
            *chosen = offered + at + 1;
            *size = offered[at];
            return SSL_TLSEXT_ERR_OK;
        }
    }
    return SSL_TLSEXT_ERR_NOACK;
}

void tune(SSL_CTX *context)
{
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    // RFC 9325 4.2: of TLS 1.2 only the ciphers with forward secrecy and authenticated encryption.
    SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20");
    // HTTP messages have their own end: a peer that disconnects without close_notify is treated as one that sends it.
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_IGNORE_UNEXPECTED_EOF);
    // An idle connection keeps no buffers: 34 KB less each.
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_read_ahead(context, 1);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF); // session tickets work without a cache
    SSL_CTX_set_alpn_select_cb(context, &chooseProtocol, nullptr);
}

} // namespace

std::variant<std::shared_ptr<const TlsContext>, QString> TlsContext::make(const QByteArray &chain, const QByteArray &key)
{
    ERR_clear_error();
    SSL_CTX *const handle = SSL_CTX_new(TLS_server_method());
    if (handle) {
        const std::shared_ptr<const TlsContext> context(new TlsContext(handle));
        tune(handle);
        if (useChain(handle, chain) && useKey(handle, key) && SSL_CTX_check_private_key(handle) == 1)
            return context;
    }
    const char *const reason = ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    return QString(
        u"OpenSSL refuses the certificate or its key: %1"_s.arg(QString::fromLatin1(reason ? reason : "it does not say why")));
}

TlsContext::~TlsContext()
{
    SSL_CTX_free(m_context);
}

} // namespace pushlab::io
