// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace pushlab::app {

//! A host as somebody types it or pastes it from a browser.
struct JoinAddress
{
    QUrl host; //!< http://ADDRESS:PORT or https://ADDRESS:PORT
    QString pin; //!< behind the #, or in the query; empty when there is none
    QString room; //!< from the address of a class or of a room's page; empty when it names none
};

//! Reads "192.168.1.20", "192.168.1.20:8000", "host.local:8000", "http://192.168.1.20:8000/?room=physics",
//! "http://192.168.1.20:8000/web/lobby/", the same with https, ws and wss. Without a scheme the port is 8000 unless given. Nothing when it is no address of a host.
[[nodiscard]] std::optional<JoinAddress> parseJoinAddress(const QString &typed);

//! What is wrong with an address that parseJoinAddress() does not take, as a sentence in English.
[[nodiscard]] QString joinAddressFault(const QString &typed);

} // namespace pushlab::app
