// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <vector>

namespace pushlab::session {
class ChatClient;
}

namespace pushlab::app {

//! Three simulated members of a demo class: each uses another technique and in turn describes it. They are real clients over real
//! connections, which follow the class technique. After maxLines they stay, but send nothing. Lives in its creator's thread;
//! needs only an event loop.
class DemoMembers final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoMembers)

public:
    static constexpr std::chrono::milliseconds defaultPace{2500};
    static constexpr std::chrono::milliseconds firstPace{300}; //!< of the first line of each, so that figures move at once
    static constexpr int maxLines = 720; //!< half an hour at the default pace

    //! One of the three sends a message every \a pace.
    explicit DemoMembers(std::chrono::milliseconds pace = defaultPace, QObject *parent = nullptr);
    ~DemoMembers() override; //!< the members leave

    //! Joins \a room at \a host; a room joined before is left.
    void start(const QUrl &host, const QString &room);
    void stop();
    void setPin(const QString &pin); //!< the class's PIN, used when the host asks for it

    [[nodiscard]] QStringList ids() const; //!< the host's ids of those that have joined
    [[nodiscard]] int lines() const { return m_lines; } //!< messages sent since start()

private:
    void sayNext();

    std::vector<std::unique_ptr<session::ChatClient>> m_members;
    const std::chrono::milliseconds m_pace;
    QTimer m_timer;
    int m_lines = 0;
};

} // namespace pushlab::app
