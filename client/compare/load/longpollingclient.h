// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/httpclient.h"

namespace pushlab::compare {

//! Asks again after each answer; the host holds the request until there is a message.
class LongPollingClient final : public HttpClient
{
public:
    using HttpClient::HttpClient;

private:
    [[nodiscard]] QByteArray buildRequest() const override
    {
        return buildMessagesRequest(QByteArray::number(double(m_context.options.hold.count()) / 1000));
    }
    Digest parseResponse(const QByteArray &body) override { return parseBatch(body); }
};

} // namespace pushlab::compare
