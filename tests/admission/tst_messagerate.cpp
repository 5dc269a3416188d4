// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/admission.h"
#include "tests/room/fakeclock.h"

#include <QRegularExpression>
#include <QTest>

using namespace pushlab::admission;
using namespace pushlab::tests;

//! Whose messages are counted: those of this machine only if they are meant to be.
class tst_MessageRate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void senders_data();
    void senders();
    void noLimit();
};

namespace {

int sentAtOnce(const Admission::Rules &rules, const QString &address)
{
    FakeClock clock;
    Admission admission(clock, rules);
    int sent = 0;
    while (sent < 100 && admission.maySend("anna", address))
        ++sent;
    return sent;
}

} // namespace

void tst_MessageRate::senders_data()
{
    QTest::addColumn<bool>("isThisMachine");

    // As a peer's address is written out.
    for (const char *const address : {"127.0.0.1", "127.1.2.3", "::1"})
        QTest::newRow(address) << true;
    for (const char *const address : {"192.168.1.27", "12.127.0.1", "128.0.0.1", "fe80::1", "::1:1", "::"})
        QTest::newRow(address) << false;
}

void tst_MessageRate::senders()
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

void tst_MessageRate::noLimit()
{
    Admission::Rules rules;
    rules.messageRate = 0;
    QCOMPARE(sentAtOnce(rules, QStringLiteral("192.168.1.27")), 100);
}

QTEST_GUILESS_MAIN(tst_MessageRate)
#include "tst_messagerate.moc"
