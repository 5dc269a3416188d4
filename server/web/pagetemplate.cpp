// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/pagetemplate.h"

namespace pushlab::web {

QByteArray fillTemplate(QByteArrayView text, const std::function<QByteArray(QByteArrayView name)> &resolve)
{
    constexpr QByteArrayView opening = "{{";
    constexpr QByteArrayView closing = "}}";
    QByteArray filled;
    filled.reserve(text.size() * 2);
    while (true) {
        const qsizetype begin = text.indexOf(opening);
        const qsizetype end = begin < 0 ? -1 : text.indexOf(closing, begin);
        if (end < 0)
            break;
        const qsizetype nameBegin = begin + opening.size();
        filled += text.first(begin);
        filled += resolve(text.sliced(nameBegin, end - nameBegin));
        text = text.sliced(end + closing.size());
    }
    return filled += text;
}

} // namespace pushlab::web
