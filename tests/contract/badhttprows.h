// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace pushlab::tests {

//! The state of the connection after the answer.
enum class After : quint8 {
    Stays, //!< stays open: a following request is answered on it
    Closes, //!< the answer says "Connection: close", and the host closes
    AsSaid //!< either; the host must do what its answer says
};

//! One HTTP request that must be refused.
struct BadHttpRow
{
    const char *section = nullptr; //!< of the RFC or the contract that forbids the request
    const char *name = nullptr;
    QByteArray bytes; //!< "{host}" stands for the address and port of the host
    QList<int> statuses; //!< the accepted status codes, several where the RFCs leave a choice
    After after = After::Closes;
    QByteArray mustCarry = {}; //!< "name: token" that the answer must contain
    QByteArray code = {}; //!< of the answer; checked unless empty
};

[[nodiscard]] QList<BadHttpRow> requestLineRows();
[[nodiscard]] QList<BadHttpRow> headerRows();
[[nodiscard]] QList<BadHttpRow> hostRows();
[[nodiscard]] QList<BadHttpRow> framingRows();
[[nodiscard]] QList<BadHttpRow> limitRows();
[[nodiscard]] QList<BadHttpRow> routeRows();
[[nodiscard]] QList<BadHttpRow> valueRows();
[[nodiscard]] QList<BadHttpRow> apiRows();
[[nodiscard]] QList<BadHttpRow> crossSiteRows();
[[nodiscard]] QList<BadHttpRow> handshakeRows();
[[nodiscard]] QList<BadHttpRow> allBadHttpRows();

//! "METHOD target HTTP/1.1" with the host's own Host and \a fields, each of which ends in CRLF; \a body as it is.
[[nodiscard]] QByteArray badRequest(const QByteArray &method, const QByteArray &target, const QByteArray &fields = {},
                                    const QByteArray &body = {});
//! A request with a Content-Length of its body.
[[nodiscard]] QByteArray badBody(const QByteArray &method, const QByteArray &target, const QByteArray &type,
                                 const QByteArray &body, const QByteArray &fields = {});
//! A byte array of a string literal that contains NULs.
template <size_t size>
[[nodiscard]] QByteArray bytes(const char (&literal)[size])
{
    return QByteArray(literal, qsizetype(size) - 1);
}

inline const QByteArray formType = "application/x-www-form-urlencoded";
inline const QByteArray jsonType = "application/json";

} // namespace pushlab::tests
