// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/projector/projectorview.h"

#include <QPointer>

namespace pushlab::widgets {
class MessageModel;
}

namespace pushlab::app {

//! The last messages of the class's room, as the teacher's window has them.
class ChatView final : public ProjectorView
{
    Q_OBJECT

public:
    explicit ChatView(QWidget *parent);

    void take(const ProjectorContent &content) override;
    [[nodiscard]] bool hasContent() const override;
    [[nodiscard]] QString title() const override;

protected:
    void resizeParts() override { showMessages(); }
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showMessages();
    [[nodiscard]] QStringList lastMessages() const;

    QPointer<const widgets::MessageModel> m_messages;
    QList<QLabel *> m_lines; // the newest first
};

} // namespace pushlab::app
