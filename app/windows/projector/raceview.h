// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/projector/projectorview.h"
#include "server/protocol/race.h"

#include <array>
#include <optional>

namespace pushlab::widgets {
class PhotoFinish;
}

namespace pushlab::app {

//! The race that is open, or the last: how far it is, the photo finish, the ranking by technique. It names no member.
class RaceView final : public ProjectorView
{
    Q_OBJECT

public:
    explicit RaceView(QWidget *parent);

    void take(const ProjectorContent &content) override;
    void clear() override;
    [[nodiscard]] bool hasContent() const override { return m_race.has_value(); }
    [[nodiscard]] QString title() const override;

protected:
    void resizeParts() override;
    void retranslate() override { showRace(); }

private:
    //! A technique in the ranking.
    struct Place
    {
        QLabel *place;
        QLabel *name;
        QLabel *median;
    };

    void showRace();

    std::optional<protocol::Race> m_race;
    double m_now = 0; // host's time, ms since 1970
    QLabel *m_state;
    QLabel *m_verdict;
    widgets::PhotoFinish *m_picture;
    std::array<Place, protocol::allTechniques.size()> m_places;
};

} // namespace pushlab::app
