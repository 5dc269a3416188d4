// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/joining.h"

#include "tests/support/rawclient.h"

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;

server::HostOptions withPin(bool limitLoopback)
{
    server::HostOptions options;
    options.pin = u"739152"_s;
    options.teacherKey = "the-key-of-this-test-1";
    options.limitLoopback = limitLoopback;
    return options;
}

QByteArray cookieOf(const HttpAnswer &answer, const QByteArray &name)
{
    for (const auto &[field, value] : answer.fields) {
        if (field == "set-cookie" && value.startsWith(name))
            return "Cookie: " + value.first(value.indexOf(';')) + "\r\n";
    }
    return {};
}

HttpAnswer post(const TestHost &host, const QByteArray &target, const QByteArray &body, const QByteArray &fields)
{
    RawClient client(host.port());
    client.send(postRequest(host.port(), target, body, "application/json", fields));
    return client.readAnswer().value_or(HttpAnswer());
}

HttpAnswer tryPin(const TestHost &host, const QByteArray &pin, const QByteArray &fields)
{
    return post(host, "/api/join", "{\"pin\":\"" + pin + "\",\"name\":\"Anna\"}", fields);
}

} // namespace pushlab::tests
