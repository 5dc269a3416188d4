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

QByteArray repeatBlocks(QByteArrayView text, QByteArrayView name, const QByteArrayList &values)
{
    const QByteArray opening = "{{each:" + name.toByteArray() + "}}";
    constexpr QByteArrayView closing = "{{end}}";
    const QByteArray placeholder = "{{" + name.toByteArray() + "}}";
    QByteArray repeated;
    for (qsizetype begin = text.indexOf(opening); begin >= 0; begin = text.indexOf(opening)) {
        const qsizetype blockBegin = begin + opening.size();
        const qsizetype end = text.indexOf(closing, blockBegin);
        Q_ASSERT_X(end >= 0, "repeatBlocks", opening.constData());
        repeated += text.first(begin);
        for (const QByteArray &value : values)
            repeated += text.sliced(blockBegin, end - blockBegin).toByteArray().replace(placeholder, value);
        text = text.sliced(end + closing.size());
    }
    return repeated += text;
}

} // namespace pushlab::web
