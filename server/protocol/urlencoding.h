// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace pushlab::protocol {

//! Decodes %XX; nullopt when an escape is invalid or the bytes are no UTF-8.
[[nodiscard]] std::optional<QString> decodePercent(QByteArrayView text);

//! The name=value pairs of a query or of an application/x-www-form-urlencoded body, decoded on demand. A view: it must not
//! outlive the bytes.
class FormView
{
public:
    explicit FormView(QByteArrayView encoded) : m_encoded(encoded) {}

    enum class Status : quint8 { Found, Missing, Malformed, NoBoundary, BadParts };

    struct Field
    {
        Status status = Status::Missing; //!< the last two are used by MultipartView only, when the body is at fault
        QString value; //!< set when Found

        explicit operator bool() const { return status == Status::Found; }
    };

    //! The first field of that name; '+' stands for a blank. Malformed: an escape is invalid, or the value is no UTF-8.
    [[nodiscard]] Field field(QByteArrayView name) const;

private:
    QByteArrayView m_encoded;
};

} // namespace pushlab::protocol
