// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <chrono>
#include <unordered_map>

namespace pushlab::room {

//! The names of those of a room who drew an id: one for each, no two alike. Who asks for one that is taken gets it with a number
//! behind it. Names are alike that look or read so: case, widths and blanks make no difference. Part of a roster; a plain class,
//! bounded; server's thread.
class NameBook final
{
public:
    //! Names that are kept for those who are not there yet, or no more; for longer than a phone sleeps.
    static constexpr int maxAbsent = 1'000;
    static constexpr std::chrono::minutes life{5};

    //! The name of a member who calls itself \a wanted, which is not empty. It keeps it until leave().
    QString enter(const QByteArray &key, const QString &wanted);
    //! The same for somebody who may come in: it is kept for a while.
    QString reserve(const QByteArray &key, const QString &wanted, base::Clock::TimePoint now);
    //! Nothing for whom it does not know.
    [[nodiscard]] QString nameOf(const QByteArray &key) const;

    //! The member has gone; its name is kept for a while.
    void leave(const QByteArray &key, base::Clock::TimePoint now);
    //! Forgets those who have been away for too long.
    void sweep(base::Clock::TimePoint now);

private:
    struct Entry
    {
        QString wanted; //!< as its bearer says it
        QString name;
        base::Clock::TimePoint absentSince;
        bool isAbsent = true;
    };
    using Entries = std::unordered_map<QByteArray, Entry>;

    void call(Entry &entry, const QString &wanted);
    [[nodiscard]] QString freeName(const QString &wanted);
    void release(const QString &name);

    Entries m_entries;
    QSet<QString> m_taken; //!< as they are compared
    QHash<QString, int> m_numbers; //!< of names that many ask for: the number to try next
    int m_absent = 0;
};

} // namespace pushlab::room
