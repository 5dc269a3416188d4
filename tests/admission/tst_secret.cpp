// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/secret.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace pushlab::admission;

class TestSecret final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void keysFitAddresses();
    void comparesAllOfIt_data();
    void comparesAllOfIt();
};

void TestSecret::keysFitAddresses()
{
    QSet<QByteArray> keys;
    for (int i = 0; i < 100; ++i) {
        const QByteArray key = generateKey();
        QVERIFY(QRegularExpression(QStringLiteral("^[A-Za-z0-9_-]{22}$")).match(QString::fromLatin1(key)).hasMatch());
        keys.insert(key);
    }
    QCOMPARE(keys.size(), 100);
}

void TestSecret::comparesAllOfIt_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("same") << QByteArray("123456") << true;
    QTest::newRow("first wrong") << QByteArray("923456") << false;
    QTest::newRow("last wrong") << QByteArray("123459") << false;
    QTest::newRow("shorter") << QByteArray("12345") << false;
    QTest::newRow("longer") << QByteArray("1234560") << false;
    QTest::newRow("blank before") << QByteArray(" 123456") << false;
    QTest::newRow("NUL behind") << QByteArray("123456\0", 7) << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestSecret::comparesAllOfIt()
{
    QFETCH(QByteArray, given);
    QFETCH(bool, isSame);
    QCOMPARE(isSameSecret(given, "123456"), isSame);
}

QTEST_GUILESS_MAIN(TestSecret)

#include "tst_secret.moc"
