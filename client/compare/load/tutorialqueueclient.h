// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/httpclient.h"

namespace pushlab::compare {

//! Long polling as the tutorials do it: loads a page, which opens a queue, then receives one message per answer.
class TutorialQueueClient final : public HttpClient
{
public:
    using HttpClient::HttpClient;

    void prepare(std::function<void(bool)> done) override;

private:
    [[nodiscard]] QByteArray buildRequest() const override;
    Digest parseResponse(const QByteArray &body) override;
    [[nodiscard]] QByteArray withQueue(QByteArrayView path) const;

    Traffic m_page; // bytes of loading the page, which is no request for messages
};

} // namespace pushlab::compare
