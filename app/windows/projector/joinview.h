// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/projector/projectorview.h"
#include "server/protocol/invitation.h"

#include <QHash>
#include <QStringList>

namespace pushlab::app {

class NamesLabel;
class QrView;

//! How to join: QR code, address and PIN, and the names of those who have, the last to come first.
class JoinView final : public ProjectorView
{
    Q_OBJECT

public:
    explicit JoinView(QWidget *parent);

    void take(const ProjectorContent &content) override;
    void clear() override;
    [[nodiscard]] QString title() const override;

protected:
    void resizeParts() override;
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showInvitation();
    void noteArrivals(const ProjectorContent &content);

    protocol::Invitation m_invitation;
    QStringList m_arrived; // keys, in the order in which they came
    QHash<QString, QString> m_names; // by key
    qint64 m_joined = 0;
    qint64 m_unlisted = 0; // members of the room that are not listed
    QrView *m_code;
    QLabel *m_openCaption;
    FittedLabel *m_address;
    QLabel *m_pinCaption;
    FittedLabel *m_pin;
    QLabel *m_roomCaption;
    FittedLabel *m_room;
    QLabel *m_joinedText;
    NamesLabel *m_people;
};

//! The address of \a invitation as it is to be typed: a browser adds the rest, but for TLS.
[[nodiscard]] QString typedAddress(const protocol::Invitation &invitation);

} // namespace pushlab::app
