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
        ++told;
        if (onDeliver)
            onDeliver();
        return keepsUp;
    }
    void startAnew() override {}

    bool keepsUp = true;
    int told = 0;
    std::function<void()> onDeliver;

private:
    QChar m_name;
    QString &m_story;
};

} // namespace

class TestAudience final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void tellsEachOnce();
    void tellsTheSlowLast();
    void whoCatchesUpIsNoLongerLast();
    void newcomersComeBeforeTheSlow();
    void anybodyMayLeaveWhileTold();
    void comesToAnEndWithOnlySlow();
    void tellsAllHoweverTheyComeAndGo();

private:
    Reader &enter(char name);
    void leave(Reader &reader);
    QString tell();

    QString m_story;
    std::unique_ptr<Audience> m_audience;
    std::vector<std::unique_ptr<Reader>> m_readers;
};

void TestAudience::init()
{
    m_audience = std::make_unique<Audience>();
    m_readers.clear();
    m_story.clear();
}

Reader &TestAudience::enter(char name)
{
    m_readers.push_back(std::make_unique<Reader>(QLatin1Char(name), m_story));
    m_audience->enter(m_readers.back().get());
    return *m_readers.back();
}

void TestAudience::leave(Reader &reader)
{
    m_audience->leave(&reader);
    std::erase_if(m_readers, [&reader](const auto &one) { return one.get() == &reader; });
}

QString TestAudience::tell()
{
    m_story.clear();
    m_audience->startTelling();
    while (m_audience->isTelling())
        m_audience->tellNext();
    return m_story;
}

void TestAudience::tellsEachOnce()
{
    QVERIFY(m_audience->isEmpty());
    QCOMPARE(tell(), QString());
    for (const char name : {'a', 'b', 'c'})
        enter(name);
    QVERIFY(!m_audience->isEmpty());
    QCOMPARE(tell(), u"abc"_s);
    QCOMPARE(tell(), u"abc"_s);
    QCOMPARE(m_audience->all().size(), size_t(3));
}

void TestAudience::tellsTheSlowLast()
{
    Reader &slow = enter('s');
    for (const char name : {'a', 'b', 'c'})
        enter(name);
    slow.keepsUp = false;
    QCOMPARE(tell(), u"scabs"_s); // it turns out to be slow
    QCOMPARE(tell(), u"cabs"_s);
}

void TestAudience::whoCatchesUpIsNoLongerLast()
{
    Reader &slow = enter('s');
    enter('a');
    Reader &slower = enter('t');
    slow.keepsUp = slower.keepsUp = false;
    tell();
    QCOMPARE(tell().first(1), u"a"_s);
    QCOMPARE(m_story.size(), 3);
    slow.keepsUp = true;
    tell();
    QCOMPARE(tell().last(1), u"t"_s);
    QCOMPARE(m_story.size(), 3);
}

void TestAudience::newcomersComeBeforeTheSlow()
{
    enter('s').keepsUp = false;
    tell();
    enter('a');
    QCOMPARE(tell(), u"as"_s);
}

void TestAudience::anybodyMayLeaveWhileTold()
{
    enter('a');
    Reader &b = enter('b');
    b.keepsUp = false;
    enter('c');
    enter('d');
    b.onDeliver = [this, &b] { m_audience->leave(&b); };
    QCOMPARE(tell(), u"abdc"_s);
    QCOMPARE(tell(), u"adc"_s);
}

void TestAudience::comesToAnEndWithOnlySlow()
{
    for (const char name : {'a', 'b', 'c'})
        enter(name).keepsUp = false;
    QVERIFY(tell().size() <= 6);
    QCOMPARE(tell().size(), 3);
}

void TestAudience::tellsAllHoweverTheyComeAndGo()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
        m_story.clear();
        m_audience->startTelling();
        std::vector<Reader *> present;
        for (const auto &reader : m_readers) {
            reader->told = 0;
            present.push_back(reader.get());
        }
        while (m_audience->isTelling()) {
            m_audience->tellNext();
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
        QVERIFY(std::ranges::all_of(present, [](const Reader *reader) { return reader->told >= 1; }));
        QCOMPARE(m_audience->all().size(), m_readers.size());
    }
}

QTEST_APPLESS_MAIN(TestAudience)
#include "tst_subscriberlist.moc"
