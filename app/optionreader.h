// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/generator.h"
#include "server/protocol/techniqueoffer.h"

#include <QCommandLineParser>
#include <QString>

#include <chrono>
#include <optional>

namespace pushlab::app {

//! "polling, long-polling, websocket, sse": the names that an option accepts.
[[nodiscard]] QString knownTechniques();

//! Reads and checks values of options. Remembers the first error as a sentence; later ones are ignored, so that all options can
//! be read before asking. Borrows the parser.
class OptionReader
{
public:
    explicit OptionReader(const QCommandLineParser &parser) : m_parser(parser) {}

    [[nodiscard]] bool has(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString text(const QString &name) const { return m_parser.value(name); }

    // Each returns nullopt when the option is missing or invalid.
    [[nodiscard]] std::optional<int> number(const QString &name, int least, int greatest);
    [[nodiscard]] std::optional<double> real(const QString &name, double least, double greatest);
    [[nodiscard]] std::optional<std::chrono::milliseconds> duration(const QString &name, std::chrono::milliseconds least,
                                                                    std::chrono::milliseconds greatest);
    //! Days, too, from one to ten years.
    [[nodiscard]] std::optional<std::chrono::milliseconds> longDuration(const QString &name);
    //! In bits a second.
    [[nodiscard]] std::optional<qint64> rate(const QString &name, qint64 least);
    [[nodiscard]] std::optional<protocol::Generator> generator(const QString &name);
    [[nodiscard]] std::optional<protocol::Technique> technique(const QString &name);
    //! Names separated by commas.
    [[nodiscard]] std::optional<QList<protocol::Technique>> techniques(const QString &name);
    [[nodiscard]] std::optional<QString> room(const QString &name);
    //! Empty for the value "none".
    [[nodiscard]] std::optional<QString> pin(const QString &name);

    //! Remembers \a sentence, unless there was an error before.
    void complain(const QString &sentence);
    [[nodiscard]] const QString &complaint() const { return m_complaint; } //!< empty when there was no error

private:
    const QCommandLineParser &m_parser;
    QString m_complaint;
};

} // namespace pushlab::app
