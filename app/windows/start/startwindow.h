// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/discovery/foundhosts.h"
#include "client/session/chatclient.h"
#include "server/host.h"

#include <QWidget>

class QLabel;

namespace pushlab::app {

class ActionCard;
class HostForm;
class JoinForm;

//! The first window of PushLab: host a class, join one, try the demo or compare.
class StartWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartWindow)

public:
    explicit StartWindow(QWidget *parent = nullptr);

    //! Offers \a hosts for joining.
    void setFoundHosts(const QList<FoundHost> &hosts);

Q_SIGNALS:
    void hostWanted(const pushlab::server::HostOptions &options);
    void joinWanted(const pushlab::session::ClientOptions &options);
    void demoWanted();
    void compareWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeScrollable();
    void showOldClasses();
    void openOldClasses();
    void fitHeight();
    void retranslate();
    void colour();

    QWidget *m_content;
    QLabel *m_title;
    QLabel *m_subtitle;
    HostForm *m_host;
    JoinForm *m_join;
    ActionCard *m_demo;
    ActionCard *m_compare;
    ActionCard *m_old; // visible while there are classes that were not used for long
};

} // namespace pushlab::app
