// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/subscriberlist.h"

#include <QRandomGenerator>
#include <QString>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

using namespace pushlab::room;
using namespace Qt::Literals::StringLiterals;

namespace {

class Reader final : public Subscriber
{
public:
    Reader(QChar name, QString &story) : m_name(name), m_story(story) {}

    bool deliver() override
    {
        m_story += m_name;
        ++deliveries;
        if (onDeliver)
            onDeliver();
        return keepsUp;
    }
    void onEpochChanged() override {}

    bool keepsUp = true;
    int deliveries = 0;
    std::function<void()> onDeliver;

private:
    QChar m_name;
    QString &m_story;
};

} // namespace

class TestSubscriberList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void deliversToEachOnce();
    void deliversToTheSlowLast();
    void whoCatchesUpIsNoLongerLast();
    void newcomersComeBeforeTheSlow();
    void anybodyMayLeaveDuringABroadcast();
    void comesToAnEndWithOnlySlow();
    void deliversToAllHoweverTheyComeAndGo();

private:
    Reader &enter(char name);
    void leave(Reader &reader);
    QString broadcast();

    QString m_story;
    std::unique_ptr<SubscriberList> m_subscribers;
    std::vector<std::unique_ptr<Reader>> m_readers;
};

void TestSubscriberList::init()
{
    m_subscribers = std::make_unique<SubscriberList>();
    m_readers.clear();
    m_story.clear();
}

Reader &TestSubscriberList::enter(char name)
{
    m_readers.push_back(std::make_unique<Reader>(QLatin1Char(name), m_story));
    m_subscribers->enter(m_readers.back().get());
    return *m_readers.back();
}

void TestSubscriberList::leave(Reader &reader)
{
    m_subscribers->leave(&reader);
    std::erase_if(m_readers, [&reader](const auto &one) { return one.get() == &reader; });
}

QString TestSubscriberList::broadcast()
{
    m_story.clear();
    m_subscribers->startBroadcast();
    while (m_subscribers->isBroadcasting())
        m_subscribers->deliverNext();
    return m_story;
}

void TestSubscriberList::deliversToEachOnce()
{
    QVERIFY(m_subscribers->isEmpty());
    QCOMPARE(broadcast(), QString());
    for (const char name : {'a', 'b', 'c'})
        enter(name);
    QVERIFY(!m_subscribers->isEmpty());
    QCOMPARE(broadcast(), u"abc"_s);
    QCOMPARE(broadcast(), u"abc"_s);
    QCOMPARE(m_subscribers->all().size(), size_t(3));
}

void TestSubscriberList::deliversToTheSlowLast()
{
    Reader &slow = enter('s');
    for (const char name : {'a', 'b', 'c'})
        enter(name);
    slow.keepsUp = false;
    QCOMPARE(broadcast(), u"scabs"_s); // it turns out to be slow
    QCOMPARE(broadcast(), u"cabs"_s);
}

void TestSubscriberList::whoCatchesUpIsNoLongerLast()
{
    Reader &slow = enter('s');
    enter('a');
    Reader &slower = enter('t');
    slow.keepsUp = slower.keepsUp = false;
    broadcast();
    QCOMPARE(broadcast().first(1), u"a"_s);
    QCOMPARE(m_story.size(), 3);
    slow.keepsUp = true;
    broadcast();
    QCOMPARE(broadcast().last(1), u"t"_s);
    QCOMPARE(m_story.size(), 3);
}

void TestSubscriberList::newcomersComeBeforeTheSlow()
{
    enter('s').keepsUp = false;
    broadcast();
    enter('a');
    QCOMPARE(broadcast(), u"as"_s);
}

void TestSubscriberList::anybodyMayLeaveDuringABroadcast()
{
    enter('a');
    Reader &b = enter('b');
    b.keepsUp = false;
    enter('c');
    enter('d');
    b.onDeliver = [this, &b] { m_subscribers->leave(&b); };
    QCOMPARE(broadcast(), u"abdc"_s);
    QCOMPARE(broadcast(), u"adc"_s);
}

void TestSubscriberList::comesToAnEndWithOnlySlow()
{
    for (const char name : {'a', 'b', 'c'})
        enter(name).keepsUp = false;
    QVERIFY(broadcast().size() <= 6);
    QCOMPARE(broadcast().size(), 3);
}

void TestSubscriberList::deliversToAllHoweverTheyComeAndGo()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
        m_story.clear();
        m_subscribers->startBroadcast();
        std::vector<Reader *> present;
        for (const auto &reader : m_readers) {
            reader->deliveries = 0;
            present.push_back(reader.get());
        }
        while (m_subscribers->isBroadcasting()) {
            m_subscribers->deliverNext();
            if (random.bounded(4) == 0 && m_readers.size() < 40)
                enter('n');
            if (random.bounded(4) == 0 && !m_readers.empty()) {
                Reader *const gone = m_readers[size_t(random.bounded(int(m_readers.size())))].get();
                std::erase(present, gone);
                leave(*gone);
            }
            if (!m_readers.empty())
                m_readers[size_t(random.bounded(int(m_readers.size())))]->keepsUp = random.bounded(3) > 0;
        }
        while (m_readers.size() < 10)
            enter('m');
        QVERIFY(std::ranges::all_of(present, [](const Reader *reader) { return reader->deliveries >= 1; }));
        QCOMPARE(m_subscribers->all().size(), m_readers.size());
    }
}

QTEST_APPLESS_MAIN(TestSubscriberList)
#include "tst_subscriberlist.moc"
