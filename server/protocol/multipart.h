// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/urlencoding.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushlab::protocol {

//! The fields of a multipart/form-data body (RFC 7578), as a page's FormData sends it; found on demand.
//! A view: it must not outlive the body it was made from.
class MultipartView
{
public:
    [[nodiscard]] static bool isMultipart(QByteArrayView contentType);

    MultipartView(QByteArrayView contentType, QByteArrayView body);

    //! The first field of that name; files are none. Malformed: it is no UTF-8. BadParts: the parts up to it are not as they
    //! should be. NoBoundary: the content type names no valid one.
    [[nodiscard]] FormView::Field field(QByteArrayView name) const;

private:
    QByteArray m_delimiter; //!< with the line end before it; empty when the content type names no valid boundary
    QByteArrayView m_body;
};

} // namespace pushlab::protocol
