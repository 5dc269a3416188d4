// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/tls/tlsstream.h"

#include "server/io/socket/streamdescriptor.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

namespace pushlab::io {

TlsStream::~TlsStream()
{
    SSL_free(m_ssl);
}

//! A BIO for sockets of our own: OpenSSL's would raise SIGPIPE.
BIO_METHOD *TlsStream::method()
{
    static BIO_METHOD *const shared = [] {
        BIO_METHOD *const made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "PushLab's descriptor");
        BIO_meth_set_read(made, &TlsStream::bioRead);
        BIO_meth_set_write(made, &TlsStream::bioWrite);
        BIO_meth_set_ctrl(made, &TlsStream::bioControl);
        return made;
    }();
    return shared;
}

int TlsStream::bioRead(BIO *bio, char *data, int size)
{
    auto *const stream = static_cast<TlsStream *>(BIO_get_data(bio));
    BIO_clear_retry_flags(bio);
    const qint64 received = receiveSome(stream->m_descriptor, data, size);
    if (received > 0)
        stream->m_bytesIn += received;
    else if (received == nothingNow)
        BIO_set_retry_read(bio);
    stream->m_isAtEnd = received == 0;
    return received >= 0 ? int(received) : -1;
}

int TlsStream::bioWrite(BIO *bio, const char *data, int size)
{
    auto *const stream = static_cast<TlsStream *>(BIO_get_data(bio));
    BIO_clear_retry_flags(bio);
    const qint64 sent = sendSome(stream->m_descriptor, data, size);
    if (sent > 0)
        stream->m_bytesOut += sent;
    else if (sent == nothingNow)
        BIO_set_retry_write(bio);
    return sent > 0 ? int(sent) : -1;
}

long TlsStream::bioControl(BIO *bio, int command, long, void *)
{
    if (command == BIO_CTRL_EOF)
        return static_cast<TlsStream *>(BIO_get_data(bio))->m_isAtEnd;
    return command == BIO_CTRL_FLUSH; // nothing is kept back
}

bool TlsStream::begin(const TlsContext &context)
{
    SSL *const ssl = SSL_new(context.handle());
    BIO *const bio = ssl ? BIO_new(method()) : nullptr;
    if (!bio) {
        SSL_free(ssl);
        ERR_clear_error();
        return false;
    }
    BIO_set_data(bio, this);
    BIO_set_init(bio, 1);
    SSL_set_bio(ssl, bio, bio);
    SSL_set_accept_state(ssl);
    m_ssl = ssl;
    return true;
}

TlsStream::Result TlsStream::resultOf(int returned) const
{
    switch (SSL_get_error(m_ssl, returned)) {
    case SSL_ERROR_NONE:
        return Result::Done;
    case SSL_ERROR_WANT_READ:
        return Result::WantsRead;
    case SSL_ERROR_WANT_WRITE:
        return Result::WantsWrite;
    case SSL_ERROR_ZERO_RETURN:
        return Result::Ended;
    default:
        ERR_clear_error();
        return Result::Failed;
    }
}

TlsStream::Result TlsStream::shakeHands()
{
    ERR_clear_error();
    return resultOf(SSL_do_handshake(m_ssl));
}

TlsStream::Result TlsStream::read(char *data, qint64 size, qint64 &count)
{
    count = 0;
    if (!m_ssl) {
        const qint64 received = receiveSome(m_descriptor, data, size);
        if (received <= 0)
            return received == 0 ? Result::Ended : received == nothingNow ? Result::WantsRead : Result::Failed;
        m_bytesIn += received;
        count = received;
        return Result::Done;
    }
    ERR_clear_error();
    size_t got = 0;
    const int returned = SSL_read_ex(m_ssl, data, size_t(size), &got);
    count = qint64(got);
    return resultOf(returned);
}

TlsStream::Result TlsStream::write(const char *data, qint64 size, qint64 &count)
{
    count = 0;
    if (!m_ssl) {
        const qint64 sent = sendSome(m_descriptor, data, size);
        if (sent <= 0)
            return sent == nothingNow ? Result::WantsWrite : Result::Failed;
        m_bytesOut += sent;
        count = sent;
        return Result::Done;
    }
    ERR_clear_error();
    size_t taken = 0;
    const int returned = SSL_write_ex(m_ssl, data, size_t(size), &taken);
    count = qint64(taken);
    return resultOf(returned);
}

TlsStream::Result TlsStream::end()
{
    if (!m_ssl)
        return Result::Done;
    ERR_clear_error();
    const int returned = SSL_shutdown(m_ssl);
    return returned >= 0 ? Result::Done : resultOf(returned); // 0: our end was sent, the peer's has not come yet
}

bool TlsStream::holdsInput() const
{
    return m_ssl && SSL_has_pending(m_ssl);
}

} // namespace pushlab::io
