// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/urlencoding.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushlab::protocol {

//! The fields of a multipart/form-data body (RFC 7578), as a page's FormData sends it; decoded on demand. A view: it must not
//! outlive the body.
class MultipartView
{
public:
    [[nodiscard]] static bool isMultipart(QByteArrayView contentType);

    MultipartView(QByteArrayView contentType, QByteArrayView body);

    //! The first field of that name; files do not count. Malformed: its value is no UTF-8. BadParts: a part before it is
    //! malformed. NoBoundary: the content type has no valid boundary.
    [[nodiscard]] FormView::Field field(QByteArrayView name) const;

private:
    QByteArray m_delimiter; //!< includes the line end before it; empty when the content type has no valid boundary
    QByteArrayView m_body;
};

} // namespace pushlab::protocol
