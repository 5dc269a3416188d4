// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/loop/wakeup.h"

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace pushlab::base {

//! Passes values of type T from any thread to the thread of its owner, which has an event loop. The owner creates and destroys
//! the mailbox there. On a later turn of the loop it receives all values posted until then; values of one thread arrive in the
//! order in which it posted them. The owner is woken only when the mailbox was empty.
//!
//! Other threads post through a Sender, a copyable handle that may outlive the mailbox: what is posted after the mailbox was
//! closed or destroyed is dropped. close() destroys the values that were not delivered. The handler may close or destroy the
//! mailbox.
template <typename T>
class Mailbox final
{
    Q_DISABLE_COPY_MOVE(Mailbox)

    struct Box
    {
        std::mutex mutex; // guards everything but the handler, which only the owner's thread uses
        std::vector<T> waiting;
        bool isClosed = false;
        Wakeup wakeup;
        std::function<void(std::vector<T> &&)> handler;

        bool post(T &&value)
        {
            const std::lock_guard lock(mutex);
            if (isClosed)
                return false;
            waiting.push_back(std::move(value));
            if (waiting.size() == 1)
                wakeup.notify();
            return true;
        }

        bool postLatest(T &value) // swaps the replaced value into \a value, to be destroyed without the lock
        {
            const std::lock_guard lock(mutex);
            if (isClosed)
                return false;
            if (waiting.empty()) {
                waiting.push_back(std::move(value));
                wakeup.notify();
            } else {
                std::swap(waiting.back(), value);
            }
            return true;
        }

        void deliver()
        {
            std::vector<T> values;
            {
                const std::lock_guard lock(mutex);
                values.swap(waiting);
            }
            if (!values.empty())
                handler(std::move(values));
        }
    };

public:
    using Handler = std::function<void(std::vector<T> &&)>;

    //! Posts into a mailbox. Usable from any thread; may outlive the mailbox. A default-constructed Sender drops everything.
    class Sender final
    {
    public:
        Sender() = default;

        //! Returns false when the mailbox is closed; the value is then dropped.
        bool post(T value) const { return m_box && m_box->post(std::move(value)); }

        //! As post(), but replaces the value that was posted last if it has not been delivered yet: a mailbox that is only fed in
        //! this way never holds more than one value. For snapshots.
        bool postLatest(T value) const { return m_box && m_box->postLatest(value); }

    private:
        friend class Mailbox;
        explicit Sender(std::shared_ptr<Box> box) : m_box(std::move(box)) {}

        std::shared_ptr<Box> m_box;
    };

    //! \a handler is called in this thread, never from within post() and never with an empty list.
    explicit Mailbox(Handler handler) : m_box(std::make_shared<Box>())
    {
        m_box->handler = std::move(handler);
        m_box->wakeup.start([weak = std::weak_ptr(m_box)] {
            if (const std::shared_ptr<Box> box = weak.lock())
                box->deliver();
        });
    }

    ~Mailbox() { close(); }

    [[nodiscard]] Sender sender() const { return Sender(m_box); }
    bool post(T value) { return m_box->post(std::move(value)); } //!< as Sender::post(); any thread, while the mailbox lives
    bool postLatest(T value) { return m_box->postLatest(value); } //!< as Sender::postLatest(); any thread

    //! Accepts nothing more and drops what was not delivered. Owner's thread.
    void close()
    {
        std::vector<T> dropped; // destroyed without the lock
        const std::lock_guard lock(m_box->mutex);
        m_box->isClosed = true;
        m_box->wakeup.stop();
        dropped.swap(m_box->waiting);
    }

private:
    std::shared_ptr<Box> m_box;
};

} // namespace pushlab::base
