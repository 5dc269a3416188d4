// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/personalorders.h"

#include <QTest>

using namespace pushlab::room;
using namespace Qt::Literals::StringLiterals;
using pushlab::protocol::OwnOrders;
using pushlab::protocol::Technique;

class TestPersonalOrders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsOrderedAtFirst();
    void ordersHoldForOneMember();
    void ordersAreBounded();
    void splitsInOrder();
    void orderOfOnesOwnGoesFirst();
    void lateComersFillTheSmallest();
};

void TestPersonalOrders::nothingIsOrderedAtFirst()
{
    QVERIFY(PersonalOrders().of("m:a") == OwnOrders());
    QVERIFY(!PersonalOrders().hasNames());
}

void TestPersonalOrders::ordersHoldForOneMember()
{
    PersonalOrders orders;
    QVERIFY(orders.setTechnique("m:a", Technique::Sse));
    QVERIFY(orders.setName("m:a", u"Anna"_s));
    QVERIFY((orders.of("m:a") == OwnOrders{Technique::Sse, false, false, u"Anna"_s}));
    QVERIFY(orders.of("m:b") == OwnOrders());
    QVERIFY(orders.setTechnique("m:a", std::nullopt));
    QVERIFY(orders.setName("m:a", {}));
    QVERIFY(orders.of("m:a") == OwnOrders());
}

void TestPersonalOrders::ordersAreBounded()
{
    PersonalOrders orders;
    for (qsizetype i = 0; i < PersonalOrders::maxEntries; ++i) {
        QVERIFY(orders.setTechnique(QByteArray::number(i), Technique::Polling));
        QVERIFY(orders.setName(QByteArray::number(i), u"x"_s));
    }
    QVERIFY(!orders.setTechnique("one more", Technique::Polling));
    QVERIFY(!orders.setName("one more", u"x"_s));
    QVERIFY(orders.setTechnique("0", Technique::WebSocket)); // who is among them may change
    QVERIFY(orders.setName("0", u"y"_s));
    QVERIFY(orders.setTechnique("1", std::nullopt));
    QVERIFY(orders.setTechnique("one more", Technique::Polling));
}

void TestPersonalOrders::splitsInOrder()
{
    PersonalOrders orders;
    QList<QByteArray> members;
    for (int i = 0; i < 30; ++i)
        members.append("m:" + QByteArray::number(i));
    const QList techniques{Technique::Polling, Technique::LongPolling, Technique::WebSocket};
    orders.split(members, techniques);
    for (int i = 0; i < 30; ++i) {
        QCOMPARE(orders.of(members.at(i)).technique, std::optional(techniques.at(i % 3)));
        QVERIFY(orders.of(members.at(i)).isBySplit);
    }
    orders.split(members, {Technique::Sse});
    QCOMPARE(orders.of("m:7").technique, std::optional(Technique::Sse));
    orders.endSplit();
    QVERIFY(orders.of("m:7") == OwnOrders());
}

void TestPersonalOrders::orderOfOnesOwnGoesFirst()
{
    PersonalOrders orders;
    orders.split({"m:a", "m:b"}, {Technique::Polling, Technique::WebSocket});
    QVERIFY(orders.setTechnique("m:a", Technique::WebSocket));
    QVERIFY((orders.of("m:a") == OwnOrders{Technique::WebSocket, false, false, {}}));
    QVERIFY(orders.setTechnique("m:a", std::nullopt));
    QVERIFY((orders.of("m:a") == OwnOrders{Technique::Polling, true, false, {}}));
}

void TestPersonalOrders::lateComersFillTheSmallest()
{
    PersonalOrders orders;
    orders.join("m:early"); // the class is not split
    QVERIFY(orders.of("m:early") == OwnOrders());
    orders.split({"m:a"}, {Technique::Polling, Technique::WebSocket});
    orders.join("m:b");
    QCOMPARE(orders.of("m:b").technique, std::optional(Technique::WebSocket));
    orders.join("m:c");
    QCOMPARE(orders.of("m:c").technique, std::optional(Technique::Polling));
    orders.join("m:b"); // keeps its part
    QCOMPARE(orders.of("m:b").technique, std::optional(Technique::WebSocket));
}

QTEST_GUILESS_MAIN(TestPersonalOrders)

#include "tst_personalorders.moc"
