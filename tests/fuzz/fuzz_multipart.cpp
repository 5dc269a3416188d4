// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A page's FormData: the first line of the input is the content type, the rest the body.

#include "tests/fuzz/fuzztarget.h"

#include "server/protocol/multipart.h"

using namespace pushlab::protocol;
using pushlab::tests::require;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    const qsizetype lineEnd = input.indexOf('\n');
    if (lineEnd < 0)
        return 0;
    const QByteArrayView type = input.first(lineEnd);
    const QByteArrayView body = input.sliced(lineEnd + 1);
    (void)MultipartView::isMultipart(type);
    const MultipartView form(type, body);
    for (const char *name : {"text", "content", ""}) {
        const FormView::Field field = form.field(name);
        require(field || field.value.isEmpty(), "a value that was not found");
    }

    // A value without the boundary in it is decoded unchanged.
    const QString text = QString::fromUtf8(body);
    const QByteArray utf8 = text.toUtf8();
    if (utf8.contains("--bound"))
        return 0;
    const QByteArray whole = "--bound\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n" + utf8 + "\r\n--bound--\r\n";
    const FormView::Field own = MultipartView("multipart/form-data; boundary=bound", whole).field("text");
    require(own && own.value == text, "a value is not found again");
    return 0;
}
