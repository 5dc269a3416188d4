// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/tls/selfsigned.h"

#include "server/tls/opensslpointer.h"

#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

namespace pushlab::tls {

using namespace Qt::Literals::StringLiterals;

namespace {

using NamesPointer = OpenSslPointer<GENERAL_NAMES, &GENERAL_NAMES_free>;
using NumberPointer = OpenSslPointer<BIGNUM, &BN_free>;
using TimeValuePointer = OpenSslPointer<ASN1_TIME, &ASN1_TIME_free>;
using ExtensionPointer = OpenSslPointer<X509_EXTENSION, &X509_EXTENSION_free>;

constexpr int serialBits = 120; // RFC 5280 4.1.2.2: positive, 20 octets at most

void appendName(GENERAL_NAMES *list, int type, const QByteArray &value)
{
    GENERAL_NAME *const name = GENERAL_NAME_new();
    ASN1_STRING *const text = type == GEN_DNS ? ASN1_IA5STRING_new() : ASN1_OCTET_STRING_new();
    ASN1_STRING_set(text, value.constData(), int(value.size()));
    GENERAL_NAME_set0_value(name, type, text);
    sk_GENERAL_NAME_push(list, name);
}

QByteArray octetsOf(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 bits = address.toIPv4Address();
        return QByteArray().append(char(bits >> 24)).append(char(bits >> 16)).append(char(bits >> 8)).append(char(bits));
    }
    const Q_IPV6ADDR bits = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(bits.c), sizeof bits.c);
}

NamesPointer alternativeNames(const HostNames &names)
{
    NamesPointer list(GENERAL_NAMES_new());
    for (const QString &name : names.names.first(std::min(names.names.size(), maxCertifiedNames)))
        appendName(list.get(), GEN_DNS, name.toLatin1());
    for (const QHostAddress &address : names.addresses.first(std::min(names.addresses.size(), maxCertifiedNames)))
        appendName(list.get(), GEN_IPADD, octetsOf(address));
    return list;
}

bool addExtension(X509 *certificate, int id, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const ExtensionPointer extension(X509V3_EXT_conf_nid(nullptr, &context, id, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509 *certificate)
{
    const NumberPointer serial(BN_new());
    return BN_rand(serial.get(), serialBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1
        && BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate));
}

//! Sets both subject and issuer.
bool setSubject(X509 *certificate, const QString &hostName)
{
    X509_NAME *const name = X509_get_subject_name(certificate);
    const QByteArray common = QString(u"PushLab on "_s + hostName).left(64).toUtf8(); // RFC 5280 A.1: ub-common-name
    return X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(common.constData()), int(common.size()), -1, 0)
        == 1
        && X509_set_issuer_name(certificate, name) == 1;
}

bool setValidity(X509 *certificate, SystemTime now)
{
    std::time_t time = std::chrono::system_clock::to_time_t(now);
    const int lifeDays = int(std::chrono::duration_cast<std::chrono::days>(selfSignedLife).count());
    return X509_time_adj_ex(X509_getm_notBefore(certificate), -1, 0, &time) // begins a day early, because clocks differ
        && X509_time_adj_ex(X509_getm_notAfter(certificate), lifeDays - 1, 0, &time);
}

bool fill(X509 *certificate, EVP_PKEY *key, const HostNames &names, SystemTime now)
{
    return X509_set_version(certificate, X509_VERSION_3) == 1 && setSerial(certificate) && setValidity(certificate, now)
        && setSubject(certificate, names.names.value(0)) && X509_set_pubkey(certificate, key) == 1
        && addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(certificate, NID_ext_key_usage, "serverAuth")
        && addExtension(certificate, NID_subject_key_identifier, "hash")
        && X509_add1_ext_i2d(certificate, NID_subject_alt_name, alternativeNames(names).get(), 0, X509V3_ADD_DEFAULT) == 1
        && X509_sign(certificate, key, EVP_sha256()) > 0;
}

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

CertificatePointer certificateOf(const TlsIdentity &identity)
{
    const BioPointer bio(BIO_new_mem_buf(identity.chain.constData(), int(identity.chain.size())));
    return CertificatePointer(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

QHostAddress addressOf(const ASN1_OCTET_STRING *octets)
{
    const unsigned char *const data = ASN1_STRING_get0_data(octets);
    if (ASN1_STRING_length(octets) == 4)
        return QHostAddress(quint32(data[0]) << 24 | quint32(data[1]) << 16 | quint32(data[2]) << 8 | data[3]);
    return ASN1_STRING_length(octets) == 16 ? QHostAddress(data) : QHostAddress();
}

} // namespace

std::optional<TlsIdentity> makeSelfSigned(const HostNames &names, SystemTime now)
{
    const KeyPointer key(EVP_EC_gen("P-256"));
    const CertificatePointer certificate(X509_new());
    const BioPointer chain(BIO_new(BIO_s_mem()));
    const BioPointer secret(BIO_new(BIO_s_mem()));
    const bool isMade = key && certificate && chain && secret && fill(certificate.get(), key.get(), names, now)
        && PEM_write_bio_X509(chain.get(), certificate.get()) == 1
        && PEM_write_bio_PKCS8PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
    ERR_clear_error();
    if (!isMade)
        return std::nullopt;
    const TlsIdentityOrFault read = readTlsIdentity({u"the new certificate"_s, contentOf(chain.get())},
                                                    {u"the new key"_s, contentOf(secret.get())});
    const auto *const identity = std::get_if<TlsIdentity>(&read);
    return identity ? std::optional(*identity) : std::nullopt;
}

HostNames certifiedNames(const TlsIdentity &identity)
{
    HostNames names;
    const CertificatePointer certificate = certificateOf(identity);
    if (!certificate)
        return names;
    const NamesPointer list(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate.get(), NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; i < sk_GENERAL_NAME_num(list.get()); ++i) {
        const GENERAL_NAME *const name = sk_GENERAL_NAME_value(list.get(), i);
        if (name->type == GEN_DNS)
            names.names.append(QString::fromLatin1(reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName)),
                                                   ASN1_STRING_length(name->d.dNSName)));
        else if (name->type == GEN_IPADD)
            names.addresses.append(addressOf(name->d.iPAddress));
    }
    return names;
}

bool hasBegun(const TlsIdentity &identity, SystemTime now)
{
    const CertificatePointer certificate = certificateOf(identity);
    std::time_t time = std::chrono::system_clock::to_time_t(now);
    return certificate && X509_cmp_time(X509_get0_notBefore(certificate.get()), &time) < 0; // negative: not later; 0 is an error
}

std::chrono::hours remainingLife(const TlsIdentity &identity, SystemTime now)
{
    const CertificatePointer certificate = certificateOf(identity);
    const TimeValuePointer from(ASN1_TIME_set(nullptr, std::chrono::system_clock::to_time_t(now)));
    int days = 0;
    int seconds = 0;
    if (!certificate || ASN1_TIME_diff(&days, &seconds, from.get(), X509_get0_notAfter(certificate.get())) != 1)
        return std::chrono::hours(-1);
    return std::chrono::hours(days * 24 + seconds / 3600);
}

} // namespace pushlab::tls
