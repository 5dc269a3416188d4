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

//! Hands values of type T from any thread to one: the owner's, which has an event loop. The owner creates and destroys
//! the box there and gets, on a later turn of the loop, all that was posted until then, in order (values of one thread
//! in the order in which it posted them). A wake-up is written only when the box was empty.
//!
//! Whichever ends first: other threads post through a Sender of their own, a copyable handle that may outlive the box; what
//! is posted after the box was closed or destroyed is dropped. Values that nobody took are destroyed by close(). The
//! handler may close or destroy the box.
template <typename T>
class Mailbox final
{
    Q_DISABLE_COPY_MOVE(Mailbox)

    struct Box
    {
        std::mutex mutex; // guards all but the handler, which is the owner's
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

        bool postLatest(T &value) // leaves what it replaced in value, to be destroyed without the lock
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

    //! Posts into a box; any thread, copyable, may outlive the box. A default-made one drops everything.
    class Sender final
    {
    public:
        Sender() = default;

        //! False when the box is closed: the value is dropped.
        bool post(T value) const { return m_box && m_box->post(std::move(value)); }

        //! As post(), but replaces the value that was posted last, if it still waits: a box that is fed in this way
        //! alone never holds more than one. For snapshots.
        bool postLatest(T value) const { return m_box && m_box->postLatest(value); }

    private:
        friend class Mailbox;
        explicit Sender(std::shared_ptr<Box> box) : m_box(std::move(box)) {}

        std::shared_ptr<Box> m_box;
    };

    //! \a handler is called in this thread, never from within post(), never with an empty list.
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
    bool post(T value) { return m_box->post(std::move(value)); } //!< as Sender's; any thread, while the box lives
    bool postLatest(T value) { return m_box->postLatest(value); } //!< as Sender's; any thread, while the box lives

    //! Takes nothing more, and drops what still waits. Owner's thread.
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
