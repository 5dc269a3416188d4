// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signalwatcher.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace pushlab::app;

class TestSignalWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void catches_data();
    void catches();
};

void TestSignalWatcher::catches_data()
{
    QTest::addColumn<int>("signal");

    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestSignalWatcher::catches()
{
    QFETCH(int, signal);
    struct sigaction before = {};
    ::sigaction(signal, nullptr, &before);
    {
        SignalWatcher watcher;
        const QSignalSpy caught(&watcher, &SignalWatcher::caught);
        std::raise(signal);
        QCOMPARE(caught.size(), 0); // not within the handler
        QTRY_COMPARE(caught.size(), 1);
        QCOMPARE(caught.first().first().toInt(), signal);
        struct sigaction now = {};
        ::sigaction(signal, nullptr, &now);
        QVERIFY(now.sa_handler == SIG_DFL); // the next one ends the program
    }
    ::sigaction(signal, &before, nullptr); // what the test library had set
}

QTEST_GUILESS_MAIN(TestSignalWatcher)
#include "tst_signalwatcher.moc"
