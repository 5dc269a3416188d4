// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/httpclient.h"

namespace pushlab::compare {

//! Asks, waits for the interval after the answer, and asks again.
class PollingClient final : public HttpClient
{
public:
    using HttpClient::HttpClient;

private:
    [[nodiscard]] QByteArray buildRequest() const override { return buildMessagesRequest("0"); }
    Digest parseResponse(const QByteArray &body) override { return parseBatch(body); }
    [[nodiscard]] std::chrono::milliseconds pause() const override { return m_context.options.pollInterval; }
};

} // namespace pushlab::compare
