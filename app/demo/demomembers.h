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

//! Three members who make a class of one teacher worth looking at: each uses a technique of its own and in turn says
//! what that is like. Real clients over real connections. They follow the class technique as everybody does, and fall
//! silent, but stay, after maxLines. Lives in its creator's thread; needs an event loop only.
class DemoMembers final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoMembers)

public:
    static constexpr std::chrono::milliseconds defaultPace{2500};
    static constexpr std::chrono::milliseconds firstPace{300}; //!< of the first line of each, so that figures move at once
    static constexpr int maxLines = 720; //!< half an hour at the default pace

    //! One of the three says something every \a pace.
    explicit DemoMembers(std::chrono::milliseconds pace = defaultPace, QObject *parent = nullptr);
    ~DemoMembers() override; //!< they leave

    //! They join \a room at \a host; whatever they joined before they leave.
    void start(const QUrl &host, const QString &room);
    void stop();
    void setPin(const QString &pin); //!< of the class, should it ask

    [[nodiscard]] QStringList ids() const; //!< as the host knows them; of those that are in
    [[nodiscard]] int lines() const { return m_lines; } //!< said since start()

private:
    void sayNext();

    std::vector<std::unique_ptr<session::ChatClient>> m_members;
    const std::chrono::milliseconds m_pace;
    QTimer m_timer;
    int m_lines = 0;
};

} // namespace pushlab::app
