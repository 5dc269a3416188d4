// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"
#include "server/host.h"

#include <QObject>

#include <memory>
#include <vector>

namespace pushlab::app {

class ClientWindow;
class CompareWindow;
class Demo;
class HostFinder;
class HostWindow;
class StartWindow;

//! Opens one window after another: from the start window into a class, and from a chat back to the start window. Owns them.
class WindowFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowFlow)

public:
    explicit WindowFlow(QObject *parent = nullptr);
    ~WindowFlow() override;

    void showStart();
    void openClient(const session::ClientOptions &options);
    //! A host, whose class its caller starts. The demo's fills itself with members, and its end leads to the start window.
    HostWindow &openHost(const server::HostOptions &options, bool isDemo);

private:
    void startHost(const server::HostOptions &options, bool isDemo);
    void openBeside(const session::ClientOptions &options);
    void leaveDemo();
    void openCompare();
    void leaveClient();
    void closeStart();

    std::unique_ptr<HostFinder> m_finder; // exists while the start window is shown
    std::unique_ptr<StartWindow> m_start;
    std::unique_ptr<HostWindow> m_host;
    std::unique_ptr<Demo> m_demo; // destroyed before the window that it uses
    std::unique_ptr<ClientWindow> m_client;
    std::vector<std::unique_ptr<ClientWindow>> m_beside; // of the own host's class
    std::unique_ptr<CompareWindow> m_compare;
};

} // namespace pushlab::app
