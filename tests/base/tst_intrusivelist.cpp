// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/intrusivelist.h"

#include <QString>
#include <QTest>

#include <array>

using namespace pushlab::base;
using namespace Qt::Literals::StringLiterals;

namespace {

struct OneTag;
struct OtherTag;

struct Bead : IntrusiveListHook<OneTag>, IntrusiveListHook<OtherTag>
{
    QChar name;
};

using One = IntrusiveList<Bead, OneTag>;
using Other = IntrusiveList<Bead, OtherTag>;

template <typename SomeList>
QString names(const SomeList &list)
{
    QString all;
    for (const Bead *bead = list.first(); bead; bead = list.next(bead))
        all += bead->name;
    return all;
}

} // namespace

class TestIntrusiveList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keepsOrder();
    void removesAnywhere();
    void keepsListsApart();
    void takesAllOfAnother();

private:
    std::array<Bead, 4> m_beads;
    One m_one;
    One m_further;
    Other m_other;
};

void TestIntrusiveList::init()
{
    for (size_t i = 0; i < m_beads.size(); ++i)
        m_beads[i].name = QChar(ushort('a' + i));
}

void TestIntrusiveList::cleanup()
{
    for (One *const list : {&m_one, &m_further}) {
        while (Bead *const bead = list->first())
            One::remove(bead);
    }
    while (Bead *const bead = m_other.first())
        Other::remove(bead);
}

void TestIntrusiveList::keepsOrder()
{
    QVERIFY(m_one.isEmpty());
    QVERIFY(!m_one.first());
    m_one.pushBack(&m_beads[1]);
    m_one.pushBack(&m_beads[2]);
    m_one.pushFront(&m_beads[0]);
    QCOMPARE(names(m_one), u"abc"_s);
    QVERIFY(!m_one.isEmpty());
}

void TestIntrusiveList::removesAnywhere()
{
    for (Bead &bead : m_beads)
        m_one.pushBack(&bead);
    One::remove(&m_beads[1]);
    QCOMPARE(names(m_one), u"acd"_s);
    One::remove(&m_beads[3]);
    One::remove(&m_beads[0]);
    QCOMPARE(names(m_one), u"c"_s);
    m_one.pushFront(&m_beads[0]);
    QCOMPARE(names(m_one), u"ac"_s);
}

void TestIntrusiveList::keepsListsApart()
{
    m_one.pushBack(&m_beads[0]);
    m_one.pushBack(&m_beads[1]);
    m_other.pushFront(&m_beads[0]);
    m_other.pushFront(&m_beads[1]);
    One::remove(&m_beads[0]);
    QCOMPARE(names(m_one), u"b"_s);
    QCOMPARE(names(m_other), u"ba"_s);
}

void TestIntrusiveList::takesAllOfAnother()
{
    m_one.takeInFront(m_further);
    QVERIFY(m_one.isEmpty());
    m_further.pushBack(&m_beads[0]);
    m_further.pushBack(&m_beads[1]);
    m_one.takeInFront(m_further);
    QCOMPARE(names(m_one), u"ab"_s);
    QVERIFY(m_further.isEmpty());
    m_further.pushBack(&m_beads[2]);
    m_further.pushBack(&m_beads[3]);
    m_one.takeInFront(m_further);
    QCOMPARE(names(m_one), u"cdab"_s);
    One::remove(&m_beads[3]);
    One::remove(&m_beads[2]);
    QCOMPARE(names(m_one), u"ab"_s);
}

QTEST_APPLESS_MAIN(TestIntrusiveList)
#include "tst_intrusivelist.moc"
