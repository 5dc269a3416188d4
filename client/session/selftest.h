// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/techniqueprobe.h"
#include "server/protocol/techniqueoffer.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <optional>
#include <vector>

namespace pushlab::session {

//! What keeps techniques from getting through; those that do are not in it.
using Obstacles = QHash<protocol::Technique, transport::Obstacle>;

//! Tries each technique that is on offer between this client and its host, all at once. What fails is tried once more before it
//! is believed: a busy computer, too, can be late. Owned by its client, in its thread.
class SelfTest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelfTest)

public:
    explicit SelfTest(QNetworkAccessManager &network, QObject *parent = nullptr);
    ~SelfTest() override;

    //! Tries those of \a offer that have not been tried yet; finished() follows if there are any.
    void start(const transport::Endpoint &endpoint, const QList<protocol::Technique> &offer);
    void stop();
    [[nodiscard]] const Obstacles &obstacles() const { return m_obstacles; }

    //! What to use in place of \a wanted: itself if it gets through, or what of \a offer does; nothing that is not offered
    //! unless all of that is kept back.
    [[nodiscard]] protocol::Technique passable(protocol::Technique wanted, const QList<protocol::Technique> &offer) const;

Q_SIGNALS:
    void finished(); //!< obstacles() are known

private:
    void run(protocol::Technique technique, bool isLast);
    void take(transport::TechniqueProbe *probe, std::optional<transport::Obstacle> obstacle, bool isLast);

    QNetworkAccessManager &m_network;
    transport::Endpoint m_endpoint;
    QList<protocol::Technique> m_tried;
    QList<transport::TechniqueProbe *> m_running; // children
    Obstacles m_obstacles;
};

} // namespace pushlab::session
