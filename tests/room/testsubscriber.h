// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/room.h"

#include <QTest>

#include <functional>

namespace pushlab::tests {

//! A reader with a position in the log, as a WebSocket has it; checks that numbers are neither skipped nor repeated.
class TestSubscriber final : public room::Subscriber
{
public:
    explicit TestSubscriber(room::Room &room) : m_room(room), m_cursor(room.log().next()) { m_room.enter(this); }
    ~TestSubscriber() override { leave(); }

    void leave()
    {
        if (m_isIn)
            m_room.leave(this);
        m_isIn = false;
    }

    bool deliver() override
    {
        if (!m_isIn)
            QTest::qFail("told after it left", __FILE__, __LINE__);
        ++calls;
        news += m_room.log().next() > m_cursor;
        m_cursor = m_room.log().next();
        if (onDeliver)
            onDeliver();
        return keepsUp;
    }

    void onEpochChanged() override { ++beginnings; }

    [[nodiscard]] qint64 cursor() const { return m_cursor; }

    int calls = 0;
    int news = 0; //!< calls of deliver() that had entries
    int beginnings = 0; //!< calls of onEpochChanged()
    std::function<void()> onDeliver;
    bool keepsUp = true;

private:
    room::Room &m_room;
    qint64 m_cursor;
    bool m_isIn = true;
};

} // namespace pushlab::tests
