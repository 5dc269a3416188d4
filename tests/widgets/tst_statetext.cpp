// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/statetext.h"

#include <QTest>

#include <chrono>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using session::ClientState;

class TestStateText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasAText_data();
    void everyKindHasAText();
    void retryCountsDown();
    void onlyRetryingHasABanner();
};

void TestStateText::everyKindHasAText_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("stopped") << int(ClientState::Kind::Stopped) << u"Not connected"_s;
    QTest::newRow("connecting") << int(ClientState::Kind::Connecting) << u"Connecting …"_s;
    QTest::newRow("waiting") << int(ClientState::Kind::Waiting) << u"Waiting: request open 0.0 s"_s;
    QTest::newRow("pausing") << int(ClientState::Kind::Pausing) << u"Next poll in 0.0 s"_s;
    QTest::newRow("connected") << int(ClientState::Kind::Connected) << u"Connected"_s;
    QTest::newRow("retrying") << int(ClientState::Kind::Retrying) << u"No connection"_s;
}

void TestStateText::everyKindHasAText()
{
    QFETCH(int, kind);
    ClientState state;
    state.kind = ClientState::Kind(kind);
    state.until = QDeadlineTimer(0); // over: it counts no further than 0
    QTEST(widgets::stateText(state), "words");
}

void TestStateText::retryCountsDown()
{
    ClientState state;
    state.kind = ClientState::Kind::Retrying;
    state.everConnected = true;
    state.until = QDeadlineTimer(3500ms);
    QCOMPARE(widgets::retryText(state), u"Connection lost. Retrying in 4 s"_s);
    state.everConnected = false;
    QVERIFY(widgets::retryText(state).startsWith(u"The host does not answer."_s));
}

void TestStateText::onlyRetryingHasABanner()
{
    ClientState state;
    state.kind = ClientState::Kind::Connected;
    QVERIFY(widgets::retryText(state).isEmpty());
}

QTEST_MAIN(TestStateText)
#include "tst_statetext.moc"
