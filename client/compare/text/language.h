// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

//! The one place that words what the comparison says. Everything else in client/compare passes values.
namespace pushlab::compare {

//! What a text is written in.
enum class Language : quint8 {
    OfApplication, //!< that of the translators that are installed; English without any
    English, //!< as files have it that programs read
};

//! A text that means nothing without a comment for translators: what QT_TRANSLATE_NOOP3 makes.
struct CommentedPhrase
{
    const char *source;
    const char *comment;
};

//! \a source, which stands in the context "Compare" of the translations, in \a language.
[[nodiscard]] QString phrase(Language language, const char *source);
[[nodiscard]] QString phrase(Language language, const CommentedPhrase &commented);

//! \a sentences as a paragraph: Chinese ones stand without a blank between them.
[[nodiscard]] QString paragraphOf(const QStringList &sentences);

} // namespace pushlab::compare
