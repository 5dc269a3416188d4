// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace pushlab::admission {

//! Tokens that the host can tell from forged ones without keeping a list: random bytes and their signature. A plain class;
//! server's thread.
class TokenIssuer
{
public:
    enum class Kind : quint8 {
        Visitor, //!< tells clients apart that have yet to show a PIN
        ExpectedVisitor, //!< as Visitor, and has a try of its own
        Member,
        Teacher,
    };

    static constexpr qsizetype tokenLength = 43; //!< characters, none of which needs an escape anywhere

    TokenIssuer();

    [[nodiscard]] QByteArray issue(Kind kind) const; //!< tokenLength characters of base64url
    [[nodiscard]] bool isValid(QByteArrayView token, Kind kind) const;
    //! From now on those of that kind that were issued before are not valid.
    void revoke(Kind kind) { ++m_editions[size_t(kind)]; }

private:
    [[nodiscard]] QByteArray signature(QByteArrayView random, Kind kind) const;

    QByteArray m_secret;
    std::array<quint32, 4> m_editions{};
};

} // namespace pushlab::admission
