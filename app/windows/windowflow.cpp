// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/windowflow.h"

#include "app/demo/demooptions.h"
#include "app/discovery/hostfinder.h"
#include "app/windows/client/clientwindow.h"
#include "app/windows/compare/comparewindow.h"
#include "app/windows/endwatch.h"
#include "app/windows/host/demo.h"
#include "app/windows/host/hostwindow.h"
#include "app/windows/start/recenthosts.h"
#include "app/windows/start/startwindow.h"
#include "app/windows/usedname.h"

#include <algorithm>

namespace pushlab::app {

WindowFlow::WindowFlow(QObject *parent) : QObject(parent) {}

WindowFlow::~WindowFlow() = default;

void WindowFlow::showStart()
{
    m_finder = std::make_unique<HostFinder>();
    m_start = std::make_unique<StartWindow>();
    connect(m_finder.get(), &HostFinder::changed, m_start.get(), [this] { m_start->setFoundHosts(m_finder->hosts()); });
    connect(m_start.get(), &StartWindow::hostWanted, this, [this](const server::HostOptions &options) {
        askAboutUsedName(m_start.get(), options.room, [this, options] { startHost(options, false); });
    });
    connect(m_start.get(), &StartWindow::demoWanted, this, [this] { startHost(demoOptions(), true); });
    connect(m_start.get(), &StartWindow::compareWanted, this, &WindowFlow::openCompare);
    connect(m_start.get(), &StartWindow::joinWanted, this, &WindowFlow::openClient);
    m_finder->start(); // on failure, addresses can still be typed
    m_start->show();
}

//! Closes the start window after the next window is shown, because the application ends with the last window.
void WindowFlow::closeStart()
{
    m_finder.reset();
    if (!m_start)
        return;
    m_start->close();
    m_start.release()->deleteLater(); // it is the sender of this signal
}

HostWindow &WindowFlow::openHost(const server::HostOptions &options, bool isDemo)
{
    m_host = std::make_unique<HostWindow>(options, isDemo ? Records::InMemory : Records::PerRoom);
    connect(m_host.get(), &HostWindow::clientWanted, this, &WindowFlow::openBeside);
    if (isDemo) {
        m_demo = std::make_unique<Demo>(*m_host);
        connect(m_host.get(), &HostWindow::closed, this, &WindowFlow::leaveDemo);
    }
    m_host->show();
    return *m_host;
}

void WindowFlow::startHost(const server::HostOptions &options, bool isDemo)
{
    openHost(options, isDemo).start();
    closeStart();
}

void WindowFlow::openBeside(const session::ClientOptions &options)
{
    ClientWindow *const window = m_beside.emplace_back(std::make_unique<ClientWindow>(options)).get();
    m_host->addOwnMembers({window->memberId()}); // nobody is cut off with it
    connect(window, &ClientWindow::leaveWanted, this, [this, window] {
        window->close();
        const auto found = std::ranges::find_if(m_beside, [window](const auto &beside) { return beside.get() == window; });
        if (found == m_beside.end())
            return;
        found->release()->deleteLater(); // it is the one that calls
        m_beside.erase(found);
    });
    window->show();
    window->start();
}

void WindowFlow::leaveDemo()
{
    if (EndWatch::isEnding())
        return;
    showStart();
    m_beside.clear();
    m_demo.reset();
    m_host.release()->deleteLater(); // it is the one that calls
}

void WindowFlow::openCompare()
{
    m_compare = std::make_unique<CompareWindow>();
    m_compare->show();
    closeStart();
}

void WindowFlow::openClient(const session::ClientOptions &options)
{
    m_client = std::make_unique<ClientWindow>(options);
    // Only hosts that have answered are offered again.
    connect(m_client.get(), &ClientWindow::answered, this, [host = options.host, room = options.room] {
        rememberHost({host, room});
    });
    connect(m_client.get(), &ClientWindow::leaveWanted, this, &WindowFlow::leaveClient);
    m_client->show();
    m_client->start();
    closeStart();
}

void WindowFlow::leaveClient()
{
    showStart();
    m_client->close();
    m_client.release()->deleteLater(); // it is the sender of this signal
}

} // namespace pushlab::app
