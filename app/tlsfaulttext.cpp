// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tlsfaulttext.h"

#include <QCoreApplication>

namespace pushlab::app {

namespace {

//! Texts of this file.
struct TlsFaultWords
{
    Q_DECLARE_TR_FUNCTIONS(TlsFault)
};

} // namespace

QString tlsFaultText(const server::TlsFault &fault)
{
    using Kind = server::TlsFault::Kind;
    switch (fault.kind) {
    case Kind::NoName:
        return TlsFaultWords::tr("The certificate's or key's file has no name.");
    case Kind::CannotRead:
        return TlsFaultWords::tr("Cannot read %1: %2.").arg(fault.file, fault.detail);
    case Kind::TooLarge:
        return TlsFaultWords::tr("%1 is too large to be a certificate or a key.").arg(fault.file);
    case Kind::NoCertificate:
        return TlsFaultWords::tr(
                   "%1 holds no certificate in PEM form; make one of a DER file with: openssl x509 -inform der -in FILE -out FILE.pem.")
            .arg(fault.file);
    case Kind::DamagedCertificate:
        return TlsFaultWords::tr("The certificate in %1 is damaged; copy or make it anew.").arg(fault.file);
    case Kind::NoKey:
        return TlsFaultWords::tr("%1 holds no private key in PEM form; give the key's file with --tls-key.").arg(fault.file);
    case Kind::EncryptedKey:
        return TlsFaultWords::tr("The private key in %1 is encrypted; decrypt it with: openssl pkey -in FILE -out FILE.key.")
            .arg(fault.file);
    case Kind::DamagedKey:
        return TlsFaultWords::tr("The private key in %1 is damaged or of a kind that is not known; copy or make it anew.")
            .arg(fault.file);
    case Kind::ForeignKey:
        return TlsFaultWords::tr("The private key in %1 does not belong to the certificate in %2.").arg(fault.file, fault.detail);
    case Kind::ShortKey:
        return TlsFaultWords::tr("The private key in %1 is too short to be safe; use RSA with 2048 bits or more, or EC P-256.")
            .arg(fault.file);
    case Kind::NoFolder:
        return TlsFaultWords::tr("Cannot make the folder %1 for the certificate.").arg(fault.file);
    case Kind::NotMade:
        return TlsFaultWords::tr("OpenSSL could not make a certificate.");
    case Kind::NotKept:
        return TlsFaultWords::tr("Cannot keep the certificate in %1: %2.").arg(fault.file, fault.detail);
    }
    Q_UNREACHABLE();
}

QString tlsWarningText(const server::TlsWarning &warning)
{
    using Kind = server::TlsWarning::Kind;
    switch (warning.kind) {
    case Kind::Expired:
        return TlsFaultWords::tr("The certificate has expired; browsers will warn of it.");
    case Kind::NotYetValid:
        return TlsFaultWords::tr("The certificate is not valid yet; is this computer's clock right? Browsers will warn of it.");
    case Kind::EarlyMadeAnew:
        return TlsFaultWords::tr("The certificate of the last time is not valid yet, by this computer's clock, and was made anew.");
    case Kind::UselessMadeAnew:
        return TlsFaultWords::tr("The certificate of the last time is of no use and was made anew: %1")
            .arg(tlsFaultText(warning.fault.value_or(server::TlsFault())));
    }
    Q_UNREACHABLE();
}

} // namespace pushlab::app
