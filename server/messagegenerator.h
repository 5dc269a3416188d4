// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/generator.h"
#include "server/room/shard.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <random>

namespace pushlab::server {

//! Says something into a room by itself, at an equal or a random pace, so that a silent class measures, too. Its messages
//! are nobody's: they count as no technique's sends. Made by the server, in its thread.
class MessageGenerator final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageGenerator)

public:
    //! \a shard must outlive it; \a room is its permanent one.
    MessageGenerator(room::Shard &shard, QString room);

    //! From now on; a pace that stays is not begun anew.
    void use(const protocol::Generator &settings);

private:
    using Duration = base::Clock::TimePoint::duration;

    [[nodiscard]] Duration drawGap();
    void sayWhatIsDue();
    void say();
    void arm();

    room::Shard &m_shard;
    const QString m_room;
    protocol::Generator m_settings;
    QTimer m_timer;
    base::Clock::TimePoint m_due;
    qint64 m_said = 0;
    std::mt19937_64 m_random;
};

} // namespace pushlab::server
