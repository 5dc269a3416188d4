// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/questionresult.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace pushlab::room {

//! What became of a guess.
enum class GuessTaken : quint8 {
    Taken,
    NotOpen, //!< nothing is asked, something else is, or the question has been closed
    TooMany
};

//! The class's present question and the members' guesses. A plain class; owned by the server, in its thread.
class QuestionRound
{
public:
    //! Begins a round. The question has its id.
    void open(const protocol::ClassQuestion &question);
    void close();
    void show(const protocol::QuestionResult &result); //!< closes it, too
    void discard();

    //! A member has one guess, and may change it as long as the question is open. \a member: unique in the class.
    [[nodiscard]] GuessTaken guess(const QString &question, const QByteArray &member, const protocol::Guess &guess);

    [[nodiscard]] protocol::QuestionState state() const { return {m_asked, m_guesses.size()}; }
    [[nodiscard]] const std::optional<protocol::AskedQuestion> &asked() const { return m_asked; }
    //! The same with what \a member has guessed.
    [[nodiscard]] std::optional<protocol::AskedQuestion> askedOf(const QByteArray &member) const;
    [[nodiscard]] QList<protocol::Guess> guesses() const { return m_guesses.values(); }
    //! All guesses of the class, in the order of questions: each question's text with a guess on it.
    [[nodiscard]] QList<std::pair<QString, protocol::Guess>> record() const;

    static constexpr qsizetype maxGuesses = 10'000;

private:
    void file();

    std::optional<protocol::AskedQuestion> m_asked;
    QHash<QByteArray, protocol::Guess> m_guesses;
    QList<std::pair<QString, protocol::Guess>> m_filed; //!< of former questions
};

} // namespace pushlab::room
