// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/admission.h"
#include "tests/room/fakeclock.h"

#include <QRegularExpression>
#include <QTest>

using namespace pushlab::admission;
using namespace pushlab::tests;

//! Which messages are counted: those from this machine only if that is switched on.
class TestMessageRate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void senders_data();
    void senders();
    void aSchoolBehindOneAddress();
    void oneConnectionOfMany();
    void noLimit();
};

namespace {

int sentAtOnce(const Admission::Rules &rules, const QString &address)
{
    FakeClock clock;
    Admission admission(clock, rules);
    int sent = 0;
    while (sent < 100 && admission.maySend({"anna", address}))
        ++sent;
    return sent;
}

} // namespace

void TestMessageRate::senders_data()
{
    QTest::addColumn<bool>("isThisMachine");

    // The address as text, as of a peer.
    for (const char *const address : {"127.0.0.1", "127.1.2.3", "::1"})
        QTest::newRow(address) << true;
    for (const char *const address : {"192.168.1.27", "12.127.0.1", "128.0.0.1", "fe80::1", "::1:1", "::"})
        QTest::newRow(address) << false;
}

void TestMessageRate::senders()
{
    QFETCH(bool, isThisMachine);
    const QString address = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(QHostAddress(address).isLoopback(), isThisMachine);

    Admission::Rules rules;
    rules.messageRate = 3;
    QCOMPARE(sentAtOnce(rules, address), isThisMachine ? 100 : 6);
    rules.limitLoopback = true;
    QCOMPARE(sentAtOnce(rules, address), 6);
}

// 300 clients without a name or id, each of which may send as fast as a member.
void TestMessageRate::aSchoolBehindOneAddress()
{
    FakeClock clock;
    Admission admission(clock, {});
    for (int second = 0; second < 5; ++second) {
        for (quint64 student = 1; student <= 300; ++student) {
            for (int i = 0; i < (second == 0 ? 20 : 10); ++i)
                QVERIFY(admission.maySend({"a:192.168.1.27", u"192.168.1.27", true, student}));
        }
        clock.advance(std::chrono::seconds(1));
    }
}

void TestMessageRate::oneConnectionOfMany()
{
    FakeClock clock;
    Admission admission(clock, {});
    const auto sentBy = [&admission](QStringView address, quint64 connection) {
        int sent = 0;
        while (sent < 10'000 && admission.maySend({QByteArray("a:" + address.toUtf8()), address, true, connection}))
            ++sent;
        return sent;
    };
    QCOMPARE(sentBy(u"192.168.1.27", 7), 20); // its own
    QCOMPARE(sentBy(u"192.168.1.27", 8), 20);
    QCOMPARE(sentBy(u"192.168.1.27", 0), Admission::sendersPerAddress * 20 - 40); // what the address has left
    QCOMPARE(sentBy(u"192.168.1.27", 9), 0);
    QCOMPARE(sentBy(u"192.168.1.28", 10), 20);
}

void TestMessageRate::noLimit()
{
    Admission::Rules rules;
    rules.messageRate = 0;
    QCOMPARE(sentAtOnce(rules, QStringLiteral("192.168.1.27")), 100);
}

QTEST_GUILESS_MAIN(TestMessageRate)
#include "tst_messagerate.moc"
