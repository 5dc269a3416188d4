// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Queries, forms and percent-encoded names.

#include "tests/fuzz/fuzztarget.h"

#include "server/protocol/paths.h"
#include "server/protocol/urlencoding.h"

#include <QUrl>

using namespace pushlab::protocol;
using pushlab::tests::require;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    const auto decoded = decodePercent(input);
    require(!decoded || decoded->toUtf8() == QByteArray::fromPercentEncoding(input.toByteArray()), "decoded to other bytes");

    const FormView form(input);
    for (const char *name : {"text", "index", "a", ""}) {
        const FormView::Field field = form.field(name);
        require(field || field.value.isEmpty(), "a value that was not found");
    }

    // An encoded value is decoded to the same value.
    const QString text = QString::fromUtf8(input);
    const QByteArray encoded = QUrl::toPercentEncoding(text);
    require(decodePercent(encoded) == text, "what was encoded is not decoded");
    const QByteArray query = "x=1&text=" + encoded + "&text=no";
    const FormView::Field own = FormView(query).field("text");
    require(own && own.value == text, "a value is not found again");
    return 0;
}
