// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"
#include "server/hostoptions.h"

#include <QWidget>

class QLabel;

namespace pushlab::app {

//! What PushLab opens with: host a class or join one.
class StartWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartWindow)

public:
    explicit StartWindow(QWidget *parent = nullptr);

Q_SIGNALS:
    void hostWanted(const pushlab::server::HostOptions &options);
    void joinWanted(const pushlab::session::ClientOptions &options);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void colour();

    QLabel *m_title;
    QLabel *m_subtitle;
};

} // namespace pushlab::app
