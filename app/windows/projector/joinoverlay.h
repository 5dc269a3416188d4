// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/projector/projectorview.h"
#include "server/protocol/invitation.h"

namespace pushlab::app {

class QrView;

//! How to join, in a corner above any other view: for who comes late.
class JoinOverlay final : public ProjectorView
{
    Q_OBJECT

public:
    explicit JoinOverlay(QWidget *parent);

    void take(const ProjectorContent &content) override;
    [[nodiscard]] QString title() const override { return {}; }
    void place(); //!< in the corner of the window

protected:
    void retranslate() override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showInvitation();

    protocol::Invitation m_invitation;
    QrView *m_code;
    QLabel *m_openCaption;
    FittedLabel *m_address;
    QLabel *m_pinCaption;
    FittedLabel *m_pin;
};

} // namespace pushlab::app
