// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/activitypanel.h"

#include "client/session/delayreporter.h"
#include "client/widgets/figures.h"
#include "client/widgets/plotting.h"
#include "client/widgets/stripchart.h"
#include "server/host.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using protocol::Technique;
using widgets::ActivityPanel;

//! The panel with a client of a real host.
class TestActivityPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheClientsNumbers();
    void showsADotForEachDelay();
    void restsWhileHidden();

private:
    [[nodiscard]] bool says(const QString &name) const;
    [[nodiscard]] int dots() const { return m_panel->strip().plot().graph(int(Technique::WebSocket))->dataCount(); }

    std::unique_ptr<server::Host> m_host;
    std::unique_ptr<session::ChatClient> m_client;
    std::unique_ptr<ActivityPanel> m_panel;
};

void TestActivityPanel::initTestCase()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    m_host = std::make_unique<server::Host>(options);
    QSignalSpy started(m_host.get(), &server::Host::started);
    m_host->start();
    QTRY_COMPARE(started.count(), 1);
}

void TestActivityPanel::init()
{
    session::ClientOptions options;
    options.host = QUrl(u"http://127.0.0.1:%1"_s.arg(m_host->port()));
    options.room = QString::fromLatin1(QTest::currentTestFunction()); // one that is empty
    options.technique = Technique::WebSocket;
    m_client = std::make_unique<session::ChatClient>(options);
    m_panel = std::make_unique<ActivityPanel>(*m_client);
    m_panel->resize(400, 500);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_client->start();
    QTRY_COMPARE(m_client->state().kind, session::ClientState::Kind::Connected);
    QTRY_VERIFY(m_client->clockUncertainty()); // else a message has no delay yet
}

void TestActivityPanel::cleanup()
{
    m_panel.reset();
    m_client.reset();
}

//! The cell's text for screen readers.
bool TestActivityPanel::says(const QString &name) const
{
    const auto labels = m_panel->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&name](const QLabel *label) { return label->accessibleName() == name; });
}

void TestActivityPanel::showsTheClientsNumbers()
{
    QVERIFY(says(u"WebSocket, Received: 0"_s));
    QVERIFY(says(u"WebSocket, Delay p50: –"_s));
    for (int i = 0; i < 3; ++i)
        m_client->send(u"hello"_s);
    QTRY_VERIFY(says(u"WebSocket, Received: 3"_s));
    QTRY_VERIFY(says(u"WebSocket, Sent: 3"_s));
    QTRY_VERIFY(says(u"WebSocket, Delays measured: 3"_s));
    QVERIFY(!says(u"WebSocket, Delay p50: –"_s));
    const session::ClientCounters &counters = m_client->counters(Technique::WebSocket);
    QVERIFY(counters.uncertainty && *counters.uncertainty >= *m_client->clockUncertainty() / 2);
    const double median = session::toMilliseconds(counters.delays.quantile(0.5));
    QVERIFY(says(u"WebSocket, Delay p50: "_s + widgets::measuredDelay(median, counters.uncertainty)));
    QVERIFY(says(u"Short polling, Received: 0"_s));
}

void TestActivityPanel::showsADotForEachDelay()
{
    for (int i = 0; i < 3; ++i)
        m_client->send(u"hello"_s);
    QTRY_COMPARE(dots(), 3);
}

void TestActivityPanel::restsWhileHidden()
{
    QSignalSpy drawn(&m_panel->strip().plot(), &QCustomPlot::afterReplot);
    QTRY_VERIFY(drawn.size() >= 2); // time goes on though nothing comes
    m_panel->hide();
    drawn.clear();
    m_client->send(u"hello"_s);
    QTRY_COMPARE(dots(), 1);
    QTest::qWait(600); // more than two steps of time
    QCOMPARE(drawn.size(), 0);
    m_panel->show();
    QVERIFY(says(u"WebSocket, Received: 1"_s));
    QTRY_VERIFY(!drawn.isEmpty());
}

QTEST_MAIN(TestActivityPanel)
#include "tst_activitypanel.moc"
