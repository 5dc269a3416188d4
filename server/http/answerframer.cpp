// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/answerframer.h"

#include "server/base/coarseclock.h"

#include <QDateTime>
#include <QLocale>

namespace pushlab::http {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Whether both are certainly the same answer: bodies are compared by address, not by content.
bool isSame(const Response &one, const Response &other)
{
    return one.body.isSharedWith(other.body) && one.status == other.status && one.close == other.close
        && one.contentType == other.contentType && one.fields == other.fields && one.cacheControl == other.cacheControl;
}

} // namespace

// RFC 9110 6.6.1: IMF-fixdate, made once a second.
void AnswerFramer::renewDate()
{
    const auto now = base::coarseNow();
    if (now < m_dateUntil)
        return;
    const QDateTime utc = QDateTime::currentDateTimeUtc();
    m_date = QLocale::c().toString(utc, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
    m_dateUntil = now + std::chrono::milliseconds(1000 - utc.time().msec());
}

QByteArray AnswerFramer::frame(const Response &response, const Framing &framing)
{
    renewDate();
    if (response.body.isDetached())
        return http::frame(response, framing, m_date); // the body is not shared
    if (!m_framed.date.isSharedWith(m_date) || m_framed.framing != framing || !isSame(m_framed.response, response))
        m_framed = {response, framing, m_date, http::frame(response, framing, m_date)};
    return m_framed.bytes;
}

} // namespace pushlab::http
