// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/link/delayline.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace pushlab::io;
using namespace std::chrono_literals;

namespace {

using Time = DelayLine::Clock::time_point;
using Ending = DelayLine::Ending;

double milliseconds(DelayLine::Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

//! Everything that is due at \a now.
QByteArray takeDue(DelayLine &line, Time now)
{
    QByteArray taken;
    for (auto due = line.due(now); !due.bytes.isEmpty(); due = line.due(now)) {
        taken += due.bytes;
        line.take(due.bytes.size());
    }
    return taken;
}

} // namespace

class TestDelayLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delays()
    {
        DelayLine line;
        QVERIFY(!line.nextDue());
        line.add("one", m_start, {100ms}, m_random);
        line.add("two", m_start + 30ms, {100ms}, m_random);
        QCOMPARE(*line.nextDue(), m_start + 100ms);
        QCOMPARE(takeDue(line, m_start + 99ms), "");
        QCOMPARE(takeDue(line, m_start + 100ms), "one");
        QCOMPARE(*line.nextDue(), m_start + 130ms);
        QCOMPARE(takeDue(line, m_start + 1h), "two");
        QVERIFY(line.isEmpty());
    }

    void takesInParts()
    {
        DelayLine line;
        line.add("abcdef", m_start, {1ms}, m_random);
        line.take(2);
        QCOMPARE(line.due(m_start + 1ms).bytes, QByteArrayView("cdef"));
        line.take(4);
        QVERIFY(line.isEmpty());
    }

    void boundsTheRate()
    {
        DelayLine line;
        const LinkConditions conditions{50ms, 0ms, 1'000'000};
        line.add(QByteArray(60'000, 'a'), m_start, conditions, m_random);
        line.add(QByteArray(40'000, 'b'), m_start + 10ms, conditions, m_random);
        for (const auto at : {100ms, 250ms, 450ms, 700ms}) {
            static qsizetype taken = 0;
            taken += takeDue(line, m_start + at).size();
            const double expected = double((at - 50ms).count()) * 125; // bytes a millisecond
            QVERIFY2(taken <= expected && taken > expected - 1500, QByteArray::number(taken));
        }
        QVERIFY(!takeDue(line, m_start + 849ms).isEmpty());
        QVERIFY(!line.isEmpty());
        QVERIFY(!takeDue(line, m_start + 850ms + 1us).isEmpty());
        QVERIFY(line.isEmpty());
        // Idle time does not count against later bytes.
        line.add(QByteArray(125, 'c'), m_start + 10s, conditions, m_random);
        QCOMPARE(*line.nextDue(), m_start + 10s + 51ms);
    }

    void spreadsUniformly()
    {
        constexpr int count = 20'000;
        DelayLine line;
        std::vector<double> delays;
        for (int i = 0; i < count; ++i) {
            const Time now = m_start + i * 1s;
            line.add("x", now, {100ms, 20ms}, m_random);
            delays.push_back(milliseconds(*line.nextDue() - now));
            line.take(1);
        }
        std::ranges::sort(delays);
        QVERIFY(delays.front() >= 80 && delays.back() <= 120);
        // For a uniform distribution; 1.63 / √n is the 1 % limit of the Kolmogorov-Smirnov test.
        double distance = 0;
        for (int i = 0; i < count; ++i)
            distance = std::max(distance, std::abs((delays[std::size_t(i)] - 80) / 40 - double(i) / count));
        QVERIFY2(distance < 1.63 / std::sqrt(count), QByteArray::number(distance));
    }

    void neverReorders()
    {
        DelayLine line;
        QByteArray sent;
        QByteArray received;
        Time now = m_start;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray bytes(i % 7 + 1, char('a' + i % 26));
            line.add(bytes, now, {30ms, 60ms, i % 2 ? 100'000 : 0}, m_random);
            sent += bytes;
            received += takeDue(line, now);
            now += 3ms;
        }
        received += takeDue(line, now + 1h);
        QCOMPARE(received, sent);
    }

    void neverEarlierThanSent()
    {
        DelayLine line;
        for (int i = 0; i < 1000; ++i) {
            const Time now = m_start + i * 1s;
            line.add("x", now, {5ms, 1000ms}, m_random);
            QVERIFY(*line.nextDue() >= now);
            line.take(1);
        }
    }

    void endsBehindTheBytes()
    {
        DelayLine line;
        line.add("bytes", m_start, {100ms}, m_random);
        line.end(Ending::Closed, m_start + 10ms, {100ms}, m_random);
        QCOMPARE(line.ending(), Ending::Closed);
        QCOMPARE(takeDue(line, m_start + 105ms), "bytes");
        QCOMPARE(line.due(m_start + 105ms).ending, Ending::None);
        QCOMPARE(line.due(m_start + 110ms).ending, Ending::Closed);
        line.end(Ending::Reset, m_start + 20ms, {100ms}, m_random);
        line.take(0);
        QCOMPARE(*line.nextDue(), m_start + 120ms);
        QCOMPARE(line.due(m_start + 120ms).ending, Ending::Reset);
        line.take(0);
        QVERIFY(line.isEmpty());
    }

    void holdsBack()
    {
        DelayLine line;
        line.holdBack(m_start + 200ms);
        line.add("first", m_start, {100ms}, m_random);
        QCOMPARE(*line.nextDue(), m_start + 300ms);
        QCOMPARE(takeDue(line, m_start + 300ms), "first");
        line.add("next", m_start + 400ms, {100ms}, m_random);
        QCOMPARE(*line.nextDue(), m_start + 500ms);
    }

    void changesUnderWay()
    {
        DelayLine line;
        const LinkConditions slow{10s, 0ms, 8000};
        line.add(QByteArray(1000, 'a'), m_start, slow, m_random);
        line.add(QByteArray(500, 'b'), m_start + 100ms, slow, m_random);
        line.end(Ending::Closed, m_start + 200ms, slow, m_random);
        QCOMPARE(*line.nextDue(), m_start + 11s);
        line.reschedule(m_start + 300ms, {500ms});
        QCOMPARE(*line.nextDue(), m_start + 500ms);
        QCOMPARE(takeDue(line, m_start + 500ms).size(), 1000);
        QCOMPARE(*line.nextDue(), m_start + 600ms);
        line.reschedule(m_start + 550ms, {});
        QCOMPARE(takeDue(line, m_start + 550ms).size(), 500);
        QCOMPARE(line.due(m_start + 550ms).ending, Ending::Closed);
    }

    void isBounded()
    {
        DelayLine line;
        const LinkConditions conditions{60s};
        int parcels = 0;
        while (!line.isFull()) {
            line.add("x", m_start, conditions, m_random);
            ++parcels;
        }
        QVERIFY2(parcels < 4000, QByteArray::number(parcels)); // many small ones cost more than their bytes
        (void)takeDue(line, m_start + 60s);
        QVERIFY(line.isEmpty() && !line.isFull());
        line.add(QByteArray(DelayLine::capacity, 'x'), m_start, conditions, m_random);
        QVERIFY(line.isFull());
        line.clear();
        QVERIFY(line.isEmpty() && !line.isFull());
    }

private:
    const Time m_start = Time(1h);
    QRandomGenerator m_random{42};
};

QTEST_GUILESS_MAIN(TestDelayLine)
#include "tst_delayline.moc"
