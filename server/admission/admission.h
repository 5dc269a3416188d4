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

//! Lets in clients that have shown the class's PIN, if there is one, and the teacher by the key. Keeps no list of those
//! it let in: they have tokens. A plain class; server's thread.
class Admission
{
public:
    struct Rules
    {
        QByteArray pin; //!< empty: none is needed
        QByteArray teacherKey;
        double messageRate = 10; //!< messages a second from one sender; 0: any number
        bool limitLoopback = false; //!< tries and messages are counted for this machine, too
    };

    //! \a clock must outlive it.
    Admission(const base::Clock &clock, Rules rules);

    //! Another PIN, or none: whoever came in by the former has to show it.
    void setPin(const QByteArray &pin);
    [[nodiscard]] bool needsPin() const { return !m_rules.pin.isEmpty(); }

    //! The answer to a request that lacks the PIN; nothing when it has it, needs none or is the teacher's.
    [[nodiscard]] std::optional<http::Response> refuseMember(const http::Request &request) const;
    //! The answer to a request that lacks the teacher's key; nothing when it has it. A wrong one counts.
    [[nodiscard]] std::optional<http::Response> refuseTeacher(const http::Request &request, const QHostAddress &peer);
    //! By its key or by the token that it was given for it.
    [[nodiscard]] bool isTeacher(const http::Request &request) const;

    //! Who sends a message.
    struct Sender
    {
        QByteArray key; //!< of the member; all of an address who have no name of their own have one
        QStringView address; //!< as a peer's is written out
        bool isShared = false; //!< it is the key of all of an address
        quint64 connection = 0; //!< that tells them apart; 0: nothing does
    };
    //! A large lecture behind one address, each of whom may send as much as a member.
    static constexpr int sendersPerAddress = AttemptLimiter::expectedPerAddress;

    //! Whether \a sender may send one message more now, and takes it off what it may.
    [[nodiscard]] bool maySend(const Sender &sender);
    //! How long a sender that may not should wait.
    [[nodiscard]] std::chrono::milliseconds retryAfter() const { return m_rate.pause(); }

    //! Gives a token for the right \a secret, as JSON and as cookie; or says what is wrong.
    [[nodiscard]] http::Response enter(const http::Request &request, const QHostAddress &peer, TokenIssuer::Kind kind,
                                       const QByteArray &secret);

    //! The field line that gives a client without one a mark of its own, so that its tries are counted apart.
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
    RateLimit m_addressRate; //!< of those who share a key
};

} // namespace pushlab::admission
