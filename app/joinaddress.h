// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace pushlab::app {

//! The address of a host, as typed or pasted from a browser.
struct JoinAddress
{
    QUrl host; //!< http://ADDRESS:PORT or https://ADDRESS:PORT
    QString pin; //!< from the fragment or the query; empty when there is none
    QString room; //!< from the address of a class or of a room's page; empty when there is none
};

//! Parses "192.168.1.20", "192.168.1.20:8000", "host.local:8000", "http://192.168.1.20:8000/?room=physics",
//! "http://192.168.1.20:8000/web/lobby/", also with https, ws and wss. Without a scheme the default port is 8000. Returns nullopt
//! when \a typed is no such address.
[[nodiscard]] std::optional<JoinAddress> parseJoinAddress(const QString &typed);

//! What is wrong with an address that parseJoinAddress() refuses, as a sentence in English.
[[nodiscard]] QString joinAddressFault(const QString &typed);

} // namespace pushlab::app
