// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/outbox.h"

#include <QTest>

using namespace pushlab;
using session::Outbox;
using namespace Qt::Literals::StringLiterals;

namespace {

protocol::Outgoing outgoing(const QString &id, const QString &text = u"hello"_s)
{
    return {text, u"Mei"_s, id, u"member"_s, std::nullopt, 0};
}

QString nextId(Outbox &outbox)
{
    const protocol::Outgoing *const next = outbox.takeNext();
    return next ? next->id : QString();
}

protocol::Message logged(qint64 seq, const protocol::Outgoing &own)
{
    return {seq, own.from, own.text, own.sent, own.sent + 1, own.via};
}

} // namespace

class TestOutbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesInOrder();
    void whatIsRequeuedKeepsItsPlace();
    void refusedWaitsForRetry();
    void isBounded();
    void isBoundedInText();
    void claimsByNumberAfterTheAcknowledgement();
    void claimsByTimeBeforeTheAcknowledgement();
    void claimsNothingOfOthers();
    void claimsUnderTheNameThatTheHostGave();
    void forgetsNumbersOfAnOldLog();
};

void TestOutbox::takesInOrder()
{
    Outbox outbox;
    QVERIFY(!outbox.takeNext());
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(outbox.add(outgoing(id)));
    QCOMPARE(nextId(outbox), u"a");
    QCOMPARE(nextId(outbox), u"b");
    QCOMPARE(outbox.sentCount(), 2);
    QVERIFY(outbox.confirm(u"a"_s, 1));
    QVERIFY(!outbox.confirm(u"a"_s, 1));
    QCOMPARE(outbox.sentCount(), 1);
    QCOMPARE(nextId(outbox), u"c");
    QVERIFY(!outbox.takeNext());
}

void TestOutbox::whatIsRequeuedKeepsItsPlace()
{
    Outbox outbox;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(outbox.add(outgoing(id)));
    QCOMPARE(nextId(outbox), u"a");
    outbox.requeue(u"a"_s);
    QCOMPARE(nextId(outbox), u"a");
    QCOMPARE(nextId(outbox), u"b");
    outbox.requeueAll();
    QCOMPARE(outbox.sentCount(), 0);
    QCOMPARE(nextId(outbox), u"a");
    QCOMPARE(nextId(outbox), u"b");
    QCOMPARE(nextId(outbox), u"c");
}

void TestOutbox::refusedWaitsForRetry()
{
    Outbox outbox;
    QVERIFY(outbox.add(outgoing(u"a"_s)));
    QVERIFY(outbox.add(outgoing(u"b"_s)));
    QVERIFY(!outbox.retry(u"a"_s));
    QCOMPARE(nextId(outbox), u"a");
    QVERIFY(outbox.refuse(u"a"_s));
    QVERIFY(!outbox.refuse(u"unknown"_s));
    outbox.requeueAll();
    QCOMPARE(nextId(outbox), u"b");
    QVERIFY(!outbox.takeNext());
    QVERIFY(outbox.retry(u"a"_s));
    QCOMPARE(nextId(outbox), u"a");
}

void TestOutbox::isBounded()
{
    Outbox outbox;
    for (qsizetype i = 0; i < Outbox::maxMessages; ++i)
        QVERIFY(outbox.add(outgoing(QString::number(i))));
    QVERIFY(!outbox.add(outgoing(u"more"_s)));
    QCOMPARE(nextId(outbox), u"0");
    QVERIFY(outbox.refuse(u"0"_s)); // makes room
    QVERIFY(outbox.add(outgoing(u"more"_s)));
    QVERIFY(!outbox.retry(u"0"_s));
}

void TestOutbox::isBoundedInText()
{
    Outbox outbox;
    const QString text(60'000, u'x');
    qsizetype units = 0;
    while (outbox.add(outgoing(QString::number(units), text)))
        units += text.size();
    QVERIFY(units <= Outbox::maxTextUnits);
    QVERIFY(units > Outbox::maxTextUnits - 60'000);
    QCOMPARE(nextId(outbox), u"0");
    QVERIFY(outbox.confirm(u"0"_s, 1));
    QVERIFY(outbox.add(outgoing(u"more"_s, text)));
}

void TestOutbox::claimsByNumberAfterTheAcknowledgement()
{
    Outbox outbox;
    QVERIFY(outbox.add(outgoing(u"a"_s)));
    protocol::Outgoing *const own = outbox.takeNext();
    const protocol::Message message = logged(7, *own);
    QVERIFY(outbox.confirm(u"a"_s, 7));
    QVERIFY(outbox.claim(logged(6, outgoing(u"a"_s))).isEmpty());
    QCOMPARE(outbox.claim(message), u"a");
    QVERIFY(outbox.claim(message).isEmpty()); // once
}

void TestOutbox::claimsByTimeBeforeTheAcknowledgement()
{
    Outbox outbox;
    QVERIFY(outbox.add(outgoing(u"a"_s)));
    QVERIFY(outbox.add(outgoing(u"b"_s))); // the same words, a moment later
    outbox.takeNext()->sent = 1700000000000.123;
    outbox.takeNext()->sent = 1700000000000.456;
    protocol::Outgoing seen = outgoing({});
    seen.sent = 1700000000000.456;
    QCOMPARE(outbox.claim(logged(3, seen)), u"b");
    QVERIFY(outbox.confirm(u"b"_s, std::nullopt));
    seen.sent = 1700000000000.123;
    QCOMPARE(outbox.claim(logged(4, seen)), u"a");
}

void TestOutbox::claimsNothingOfOthers()
{
    Outbox outbox;
    QVERIFY(outbox.add(outgoing(u"a"_s)));
    protocol::Outgoing seen = outgoing({});
    QVERIFY(outbox.claim(logged(1, seen)).isEmpty()); // was never sent
    outbox.takeNext()->sent = 1000;
    QVERIFY(outbox.claim(logged(1, seen)).isEmpty());
    seen.sent = 1000;
    seen.from = u"Li"_s;
    QVERIFY(outbox.claim(logged(1, seen)).isEmpty());
    QVERIFY(outbox.claim(logged(1, seen), u"Mei 2"_s).isEmpty());
    seen.from = u"Mei"_s;
    seen.text = u"other"_s;
    QVERIFY(outbox.claim(logged(1, seen)).isEmpty());
}

void TestOutbox::claimsUnderTheNameThatTheHostGave()
{
    Outbox outbox;
    QVERIFY(outbox.add(outgoing(u"a"_s)));
    outbox.takeNext()->sent = 1000;
    protocol::Outgoing seen = outgoing({});
    seen.sent = 1000;
    seen.from = u"Mei 2"_s;
    QVERIFY(outbox.claim(logged(1, seen)).isEmpty());
    QVERIFY(outbox.claim(logged(1, seen), u"Mei 3"_s).isEmpty());
    QCOMPARE(outbox.claim(logged(1, seen), u"Mei 2"_s), u"a");
}

void TestOutbox::forgetsNumbersOfAnOldLog()
{
    Outbox outbox;
    QVERIFY(outbox.add(outgoing(u"a"_s)));
    QVERIFY(outbox.takeNext());
    QVERIFY(outbox.confirm(u"a"_s, 7));
    outbox.forgetNumbers();
    QVERIFY(outbox.claim(logged(7, outgoing({}, u"of the new log"_s))).isEmpty());
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
