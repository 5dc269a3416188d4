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

std::variant<CertificatePointer, QString> readCertificate(const Pem &pem)
{
    if (!pem.text.contains("-----BEGIN CERTIFICATE-----"))
        return QString(u"%1 holds no certificate in PEM form; make one of a DER file with: openssl x509 -inform der -in FILE -out FILE.pem."_s
                           .arg(pem.name));
    CertificatePointer certificate(PEM_read_bio_X509(reading(pem.text).get(), nullptr, nullptr, nullptr));
    if (!certificate)
        return QString(u"The certificate in %1 is damaged; copy or make it anew."_s.arg(pem.name));
    return certificate;
}

std::variant<KeyPointer, QString> readKey(const Pem &pem)
{
    bool wasAsked = false;
    KeyPointer key(PEM_read_bio_PrivateKey(reading(pem.text).get(), nullptr, &refusePassword, &wasAsked));
    if (key)
        return key;
    if (wasAsked)
        return QString(u"The private key in %1 is encrypted; decrypt it with: openssl pkey -in FILE -out FILE.key."_s.arg(pem.name));
    if (!pem.text.contains("PRIVATE KEY-----"))
        return QString(u"%1 holds no private key in PEM form; give the key's file with --tls-key."_s.arg(pem.name));
    return QString(u"The private key in %1 is damaged or of a kind that is not known; copy or make it anew."_s.arg(pem.name));
}

QString warningOf(const X509 *certificate)
{
    if (X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0)
        return u"The certificate has expired; browsers will warn of it."_s;
    if (X509_cmp_current_time(X509_get0_notBefore(certificate)) > 0)
        return u"The certificate is not valid yet; is this computer's clock right? Browsers will warn of it."_s;
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

std::variant<QByteArray, QString> readFile(const QString &name)
{
    if (name.isEmpty())
        return u"The certificate's or key's file has no name."_s;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return QString(u"Cannot read %1: %2."_s.arg(name, file.errorString()));
    const QByteArray bytes = file.read(maxFileBytes + 1);
    if (file.error() != QFile::NoError)
        return QString(u"Cannot read %1: %2."_s.arg(name, file.errorString()));
    if (bytes.size() > maxFileBytes)
        return QString(u"%1 is too large to be a certificate or a key."_s.arg(name));
    return bytes;
}

} // namespace

TlsIdentityOrError readTlsIdentity(const Pem &certificate, const Pem &key)
{
    const auto readCertificateResult = readCertificate(certificate);
    const auto readKeyResult = readKey(key);
    ERR_clear_error();
    if (const auto *const error = std::get_if<QString>(&readCertificateResult))
        return *error;
    if (const auto *const error = std::get_if<QString>(&readKeyResult))
        return *error;
    X509 *const own = std::get<CertificatePointer>(readCertificateResult).get();
    EVP_PKEY *const privateKey = std::get<KeyPointer>(readKeyResult).get();
    const bool belongs = X509_check_private_key(own, privateKey) == 1;
    ERR_clear_error();
    if (!belongs)
        return QString(u"The private key in %1 does not belong to the certificate in %2."_s.arg(key.name, certificate.name));
    if (EVP_PKEY_get_security_bits(privateKey) < leastSecurityBits)
        return QString(u"The private key in %1 is too short to be safe; use RSA with 2048 bits or more, or EC P-256."_s.arg(key.name));
    return TlsIdentity{certificate.text, key.text, fingerprintOf(own), warningOf(own)};
}

TlsIdentityOrError loadTlsIdentity(const QString &certificateFile, const QString &keyFile)
{
    const auto certificate = readFile(certificateFile);
    if (const auto *const error = std::get_if<QString>(&certificate))
        return *error;
    const auto key = readFile(keyFile);
    if (const auto *const error = std::get_if<QString>(&key))
        return *error;
    return readTlsIdentity({certificateFile, std::get<QByteArray>(certificate)}, {keyFile, std::get<QByteArray>(key)});
}

} // namespace pushlab::tls
