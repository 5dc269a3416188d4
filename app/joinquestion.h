// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/classprediction.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace pushlab::app {

//! The class's question in a terminal: prints it, its end and its result, and takes the guesses that are typed. Borrows its client's
//! prediction; lives in the main thread.
class JoinQuestion final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JoinQuestion)

public:
    explicit JoinQuestion(session::ClassPrediction &prediction, QObject *parent = nullptr);

    //! The client has joined: what is asked is known from now on. A guess that was typed before is sent now.
    void begin();
    //! Guesses what stands behind `/guess`: a number, and the question's unit if it is given. finished() follows, at once or later.
    void guess(const QString &typed);
    [[nodiscard]] bool isBusy() const { return m_early || m_sent; } //!< a guess is under way

Q_SIGNALS:
    void finished(bool isTaken); //!< the guess, by the host; the user has been told

private:
    void tellQuestion();
    void tellText(const protocol::AskedQuestion &asked) const;
    void tellGuess(const protocol::AskedQuestion &asked) const;
    void tellResult(const protocol::AskedQuestion &asked);
    void takeRefusal(const QString &reason, const QString &code);
    [[nodiscard]] QString faultOf(const QString &typed, std::optional<double> &value) const;
    void finish(bool isTaken);

    session::ClassPrediction &m_prediction;
    std::optional<protocol::AskedQuestion> m_told; // as it was told last
    QStringList m_lines; // of its result that were told
    std::optional<QString> m_early; // a guess that was typed before the client had joined
    std::optional<double> m_sent; // a guess that the host has not answered yet
    bool m_hasBegun = false;
};

} // namespace pushlab::app
