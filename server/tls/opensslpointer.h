// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace pushlab::tls {

template <auto free>
struct OpenSslDeleter
{
    template <typename Object>
    void operator()(Object *object) const
    {
        free(object);
    }
};

//! Owns an object of OpenSSL's that is released by \a free.
template <typename Object, auto free>
using OpenSslPointer = std::unique_ptr<Object, OpenSslDeleter<free>>;

using BioPointer = OpenSslPointer<BIO, &BIO_free_all>;
using CertificatePointer = OpenSslPointer<X509, &X509_free>;
using KeyPointer = OpenSslPointer<EVP_PKEY, &EVP_PKEY_free>;

} // namespace pushlab::tls
