// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/tls/tlsidentity.h"

#include "server/tls/opensslpointer.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace pushlab::tls {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 maxFileBytes = 1024 * 1024;
constexpr int leastSecurityBits = 112; // RSA of 2,048 bits; what OpenSSL asks for on Debian

BioPointer reading(const QByteArray &text)
{
    return BioPointer(BIO_new_mem_buf(text.constData(), int(text.size())));
}

//! Password callback that never asks at the terminal, but notes that a password would have been needed.
int refusePassword(char *, int, int, void *wasAsked)
{
    *static_cast<bool *>(wasAsked) = true;
    return -1;
}

std::variant<CertificatePointer, TlsFault> readCertificate(const Pem &pem)
{
    if (!pem.text.contains("-----BEGIN CERTIFICATE-----"))
        return TlsFault{TlsFault::Kind::NoCertificate, pem.name, {}};
    CertificatePointer certificate(PEM_read_bio_X509(reading(pem.text).get(), nullptr, nullptr, nullptr));
    if (!certificate)
        return TlsFault{TlsFault::Kind::DamagedCertificate, pem.name, {}};
    return certificate;
}

std::variant<KeyPointer, TlsFault> readKey(const Pem &pem)
{
    bool wasAsked = false;
    KeyPointer key(PEM_read_bio_PrivateKey(reading(pem.text).get(), nullptr, &refusePassword, &wasAsked));
    if (key)
        return key;
    if (wasAsked)
        return TlsFault{TlsFault::Kind::EncryptedKey, pem.name, {}};
    if (!pem.text.contains("PRIVATE KEY-----"))
        return TlsFault{TlsFault::Kind::NoKey, pem.name, {}};
    return TlsFault{TlsFault::Kind::DamagedKey, pem.name, {}};
}

std::optional<TlsWarning> warningOf(const X509 *certificate)
{
    if (X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0)
        return TlsWarning{TlsWarning::Kind::Expired, {}};
    if (X509_cmp_current_time(X509_get0_notBefore(certificate)) > 0)
        return TlsWarning{TlsWarning::Kind::NotYetValid, {}};
    return {};
}

QByteArray fingerprintOf(const X509 *certificate)
{
    QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned size = 0;
    X509_digest(certificate, EVP_sha256(), reinterpret_cast<unsigned char *>(digest.data()), &size);
    digest.resize(size);
    return digest;
}

std::variant<QByteArray, TlsFault> readFile(const QString &name)
{
    if (name.isEmpty())
        return TlsFault{TlsFault::Kind::NoName, {}, {}};
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return TlsFault{TlsFault::Kind::CannotRead, name, file.errorString()};
    const QByteArray bytes = file.read(maxFileBytes + 1);
    if (file.error() != QFile::NoError)
        return TlsFault{TlsFault::Kind::CannotRead, name, file.errorString()};
    if (bytes.size() > maxFileBytes)
        return TlsFault{TlsFault::Kind::TooLarge, name, {}};
    return bytes;
}

} // namespace

TlsIdentityOrFault readTlsIdentity(const Pem &certificate, const Pem &key)
{
    const auto readCertificateResult = readCertificate(certificate);
    const auto readKeyResult = readKey(key);
    ERR_clear_error();
    if (const auto *const fault = std::get_if<TlsFault>(&readCertificateResult))
        return *fault;
    if (const auto *const fault = std::get_if<TlsFault>(&readKeyResult))
        return *fault;
    X509 *const own = std::get<CertificatePointer>(readCertificateResult).get();
    EVP_PKEY *const privateKey = std::get<KeyPointer>(readKeyResult).get();
    const bool belongs = X509_check_private_key(own, privateKey) == 1;
    ERR_clear_error();
    if (!belongs)
        return TlsFault{TlsFault::Kind::ForeignKey, key.name, certificate.name};
    if (EVP_PKEY_get_security_bits(privateKey) < leastSecurityBits)
        return TlsFault{TlsFault::Kind::ShortKey, key.name, {}};
    return TlsIdentity{certificate.text, key.text, fingerprintOf(own), warningOf(own)};
}

TlsIdentityOrFault loadTlsIdentity(const QString &certificateFile, const QString &keyFile)
{
    const auto certificate = readFile(certificateFile);
    if (const auto *const fault = std::get_if<TlsFault>(&certificate))
        return *fault;
    const auto key = readFile(keyFile);
    if (const auto *const fault = std::get_if<TlsFault>(&key))
        return *fault;
    return readTlsIdentity({certificateFile, std::get<QByteArray>(certificate)}, {keyFile, std::get<QByteArray>(key)});
}

} // namespace pushlab::tls
