// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace pushlab::tls {

//! Why a certificate or its key cannot be used. A value; app::tlsFaultText() has people's words.
struct TlsFault
{
    enum class Kind : quint8 {
        NoName, //!< of a file
        CannotRead, //!< detail: why
        TooLarge, //!< for a certificate or a key
        NoCertificate, //!< none in PEM form
        DamagedCertificate,
        NoKey, //!< none in PEM form
        EncryptedKey,
        DamagedKey, //!< or of a kind that is not known
        ForeignKey, //!< detail: the certificate that it does not belong to
        ShortKey, //!< too short to be safe
        NoFolder, //!< the folder to keep one in cannot be made
        NotMade, //!< OpenSSL could not make one
        NotKept //!< detail: why
    };

    Kind kind = Kind::NotMade;
    QString file; //!< or folder; empty for NoName and NotMade
    QString detail;

    friend bool operator==(const TlsFault &, const TlsFault &) = default;
};

//! What is to be told of a certificate that is used. A value; app::tlsWarningText() has people's words.
struct TlsWarning
{
    enum class Kind : quint8 {
        Expired, //!< browsers will warn of it
        NotYetValid, //!< browsers will warn of it; the clock may be wrong
        EarlyMadeAnew, //!< the one of the last time was not valid yet
        UselessMadeAnew //!< the one of the last time could not be used; fault: why
    };

    Kind kind = Kind::Expired;
    std::optional<TlsFault> fault;

    friend bool operator==(const TlsWarning &, const TlsWarning &) = default;
};

} // namespace pushlab::tls
