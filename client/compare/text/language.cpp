// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/text/language.h"

#include <QCoreApplication>

namespace pushlab::compare {

QString phrase(Language language, const char *source)
{
    return phrase(language, CommentedPhrase{source, nullptr});
}

QString phrase(Language language, const CommentedPhrase &commented)
{
    if (language == Language::English)
        return QString::fromUtf8(commented.source);
    return QCoreApplication::translate("Compare", commented.source, commented.comment);
}

QString paragraphOf(const QStringList &sentences)
{
    QString paragraph;
    for (const QString &sentence : sentences) {
        if (!paragraph.isEmpty() && !paragraph.endsWith(u'。'))
            paragraph += u' ';
        paragraph += sentence;
    }
    return paragraph;
}

} // namespace pushlab::compare
