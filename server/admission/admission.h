// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admission/attemptlimiter.h"
#include "server/admission/ratelimit.h"
#include "server/admission/tokenissuer.h"
#include "server/base/clock.h"
#include "server/http/response.h"

#include <QByteArray>
#include <QHostAddress>

#include <optional>

namespace pushlab::http {
class Request;
}

namespace pushlab::admission {

//! Admits clients that have shown the class's PIN, if there is one, and the teacher by the key. Keeps no list of admitted
//! clients: they carry tokens. A plain class; server's thread.
class Admission
{
public:
    struct Rules
    {
        QByteArray pin; //!< empty: no PIN is needed
        QByteArray teacherKey;
        double messageRate = 10; //!< messages a second from one sender; 0: any number
        bool limitLoopback = false; //!< attempts and messages from this machine count, too
    };

    //! \a clock must outlive it.
    Admission(const base::Clock &clock, Rules rules);

    //! Sets another PIN, or none when empty: clients that were admitted by the former PIN have to show the new one.
    void setPin(const QByteArray &pin);
    [[nodiscard]] bool needsPin() const { return !m_rules.pin.isEmpty(); }

    //! The answer to a request that lacks the PIN; nothing when it has it, needs none or is the teacher's.
    [[nodiscard]] std::optional<http::Response> refuseMember(const http::Request &request) const;
    //! The answer to a request that lacks the teacher's key; nullopt when the request has it. A wrong key counts as an attempt.
    [[nodiscard]] std::optional<http::Response> refuseTeacher(const http::Request &request, const QHostAddress &peer);
    //! Whether the request carries the teacher's key, or the token that was given for it.
    [[nodiscard]] bool isTeacher(const http::Request &request) const;

    //! The sender of a message, as its rate is limited.
    struct Sender
    {
        QByteArray key; //!< the member's key; all clients of an address that have no name share one key
        QStringView address; //!< the peer's address, as it is written out
        bool isShared = false; //!< \a key is shared by all clients of an address
        quint64 connection = 0; //!< number of the connection, which distinguishes those that share a key; 0: unknown
    };
    //! The largest lecture expected behind one address; each of its clients may send as much as a single member.
    static constexpr int sendersPerAddress = AttemptLimiter::expectedPerAddress;

    //! Whether \a sender may send another message now; if so, counts it.
    [[nodiscard]] bool maySend(const Sender &sender);
    //! How long a refused sender should wait.
    [[nodiscard]] std::chrono::milliseconds retryAfter() const { return m_rate.pause(); }

    //! Answers a request that shows \a secret: with a token, as JSON and as a cookie, when it is right; otherwise with the error.
    [[nodiscard]] http::Response enter(const http::Request &request, const QHostAddress &peer, TokenIssuer::Kind kind,
                                       const QByteArray &secret);

    //! The field line that sets a visitor's mark, a cookie by which the attempts of a client without a token are counted
    //! separately; empty when none is needed.
    [[nodiscard]] QByteArray markVisitor(const http::Request &request, const QHostAddress &peer);

private:
    [[nodiscard]] bool isTeachersToken(const QByteArray &token) const;
    [[nodiscard]] std::optional<http::Response> tooManyTries(const AttemptLimiter &tries, const AttemptLimiter::Client &visitor,
                                                             const QHostAddress &peer) const;
    [[nodiscard]] bool isCounted(const QHostAddress &peer) const { return m_rules.limitLoopback || !peer.isLoopback(); }
    [[nodiscard]] AttemptLimiter::Client visitor(const http::Request &request) const;

    Rules m_rules;
    TokenIssuer m_tokens;
    AttemptLimiter m_pinTries;
    AttemptLimiter m_keyTries;
    RateLimit m_rate;
    RateLimit m_addressRate; //!< limits of those that share a key
};

} // namespace pushlab::admission
