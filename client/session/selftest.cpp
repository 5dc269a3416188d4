// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/selftest.h"

namespace pushlab::session {

using protocol::Technique;
using transport::Obstacle;
using transport::TechniqueProbe;

SelfTest::SelfTest(QNetworkAccessManager &network, QObject *parent) : QObject(parent), m_network(network) {}

SelfTest::~SelfTest() = default;

void SelfTest::start(const transport::Endpoint &endpoint, const QList<Technique> &offer)
{
    m_endpoint = endpoint;
    for (const Technique technique : offer) {
        if (m_tried.contains(technique))
            continue;
        m_tried.append(technique);
        run(technique, false);
    }
}

void SelfTest::stop()
{
    for (TechniqueProbe *const probe : m_running) {
        m_tried.removeOne(probe->technique());
        delete probe;
    }
    m_running.clear();
}

void SelfTest::run(Technique technique, bool isLast)
{
    auto *const probe = new TechniqueProbe(m_endpoint, m_network, technique, this);
    m_running.append(probe);
    connect(probe, &TechniqueProbe::finished, this,
            [this, probe, isLast](std::optional<Obstacle> obstacle) { take(probe, obstacle, isLast); });
    probe->start();
}

void SelfTest::take(TechniqueProbe *probe, std::optional<Obstacle> obstacle, bool isLast)
{
    m_running.removeOne(probe);
    probe->deleteLater(); // it is the one that calls
    if (obstacle && !isLast) {
        run(probe->technique(), true);
        return;
    }
    if (obstacle)
        m_obstacles.insert(probe->technique(), *obstacle);
    if (m_running.isEmpty())
        Q_EMIT finished();
}

Technique SelfTest::passable(Technique wanted, const QList<Technique> &offer) const
{
    if (!m_obstacles.contains(wanted))
        return wanted;
    const auto passing = [this](QList<Technique> techniques) {
        techniques.removeIf([this](Technique technique) { return m_obstacles.contains(technique); });
        return techniques;
    };
    const QList<Technique> offered = passing(offer);
    if (!offered.isEmpty())
        return protocol::closestOffered(wanted, offered);
    const QList<Technique> others = passing(protocol::defaultTechniques());
    return others.isEmpty() ? wanted : protocol::closestOffered(wanted, others);
}

} // namespace pushlab::session
