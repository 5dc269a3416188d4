// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>

#include <utility>

namespace pushlab::admission {

//! A table of at most maxSize recently used keys and their values: whenever one half is full, the entries that were not used
//! since the last time are dropped. Its cost does not depend on the number of unknown keys. A plain class.
template <typename Value, qsizetype maxSize>
class RecentTable
{
public:
    //! The value of \a key; nullptr when it is unknown or was dropped. Valid until the next call.
    [[nodiscard]] const Value *find(const QByteArray &key) const
    {
        const auto found = m_recent.constFind(key);
        if (found != m_recent.cend())
            return &*found;
        const auto former = m_former.constFind(key);
        return former == m_former.cend() ? nullptr : &*former;
    }

    //! The value of \a key, inserted as a copy of \a fresh when it is unknown. Valid until the next call.
    [[nodiscard]] Value &use(const QByteArray &key, const Value &fresh)
    {
        const auto found = m_recent.find(key);
        if (found != m_recent.end())
            return *found;
        const Value *const known = find(key);
        const Value value = known ? *known : fresh;
        if (m_recent.size() >= maxSize / 2) {
            m_former = std::exchange(m_recent, {});
        } else if (known) {
            m_former.remove(key);
        }
        return *m_recent.insert(key, value);
    }

    [[nodiscard]] qsizetype size() const { return m_recent.size() + m_former.size(); }

private:
    QHash<QByteArray, Value> m_recent;
    QHash<QByteArray, Value> m_former;
};

} // namespace pushlab::admission
