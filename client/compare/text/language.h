// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

//! The only texts of the comparison for people; everything else in client/compare uses values.
namespace pushlab::compare {

//! The language of a text.
enum class Language : quint8 {
    OfApplication, //!< the language of the installed translators; English when there are none
    English, //!< always English, as in files that programs read
};

//! A text that needs a comment for translators: the result of QT_TRANSLATE_NOOP3.
struct CommentedPhrase
{
    const char *source;
    const char *comment;
};

//! The translation of \a source in the context "Compare".
[[nodiscard]] QString phrase(Language language, const char *source);
[[nodiscard]] QString phrase(Language language, const CommentedPhrase &commented);
//! \a source for \a count things: it has "%n", and "(s)" where the word for several has an s.
[[nodiscard]] QString phrase(Language language, const char *source, int count);

//! \a sentences as a paragraph, with blanks in between except in Chinese.
[[nodiscard]] QString paragraphOf(const QStringList &sentences);

} // namespace pushlab::compare
