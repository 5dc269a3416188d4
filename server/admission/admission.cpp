// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/admission.h"

#include "server/admission/credentials.h"
#include "server/admission/secret.h"
#include "server/http/request.h"

namespace pushlab::admission {

using http::Request;
using http::Response;
using Kind = TokenIssuer::Kind;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray visitorCookie = "pushlab-visitor"_ba;
const QByteArray memberCookie = "pushlab-pass"_ba;
const QByteArray teacherCookie = "pushlab-teacher"_ba;

//! As QHostAddress::isLoopback(), but for an address as text: this runs for each message.
bool isLoopback(QStringView address)
{
    return address.startsWith(u"127.") || address == u"::1";
}

Response twoTokens()
{
    return Response::error(400, "two-tokens", "Send one token: in Authorization or as token=, not both.");
}

} // namespace

Admission::Admission(const base::Clock &clock, Rules rules)
    : m_rules(std::move(rules))
    , m_pinTries(clock)
    , m_keyTries(clock)
    , m_rate(clock, m_rules.messageRate)
    , m_addressRate(clock, sendersPerAddress * m_rules.messageRate)
{
}

void Admission::setPin(const QByteArray &pin)
{
    if (pin == m_rules.pin)
        return;
    m_rules.pin = pin;
    m_tokens.revoke(Kind::Member);
}

std::optional<Response> Admission::refuseMember(const Request &request) const
{
    if (!needsPin())
        return std::nullopt;
    const Credentials credentials = readCredentials(request);
    if (credentials.isAmbiguous)
        return twoTokens();
    const QByteArray token = credentials.token.isEmpty() ? readCookie(request, memberCookie) : credentials.token;
    if (m_tokens.isValid(token, Kind::Member) || isTeacher(request))
        return std::nullopt;
    if (token.isEmpty())
        return Response::error(403, "pin-needed", "This class needs a PIN: open / in a browser, or POST it to /api/join.");
    return Response::error(403, "bad-token", "This token is not valid, or no longer: POST the class's PIN to /api/join.");
}

std::optional<Response> Admission::refuseTeacher(const Request &request, const QHostAddress &peer)
{
    const Credentials credentials = readCredentials(request);
    if (credentials.isAmbiguous)
        return twoTokens();
    const bool isGuess = !credentials.token.isEmpty() && !m_tokens.isValid(credentials.token, Kind::Member);
    const AttemptLimiter::Client client = visitor(request);
    if (isGuess) {
        if (auto tooMany = tooManyTries(m_keyTries, client, peer))
            return tooMany;
    }
    if (isTeacher(request))
        return std::nullopt;
    if (isGuess && isCounted(peer))
        m_keyTries.countWrong(client, peer);
    return Response::error(403, "key-needed", "This is the teacher's: it needs the key that the host shows at its start.");
}

bool Admission::isTeacher(const Request &request) const
{
    const Credentials credentials = readCredentials(request);
    if (credentials.isAmbiguous)
        return false;
    if (!credentials.token.isEmpty())
        return isTeachersToken(credentials.token);
    const QByteArray cookie = readCookie(request, teacherCookie);
    return !cookie.isEmpty() && m_tokens.isValid(cookie, Kind::Teacher);
}

bool Admission::isTeachersToken(const QByteArray &token) const
{
    return isSameSecret(token, m_rules.teacherKey) || m_tokens.isValid(token, Kind::Teacher);
}

bool Admission::maySend(const Sender &sender)
{
    if (m_rules.messageRate <= 0 || (!m_rules.limitLoopback && isLoopback(sender.address)))
        return true;
    if (!sender.isShared)
        return m_rate.take(sender.key);
    const bool isWithinOwn = sender.connection == 0 || m_rate.take("c:" + QByteArray::number(sender.connection));
    return isWithinOwn && m_addressRate.take(sender.key);
}

Response Admission::enter(const Request &request, const QHostAddress &peer, Kind kind, const QByteArray &secret)
{
    const bool isTeachers = kind == Kind::Teacher;
    AttemptLimiter &tries = isTeachers ? m_keyTries : m_pinTries;
    const AttemptLimiter::Client client = visitor(request);
    if (auto tooMany = tooManyTries(tries, client, peer)) {
        tooMany->fields += markVisitor(request, peer);
        return *std::move(tooMany);
    }
    const bool isRight = isTeachers ? isSameSecret(secret, m_rules.teacherKey) : !needsPin() || isSameSecret(secret, m_rules.pin);
    if (!isRight) {
        if (isCounted(peer))
            tries.countWrong(client, peer);
        Response wrong = isTeachers ? Response::error(403, "wrong-key", "This is not the teacher's key of this host.")
                                    : Response::error(403, "wrong-pin", "This is not the PIN of this class; look at it once more.");
        wrong.fields = markVisitor(request, peer);
        return wrong;
    }
    tries.admit(client, peer);
    const QByteArray token = m_tokens.issue(kind);
    Response response = Response::json("{\"token\":\"" + token + "\"}");
    response.fields = setCookie(request, isTeachers ? teacherCookie : memberCookie, token);
    return response;
}

QByteArray Admission::markVisitor(const Request &request, const QHostAddress &peer)
{
    if (!visitor(request).mark.isEmpty())
        return {};
    const Kind kind = m_pinTries.expect(peer) ? Kind::ExpectedVisitor : Kind::Visitor;
    return setCookie(request, visitorCookie, m_tokens.issue(kind));
}

std::optional<Response> Admission::tooManyTries(const AttemptLimiter &tries, const AttemptLimiter::Client &client,
                                                const QHostAddress &peer) const
{
    const std::chrono::seconds wait = isCounted(peer) ? tries.wait(client, peer) : std::chrono::seconds(0);
    if (wait.count() == 0)
        return std::nullopt;
    const QByteArray seconds = QByteArray::number(qint64(wait.count()));
    Response response = Response::error(429, "too-many-tries", "Too many wrong tries; wait " + seconds + " s.");
    response.fields = "Retry-After: " + seconds + "\r\n";
    return response;
}

//! The client of \a request, by a mark that this host issued; forged marks are ignored.
AttemptLimiter::Client Admission::visitor(const Request &request) const
{
    const QByteArray cookie = readCookie(request, visitorCookie);
    if (cookie.isEmpty())
        return {};
    const bool isExpected = m_tokens.isValid(cookie, Kind::ExpectedVisitor);
    return isExpected || m_tokens.isValid(cookie, Kind::Visitor) ? AttemptLimiter::Client{cookie, isExpected}
                                                                 : AttemptLimiter::Client();
}

} // namespace pushlab::admission
