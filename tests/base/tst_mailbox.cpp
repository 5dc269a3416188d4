// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/loop/mailbox.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>
#include <thread>

using pushlab::base::Mailbox;

class TestMailbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }

    void deliversAllThatWaitsAtOnce()
    {
        QList<std::vector<int>> deliveries;
        Mailbox<int> box([&](std::vector<int> &&values) { deliveries.append(std::move(values)); });
        QVERIFY(box.post(1));
        QVERIFY(box.post(2));
        QVERIFY(box.sender().post(3));
        QVERIFY(deliveries.isEmpty()); // never from within post()
        QTRY_COMPARE(deliveries.size(), 1);
        QCOMPARE(deliveries.first(), (std::vector{1, 2, 3}));
        QVERIFY(box.post(4));
        QTRY_COMPARE(deliveries.size(), 2);
        QCOMPARE(deliveries.last(), std::vector{4});
    }

    void takesValuesThatOnlyMove()
    {
        int sum = 0;
        Mailbox<std::unique_ptr<int>> box([&](std::vector<std::unique_ptr<int>> &&values) {
            for (const auto &value : values)
                sum += *value;
        });
        box.post(std::make_unique<int>(20));
        box.post(std::make_unique<int>(22));
        QTRY_COMPARE(sum, 42);
    }

    void latestReplacesWhatWaits()
    {
        QList<std::vector<int>> deliveries;
        Mailbox<int> box([&](std::vector<int> &&values) { deliveries.append(std::move(values)); });
        for (int i = 0; i < 1000; ++i)
            QVERIFY(box.postLatest(i));
        QTRY_COMPARE(deliveries.size(), 1);
        QCOMPARE(deliveries.first(), std::vector{999});
        QVERIFY(box.postLatest(1000));
        QTRY_COMPARE(deliveries.size(), 2);
        QCOMPARE(deliveries.last(), std::vector{1000});
    }

    void dropsWhatComesAfterTheEnd()
    {
        int count = 0;
        auto value = std::make_shared<int>(1);
        auto box = std::make_unique<Mailbox<std::shared_ptr<int>>>([&](auto &&) { ++count; });
        const auto sender = box->sender();
        QVERIFY(sender.post(value));
        box->close();
        QCOMPARE(value.use_count(), 1); // what waited is gone
        QVERIFY(!sender.post(value));
        QVERIFY(!box->postLatest(value));
        box.reset();
        QVERIFY(!sender.post(value));
        QCOMPARE(value.use_count(), 1);
        QVERIFY(!Mailbox<int>::Sender().post(1));
        QCoreApplication::processEvents();
        QCOMPARE(count, 0);
    }

    void handlerMayDestroyTheBox()
    {
        std::unique_ptr<Mailbox<int>> box;
        int count = 0;
        box = std::make_unique<Mailbox<int>>([&](auto &&) {
            box.reset();
            ++count;
        });
        box->post(1);
        QTRY_COMPARE(count, 1);
        QVERIFY(!box);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void handlerMayPost()
    {
        int last = 0;
        std::unique_ptr<Mailbox<int>> box;
        box = std::make_unique<Mailbox<int>>([&](std::vector<int> &&values) {
            last = values.back();
            if (last < 10)
                box->post(last + 1);
        });
        box->post(1);
        QTRY_COMPARE(last, 10);
    }

    void twoThreadsPostInOrder()
    {
        constexpr int perThread = 50'000;
        struct Value
        {
            int thread;
            int number;
        };
        int next[2] = {0, 0};
        bool isInOrder = true;
        int deliveries = 0;
        Mailbox<Value> box([&](std::vector<Value> &&values) {
            ++deliveries;
            for (const Value &value : values)
                isInOrder = isInOrder && value.number == next[value.thread]++;
        });
        const auto run = [sender = box.sender()](int thread) {
            for (int i = 0; i < perThread; ++i)
                sender.post({thread, i});
        };
        std::thread first(run, 0);
        std::thread second(run, 1);
        QTRY_COMPARE_WITH_TIMEOUT(next[0] + next[1], 2 * perThread, 30'000);
        first.join();
        second.join();
        QVERIFY(isInOrder);
        QVERIFY(deliveries <= 2 * perThread);
    }

    void snapshotsFromAnotherThreadAreNeverMoreThanOne()
    {
        constexpr int last = 50'000;
        int seen = -1;
        bool isRising = true;
        bool isSingle = true;
        Mailbox<int> box([&](std::vector<int> &&values) {
            isSingle = isSingle && values.size() == 1;
            isRising = isRising && values.back() > seen;
            seen = values.back();
        });
        std::thread poster([sender = box.sender()] {
            for (int i = 0; i <= last; ++i)
                sender.postLatest(i);
        });
        QTRY_COMPARE_WITH_TIMEOUT(seen, last, 30'000);
        poster.join();
        QVERIFY(isRising);
        QVERIFY(isSingle);
    }

    void ownerGoesWhileOthersPost()
    {
        for (int round = 0; round < 50; ++round) {
            auto box = std::make_unique<Mailbox<int>>([](auto &&) {});
            std::thread poster([sender = box->sender()] {
                int i = 0;
                while (sender.post(i))
                    ++i;
            });
            QCoreApplication::processEvents();
            box.reset(); // the poster has the last handle now
            poster.join();
        }
    }
};

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
