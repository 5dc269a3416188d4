// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"
#include "tests/support/httpanswer.h"
#include "tests/support/rawclient.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace pushlab::tests {

//! A real host on a free port of 127.0.0.1, with helpers for common requests. It ends with this object.
class TestHost final
{
public:
    //! Address and port of \a options are ignored. Waits until the host listens or has failed.
    explicit TestHost(server::HostOptions options = {});

    [[nodiscard]] quint16 port() const { return m_host.port(); } //!< 0 when it did not start
    [[nodiscard]] server::Host &host() { return m_host; }

    //! Changes the class settings, as the window does.
    void change(const std::function<void(protocol::ClassSettings &settings)> &edit);

    //! Send a request on a connection of its own, by TLS if the host uses it; status 0 when there is no answer.
    [[nodiscard]] HttpAnswer get(const QByteArray &target, const QByteArray &fields = {}) const;
    [[nodiscard]] HttpAnswer head(const QByteArray &target) const;
    [[nodiscard]] HttpAnswer postForm(const QByteArray &target, const QByteArray &body) const;
    [[nodiscard]] HttpAnswer postJson(const QByteArray &target, const QJsonObject &body, const QByteArray &fields = {}) const;

    //! The room's log from the API, without `now`, which changes: for comparing two states.
    [[nodiscard]] QJsonObject log(const QByteArray &room = "lobby") const;
    //! The texts in the room's log.
    [[nodiscard]] QStringList texts(const QByteArray &room = "lobby") const;
    //! Appends a message through the API and returns its number; 0 when it was refused.
    qint64 append(const QByteArray &text, const QByteArray &room = "lobby") const;

private:
    [[nodiscard]] HttpAnswer exchange(const QByteArray &request, bool toHead = false) const;

    server::Host m_host;
};

} // namespace pushlab::tests
