// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace pushlab::admission {

//! Issues tokens that the host can verify without keeping a list of them: random bytes and their signature. A plain class;
//! server's thread.
class TokenIssuer
{
public:
    enum class Kind : quint8 {
        Visitor, //!< distinguishes clients that have not shown a PIN yet
        ExpectedVisitor, //!< as Visitor, of an expected client, see AttemptLimiter
        Member,
        Teacher,
    };

    static constexpr qsizetype tokenLength = 43; //!< characters, none of which needs an escape anywhere

    TokenIssuer();

    [[nodiscard]] QByteArray issue(Kind kind) const; //!< tokenLength characters of base64url
    [[nodiscard]] bool isValid(QByteArrayView token, Kind kind) const;
    //! Invalidates all tokens of that kind that were issued so far.
    void revoke(Kind kind) { ++m_editions[size_t(kind)]; }

private:
    [[nodiscard]] QByteArray signature(QByteArrayView random, Kind kind) const;

    QByteArray m_secret;
    std::array<quint32, 4> m_editions{};
};

} // namespace pushlab::admission
