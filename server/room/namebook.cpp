// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/namebook.h"

#include "server/protocol/limits.h"

namespace pushlab::room {

namespace {

// Up to here each is tried, so that a number that is free again is given again.
constexpr int fewNamesakes = 20;

//! The form in which names are compared.
QString folded(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC).toCaseFolded().simplified();
}

//! With a number, and no longer than a name may be.
QString numbered(QString name, int number)
{
    const QString end = u' ' + QString::number(number);
    while (!name.isEmpty() && name.toUtf8().size() + end.size() > protocol::maxNameBytes)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    return name + end;
}

} // namespace

QString NameBook::enter(const QByteArray &key, const QString &wanted)
{
    const auto [found, isNew] = m_entries.try_emplace(key);
    Entry &entry = found->second;
    if (!isNew && entry.isAbsent)
        --m_absent;
    entry.isAbsent = false;
    call(entry, wanted);
    return entry.name;
}

QString NameBook::reserve(const QByteArray &key, const QString &wanted, base::Clock::TimePoint now)
{
    auto found = m_entries.find(key);
    if (found == m_entries.end()) {
        if (m_absent >= maxAbsent)
            return freeName(wanted);
        found = m_entries.try_emplace(key).first;
        ++m_absent;
    }
    found->second.absentSince = now;
    call(found->second, wanted);
    return found->second.name;
}

QString NameBook::nameOf(const QByteArray &key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? QString() : found->second.name;
}

void NameBook::leave(const QByteArray &key, base::Clock::TimePoint now)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->second.isAbsent)
        return;
    if (m_absent >= maxAbsent) {
        release(found->second.name);
        m_entries.erase(found);
        return;
    }
    found->second.isAbsent = true;
    found->second.absentSince = now;
    ++m_absent;
}

void NameBook::sweep(base::Clock::TimePoint now)
{
    if (m_absent == 0)
        return;
    m_absent -= int(std::erase_if(m_entries, [this, now](const auto &item) {
        const Entry &entry = item.second;
        const bool isGone = entry.isAbsent && now - entry.absentSince > life;
        if (isGone)
            release(entry.name);
        return isGone;
    }));
}

void NameBook::call(Entry &entry, const QString &wanted)
{
    // Its own name, numbered, is what a client shows and may come back with.
    if (wanted == entry.wanted || wanted == entry.name)
        return;
    release(entry.name);
    entry.wanted = wanted;
    entry.name = freeName(wanted);
    m_taken.insert(folded(entry.name));
}

QString NameBook::freeName(const QString &wanted)
{
    const QString base = folded(wanted);
    if (!m_taken.contains(base))
        return wanted;
    QString name;
    const auto isFree = [this, &wanted, &name](int number) {
        name = numbered(wanted, number);
        return !m_taken.contains(folded(name));
    };
    for (int number = 2; number <= fewNamesakes; ++number) {
        if (isFree(number))
            return name;
    }
    int number = m_numbers.value(base, fewNamesakes + 1);
    while (!isFree(number))
        ++number;
    m_numbers.insert(base, number + 1);
    return name;
}

void NameBook::release(const QString &name)
{
    if (name.isEmpty())
        return;
    const QString base = folded(name);
    m_taken.remove(base);
    m_numbers.remove(base);
}

} // namespace pushlab::room
