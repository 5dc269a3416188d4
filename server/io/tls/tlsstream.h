// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/io/tls/tlscontext.h"

struct bio_method_st;
struct bio_st;
struct ssl_st;

namespace pushlab::io {

//! One end of a TLS connection over a non-blocking descriptor, which it does not own. Before begin() it passes bytes on
//! unchanged. A plain class.
class TlsStream final
{
    Q_DISABLE_COPY_MOVE(TlsStream)

public:
    enum class Result : quint8 {
        Done,
        WantsRead, //!< call again when the descriptor is readable
        WantsWrite, //!< call again, with the same bytes, when the descriptor is writable
        Ended, //!< the peer sends no more
        Failed, //!< for good
    };

    explicit TlsStream(int descriptor) : m_descriptor(descriptor) {}
    ~TlsStream();

    //! Starts TLS as the server; returns false when memory has run out.
    [[nodiscard]] bool begin(const TlsContext &context);

    [[nodiscard]] Result shakeHands();
    //! Reads at most one record of 16 KiB; \a count is set to the number of bytes.
    [[nodiscard]] Result read(char *data, qint64 size, qint64 &count);
    [[nodiscard]] Result write(const char *data, qint64 size, qint64 &count);
    //! Tells the peer that nothing follows.
    [[nodiscard]] Result end();

    //! The number of bytes that have passed the descriptor.
    [[nodiscard]] qint64 bytesIn() const { return m_bytesIn; }
    [[nodiscard]] qint64 bytesOut() const { return m_bytesOut; }
    //! Whether bytes have come in that read() has not returned yet, such as a part of a record.
    [[nodiscard]] bool holdsInput() const;

private:
    [[nodiscard]] Result resultOf(int returned) const;
    [[nodiscard]] static bio_method_st *method();
    static int bioRead(bio_st *bio, char *data, int size);
    static int bioWrite(bio_st *bio, const char *data, int size);
    static long bioControl(bio_st *bio, int command, long number, void *pointer);

    const int m_descriptor;
    ssl_st *m_ssl = nullptr;
    qint64 m_bytesIn = 0;
    qint64 m_bytesOut = 0;
    bool m_isAtEnd = false; //!< the descriptor has reached its end
};

} // namespace pushlab::io
