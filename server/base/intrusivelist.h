// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::base {

//! The hook by which an object can be in one IntrusiveList: the object derives from it. \a Tag distinguishes several hooks of one
//! object.
template <typename Tag>
class IntrusiveListHook
{
public:
    IntrusiveListHook() = default;
    ~IntrusiveListHook() { Q_ASSERT(!m_next); }
    Q_DISABLE_COPY_MOVE(IntrusiveListHook)

private:
    template <typename, typename>
    friend class IntrusiveList;

    IntrusiveListHook *m_previous = nullptr;
    IntrusiveListHook *m_next = nullptr; //!< nullptr while the object is in no list
};

//! A doubly linked list whose links lie in its elements: inserting and removing allocate nothing and touch only the neighbours.
//! Does not own its elements. A plain class.
template <typename T, typename Tag>
class IntrusiveList
{
public:
    using Hook = IntrusiveListHook<Tag>;

    IntrusiveList() { reset(); }
    ~IntrusiveList()
    {
        Q_ASSERT(isEmpty());
        m_ends.m_next = nullptr;
    }
    Q_DISABLE_COPY_MOVE(IntrusiveList)

    [[nodiscard]] bool isEmpty() const { return m_ends.m_next == &m_ends; }
    [[nodiscard]] T *first() const { return next(&m_ends); } //!< nullptr when the list is empty
    [[nodiscard]] T *next(const T *element) const { return next(static_cast<const Hook *>(element)); } //!< nullptr after the last

    void pushFront(T *element) { insert(element, m_ends.m_next); }
    void pushBack(T *element) { insert(element, &m_ends); }

    //! Removes \a element from the list with this tag that it is in.
    static void remove(T *element)
    {
        Hook *const hook = element;
        hook->m_previous->m_next = hook->m_next;
        hook->m_next->m_previous = hook->m_previous;
        hook->m_previous = hook->m_next = nullptr;
    }

    //! Moves all elements of \a other, in their order, in front of those of this list.
    void takeInFront(IntrusiveList &other)
    {
        if (other.isEmpty())
            return;
        Hook *const first = other.m_ends.m_next;
        Hook *const last = other.m_ends.m_previous;
        other.reset();
        last->m_next = m_ends.m_next;
        last->m_next->m_previous = last;
        first->m_previous = &m_ends;
        m_ends.m_next = first;
    }

private:
    void reset() { m_ends.m_previous = m_ends.m_next = &m_ends; }

    [[nodiscard]] T *next(const Hook *hook) const { return hook->m_next == &m_ends ? nullptr : static_cast<T *>(hook->m_next); }

    void insert(Hook *hook, Hook *before)
    {
        Q_ASSERT(!hook->m_next);
        hook->m_previous = before->m_previous;
        hook->m_next = before;
        hook->m_previous->m_next = hook;
        before->m_previous = hook;
    }

    Hook m_ends; //!< before the first and behind the last
};

} // namespace pushlab::base
