// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/withdrawal.h"
#include "tests/reliability/soak/memorywatch.h"
#include "tests/reliability/soak/soakbook.h"

#include <QTest>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using tests::MemoryWatch;
using tests::SoakBook;

namespace {

protocol::Message written(qint64 seq, int sender, int count)
{
    protocol::Message message;
    message.seq = seq;
    message.from = tests::soakName(sender);
    message.text = tests::soakText(sender, count);
    return message;
}

} // namespace

//! Tests that the soak's checks find faults.
class TestSoakChecks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInAWholeLog();
    void findsAnotherText();
    void findsAnotherName_data();
    void findsAnotherName();
    void findsANumberWithTwoContents();
    void findsAMessageUnderTwoNumbers();
    void findsWhatWasAcknowledgedAndIsNotThere();
    void findsWhatWasReceivedAndIsNotThere();
    void findsAHoleInTheLog();
    void knowsWhatWasWithdrawn();
    void leavesTheGeneratorOut();
    void textsDiffer();
    void findsMemoryThatGrows_data();
    void findsMemoryThatGrows();
};

void TestSoakChecks::findsNothingInAWholeLog()
{
    SoakBook book;
    const QList<protocol::Entry> log{written(1, 0, 1), written(2, 7, 1), protocol::ControlEntry{3, 0, {}}, written(4, 0, 2)};
    book.confirm(0, 1, 1);
    for (int reader = 0; reader < 2; ++reader) {
        for (const qsizetype place : {0, 1, 3})
            book.take(std::get<protocol::Message>(log.at(place)));
    }
    book.confirm(0, 2, 4);
    book.confirm(7, 1, 2);
    QCOMPARE(book.last(), 4);
    book.audit(log);
    QCOMPARE(book.wrong() + book.repeated() + book.lost(), 0);
}

void TestSoakChecks::findsAnotherText()
{
    SoakBook book;
    protocol::Message message = written(1, 3, 5);
    message.text += u'.';
    book.take(message);
    QCOMPARE(book.wrong(), 1);
}

void TestSoakChecks::findsAnotherName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("wrong");
    QTest::newRow("another member's") << tests::soakName(4) << qint64(1);
    QTest::newRow("longer") << tests::soakName(33) << qint64(1);
    QTest::newRow("a newcomer's") << QString(tests::soakName(3) + u" 2"_s) << qint64(0);
    QTest::newRow("no number") << QString(tests::soakName(3) + u" x"_s) << qint64(1);
}

void TestSoakChecks::findsAnotherName()
{
    QFETCH(QString, name);
    QFETCH(qint64, wrong);
    SoakBook book;
    protocol::Message message = written(1, 3, 5);
    message.from = name;
    book.take(message);
    QCOMPARE(book.wrong(), wrong);
}

void TestSoakChecks::findsANumberWithTwoContents()
{
    SoakBook book;
    book.take(written(1, 3, 5));
    book.take(written(1, 3, 6));
    QCOMPARE(book.wrong(), 1);
}

void TestSoakChecks::findsAMessageUnderTwoNumbers()
{
    SoakBook book;
    book.take(written(1, 3, 5));
    book.take(written(2, 3, 5));
    QCOMPARE(book.repeated(), 1);
    QCOMPARE(book.wrong(), 0);
}

void TestSoakChecks::findsWhatWasAcknowledgedAndIsNotThere()
{
    SoakBook book;
    book.confirm(1, 1, 1);
    book.confirm(1, 2, 1); // as another one is
    book.audit({written(1, 1, 1)});
    QCOMPARE(book.lost(), 1);
}

void TestSoakChecks::findsWhatWasReceivedAndIsNotThere()
{
    SoakBook book;
    book.take(written(1, 1, 1));
    book.take(written(2, 1, 2));
    book.audit({written(1, 1, 1)});
    QCOMPARE(book.lost(), 1);
}

void TestSoakChecks::findsAHoleInTheLog()
{
    SoakBook book;
    book.audit({written(1, 1, 1), written(3, 1, 2)});
    QCOMPARE(book.wrong(), 1);
    QCOMPARE(book.lost(), 1);
}

void TestSoakChecks::knowsWhatWasWithdrawn()
{
    SoakBook book;
    book.take(written(1, 1, 1));
    book.confirm(1, 2, 2); // withdrawn before anybody received it
    book.pass(4);
    QCOMPARE(book.last(), 4);
    QCOMPARE(book.some(7), 1);
    book.audit({protocol::withdrawnMessage(1), protocol::withdrawnMessage(2), written(3, 1, 3), protocol::withdrawalOf(1)},
               {1, 2, 3});
    QCOMPARE(book.written(), 3);
    QCOMPARE(book.lost(), 0);
    QCOMPARE(book.notWithdrawn(), 1); // the third has its text still
}

void TestSoakChecks::leavesTheGeneratorOut()
{
    SoakBook book;
    protocol::Message message;
    message.seq = 1;
    message.from = u"Generator"_s;
    message.text = u"hi"_s;
    book.take(message);
    QCOMPARE(book.some(0), 0);
    book.audit({message, written(2, 1, 1)});
    QCOMPARE(book.written(), 1);
    QCOMPARE(book.wrong() + book.lost() + book.repeated(), 0);
}

void TestSoakChecks::textsDiffer()
{
    QCOMPARE(tests::soakText(1, 2), tests::soakText(1, 2));
    QVERIFY(tests::soakText(1, 2).section(u' ', 1) != tests::soakText(2, 1).section(u' ', 1));
}

void TestSoakChecks::findsMemoryThatGrows_data()
{
    QTest::addColumn<QList<qint64>>("kb"); // one a minute, settled after two
    QTest::addColumn<bool>("isFlat");
    QTest::newRow("flat") << QList<qint64>{10, 90, 100, 101, 100} << true;
    QTest::newRow("as much as it may") << QList<qint64>{10, 90, 100, 105, 105} << true;
    QTest::newRow("grows") << QList<qint64>{10, 90, 100, 103, 106} << false;
    QTest::newRow("peaks") << QList<qint64>{10, 90, 100, 106, 100} << false;
    QTest::newRow("not seen") << QList<qint64>{10, 90, 0, 0, 0} << false;
    QTest::newRow("too short") << QList<qint64>{10, 90, 100} << false;
}

void TestSoakChecks::findsMemoryThatGrows()
{
    QFETCH(QList<qint64>, kb);
    QFETCH(bool, isFlat);
    MemoryWatch watch(2min, 1.05);
    for (qsizetype i = 0; i < kb.size(); ++i)
        watch.add(i * 1min, kb[i]);
    QCOMPARE(watch.isFlat(), isFlat);
    QCOMPARE(watch.settled(), kb[2]);
}

QTEST_GUILESS_MAIN(TestSoakChecks)
#include "tst_soakchecks.moc"
