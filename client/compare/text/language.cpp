// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/text/language.h"

#include <QCoreApplication>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

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

QString phrase(Language language, const char *source, int count)
{
    if (language != Language::English)
        return QCoreApplication::translate("Compare", source, nullptr, count);
    return QString::fromUtf8(source).replace(u"%n"_s, QString::number(count)).replace(u"(s)"_s, count == 1 ? QString() : u"s"_s);
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
