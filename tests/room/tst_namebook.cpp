// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/limits.h"
#include "server/room/namebook.h"
#include "tests/room/fakeclock.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace pushlab::tests {

using room::NameBook;

//! One name for each id, and no two alike.
class TestNameBook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoComesSecondGetsANumber();
    void alikeIsTaken_data();
    void alikeIsTaken();
    void anIdKeepsItsName();
    void whoTakesAnotherNameFreesTheFirst();
    void whoMayComeInHasAName();
    void awayForLongFreesTheName();
    void aLongNameStaysWithinItsBytes();
    void manyNamesakesAreQuick();
    void reservationsAreBounded();

private:
    FakeClock m_clock;
};

void TestNameBook::whoComesSecondGetsANumber()
{
    NameBook book;
    QCOMPARE(book.enter("a", u"Li Ming"_s), u"Li Ming"_s);
    QCOMPARE(book.enter("b", u"Li Ming"_s), u"Li Ming 2"_s);
    QCOMPARE(book.enter("c", u"Li Ming"_s), u"Li Ming 3"_s);
    QCOMPARE(book.enter("d", u"Li Ming 2"_s), u"Li Ming 2 2"_s);
}

void TestNameBook::alikeIsTaken_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("isAlike");
    QTest::newRow("case") << u"Li Ming"_s << u"li MING"_s << true;
    QTest::newRow("blanks") << u"Li Ming"_s << u" Li  Ming "_s << true;
    QTest::newRow("wide letters") << u"Anna"_s << u"Ａｎｎａ"_s << true;
    QTest::newRow("decomposed") << u"Zo\u00eb"_s << u"Zoe\u0308"_s << true;
    QTest::newRow("another") << u"李明"_s << u"李敏"_s << false;
    QTest::newRow("begins alike") << u"Ann"_s << u"Anna"_s << false;
}

void TestNameBook::alikeIsTaken()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QFETCH(const bool, isAlike);
    NameBook book;
    QCOMPARE(book.enter("a", first), first);
    QCOMPARE(book.enter("b", second), isAlike ? second + u" 2"_s : second);
}

void TestNameBook::anIdKeepsItsName()
{
    NameBook book;
    (void)book.enter("a", u"Ann"_s);
    QCOMPARE(book.enter("b", u"Ann"_s), u"Ann 2"_s);
    QCOMPARE(book.enter("b", u"Ann"_s), u"Ann 2"_s); // as it asks in every request
    QCOMPARE(book.enter("b", u"Ann 2"_s), u"Ann 2"_s); // as it may say once it knows
    QCOMPARE(book.enter("b", u"Ann"_s), u"Ann 2"_s);
    book.leave("a", m_clock.steady());
    QCOMPARE(book.enter("b", u"Ann"_s), u"Ann 2"_s); // no name changes by somebody's going
    QCOMPARE(book.enter("a", u"Ann"_s), u"Ann"_s);
}

void TestNameBook::whoTakesAnotherNameFreesTheFirst()
{
    NameBook book;
    (void)book.enter("a", u"Ann"_s);
    QCOMPARE(book.enter("a", u"Bo"_s), u"Bo"_s);
    QCOMPARE(book.enter("b", u"Ann"_s), u"Ann"_s);
    QCOMPARE(book.enter("a", u"ann"_s), u"ann 2"_s);
    QCOMPARE(book.enter("a", u"ANN"_s), u"ANN 2"_s);
    QCOMPARE(book.enter("b", u"ANN"_s), u"ANN"_s);
}

void TestNameBook::whoMayComeInHasAName()
{
    NameBook book;
    QCOMPARE(book.nameOf("a"), QString());
    QCOMPARE(book.reserve("a", u"Ann"_s, m_clock.steady()), u"Ann"_s);
    QCOMPARE(book.reserve("b", u"Ann"_s, m_clock.steady()), u"Ann 2"_s);
    QCOMPARE(book.nameOf("b"), u"Ann 2"_s);
    QCOMPARE(book.enter("b", u"Ann"_s), u"Ann 2"_s);
}

void TestNameBook::awayForLongFreesTheName()
{
    NameBook book;
    (void)book.enter("a", u"Ann"_s);
    book.leave("a", m_clock.steady());
    m_clock.advance(NameBook::life);
    book.sweep(m_clock.steady());
    QCOMPARE(book.enter("b", u"Ann"_s), u"Ann 2"_s);
    m_clock.advance(1ms);
    book.sweep(m_clock.steady());
    QCOMPARE(book.nameOf("a"), QString());
    QCOMPARE(book.nameOf("b"), u"Ann 2"_s);
    QCOMPARE(book.enter("c", u"Ann"_s), u"Ann"_s);
}

void TestNameBook::aLongNameStaysWithinItsBytes()
{
    NameBook book;
    const QString name = u"😀"_s.repeated(protocol::maxNameBytes / 4);
    QCOMPARE(book.enter("a", name), name);
    const QString second = book.enter("b", name);
    QVERIFY2(second.toUtf8().size() <= protocol::maxNameBytes, qPrintable(second));
    QVERIFY(second.isValidUtf16());
    QVERIFY(second.endsWith(u" 2"_s));
    QVERIFY(book.enter("c", name) != second);
}

void TestNameBook::manyNamesakesAreQuick()
{
    NameBook book;
    QSet<QString> names;
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i)
        names.insert(book.enter(QByteArray::number(i), u"Guest"_s));
    QCOMPARE(names.size(), count); // quadratic work would take this test beyond its time
}

void TestNameBook::reservationsAreBounded()
{
    NameBook book;
    for (int i = 0; i < 2 * NameBook::maxAbsent; ++i)
        (void)book.reserve(QByteArray::number(i), u"n%1"_s.arg(i), m_clock.steady());
    QCOMPARE(book.nameOf("0"), u"n0"_s);
    QCOMPARE(book.nameOf(QByteArray::number(NameBook::maxAbsent)), QString());
    QCOMPARE(book.reserve("more", u"n0"_s, m_clock.steady()), u"n0 2"_s); // it is told what it would be
    QCOMPARE(book.enter("more", u"n0"_s), u"n0 2"_s); // and who comes has a place in any case
    book.leave("more", m_clock.steady());
    QCOMPARE(book.nameOf("more"), QString());
    m_clock.advance(NameBook::life + 1ms);
    book.sweep(m_clock.steady());
    QCOMPARE(book.reserve("again", u"n0"_s, m_clock.steady()), u"n0"_s);
}

} // namespace pushlab::tests

QTEST_APPLESS_MAIN(pushlab::tests::TestNameBook)
#include "tst_namebook.moc"
