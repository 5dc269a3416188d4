// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/projector/projectorview.h"
#include "server/hostsnapshot.h"

#include <array>
#include <optional>

namespace pushlab::app {

//! The member in the spotlight: name, technique, what it cost so far, its last messages.
class SpotlightView final : public ProjectorView
{
    Q_OBJECT

public:
    explicit SpotlightView(QWidget *parent);

    void take(const ProjectorContent &content) override;
    void clear() override;
    void setPaused(bool isPaused) override { m_isPaused = isPaused; }
    [[nodiscard]] bool hasContent() const override { return m_spotlight.has_value(); }
    [[nodiscard]] QString title() const override;

protected:
    void resizeParts() override;
    void retranslate() override { showMember(); }
    void resizeEvent(QResizeEvent *event) override;

private:
    //! A number and what it is.
    struct Figure
    {
        QLabel *value;
        QLabel *caption;
    };

    void showMember();
    void showMessages();
    [[nodiscard]] QString lastMessages(qsizetype count) const;

    std::optional<server::SpotlightState> m_spotlight;
    bool m_isPaused = false;
    FittedLabel *m_name;
    QLabel *m_technique;
    std::array<Figure, 4> m_figures;
    QLabel *m_said;
};

} // namespace pushlab::app
