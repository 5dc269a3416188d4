// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::base {

//! What an object needs to be in one Chain; a base of it, \a Tag tells several apart.
template <typename Tag>
class ChainLink
{
public:
    ChainLink() = default;
    ~ChainLink() { Q_ASSERT(!m_next); }
    Q_DISABLE_COPY_MOVE(ChainLink)

private:
    template <typename, typename>
    friend class Chain;

    ChainLink *m_previous = nullptr;
    ChainLink *m_next = nullptr; //!< nullptr: in no chain
};

//! A doubly linked list whose links are in its elements: to come in and to leave takes no memory, and touches the neighbours
//! alone. Owns nothing. A plain class.
template <typename T, typename Tag>
class Chain
{
public:
    using Link = ChainLink<Tag>;

    Chain() { reset(); }
    ~Chain()
    {
        Q_ASSERT(isEmpty());
        m_ends.m_next = nullptr;
    }
    Q_DISABLE_COPY_MOVE(Chain)

    [[nodiscard]] bool isEmpty() const { return m_ends.m_next == &m_ends; }
    [[nodiscard]] T *first() const { return next(&m_ends); } //!< nullptr when it is empty
    [[nodiscard]] T *next(const T *element) const { return next(static_cast<const Link *>(element)); } //!< nullptr after the last

    void pushFront(T *element) { insert(element, m_ends.m_next); }
    void pushBack(T *element) { insert(element, &m_ends); }

    //! Takes \a element out of whatever chain of this kind it is in.
    static void remove(T *element)
    {
        Link *const link = element;
        link->m_previous->m_next = link->m_next;
        link->m_next->m_previous = link->m_previous;
        link->m_previous = link->m_next = nullptr;
    }

    //! Takes all of \a other, in their order, in front of its own.
    void takeInFront(Chain &other)
    {
        if (other.isEmpty())
            return;
        Link *const first = other.m_ends.m_next;
        Link *const last = other.m_ends.m_previous;
        other.reset();
        last->m_next = m_ends.m_next;
        last->m_next->m_previous = last;
        first->m_previous = &m_ends;
        m_ends.m_next = first;
    }

private:
    void reset() { m_ends.m_previous = m_ends.m_next = &m_ends; }

    [[nodiscard]] T *next(const Link *link) const { return link->m_next == &m_ends ? nullptr : static_cast<T *>(link->m_next); }

    void insert(Link *link, Link *before)
    {
        Q_ASSERT(!link->m_next);
        link->m_previous = before->m_previous;
        link->m_next = before;
        link->m_previous->m_next = link;
        before->m_previous = link;
    }

    Link m_ends; //!< before the first and behind the last
};

} // namespace pushlab::base
