// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/questionround.h"

#include <algorithm>

namespace pushlab::room {

void QuestionRound::open(const protocol::ClassQuestion &question)
{
    file();
    m_asked = protocol::AskedQuestion{question};
}

void QuestionRound::close()
{
    if (m_asked)
        m_asked->isOpen = false;
}

void QuestionRound::show(const protocol::QuestionResult &result)
{
    close();
    if (!m_asked)
        return;
    m_asked->result = result;
    m_asked->result->values.clear(); // these are for the log
}

void QuestionRound::discard()
{
    file();
    m_asked.reset();
}

GuessTaken QuestionRound::guess(const QString &question, const QByteArray &member, const protocol::Guess &guess)
{
    if (!m_asked || !m_asked->isOpen || m_asked->question.id != question)
        return GuessTaken::NotOpen;
    if (m_guesses.size() >= maxGuesses && !m_guesses.contains(member))
        return GuessTaken::TooMany;
    m_guesses.insert(member, guess);
    return GuessTaken::Taken;
}

std::optional<protocol::AskedQuestion> QuestionRound::askedOf(const QByteArray &member) const
{
    std::optional<protocol::AskedQuestion> asked = m_asked;
    const auto own = m_guesses.constFind(member);
    if (asked && own != m_guesses.cend())
        asked->guess = own->value;
    return asked;
}

QList<std::pair<QString, protocol::Guess>> QuestionRound::record() const
{
    QList<std::pair<QString, protocol::Guess>> record = m_filed;
    if (m_asked) {
        QList<protocol::Guess> guesses = m_guesses.values();
        std::ranges::sort(guesses, {}, &protocol::Guess::name);
        for (const protocol::Guess &guess : std::as_const(guesses))
            record.append({m_asked->question.text.english, guess});
    }
    return record;
}

//! Keeps the guesses of the present question for record(), the last ones if there are too many.
void QuestionRound::file()
{
    m_filed = record();
    if (m_filed.size() > maxGuesses)
        m_filed = m_filed.last(maxGuesses);
    m_guesses.clear();
}

} // namespace pushlab::room
