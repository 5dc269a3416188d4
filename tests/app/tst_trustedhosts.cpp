// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/trustedhosts.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace pushlab::app;
using namespace Qt::Literals::StringLiterals;

class TestTrustedHosts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachHostHasItsOwn();
    void anotherTakesItsPlace();
    void isBounded();
    void spoiltSettingsTrustNobody();

private:
    QTemporaryDir m_directory;
};

void TestTrustedHosts::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestTrustedHosts::eachHostHasItsOwn()
{
    const QUrl host(u"https://[fd00::1]:8000"_s);
    QVERIFY(trustedFingerprint(host).isEmpty());
    trustHost(host, QByteArray(32, 'a'));
    QCOMPARE(trustedFingerprint(host), QByteArray(32, 'a'));
    QVERIFY(trustedFingerprint(QUrl(u"https://[fd00::1]:8001"_s)).isEmpty());
    QVERIFY(trustedFingerprint(QUrl(u"https://[fd00::2]:8000"_s)).isEmpty());
}

void TestTrustedHosts::anotherTakesItsPlace()
{
    const QUrl host(u"https://10.0.0.1:8000"_s);
    trustHost(host, QByteArray(32, 'a'));
    trustHost(host, QByteArray(32, 'b'));
    QCOMPARE(trustedFingerprint(host), QByteArray(32, 'b'));
}

void TestTrustedHosts::isBounded()
{
    for (int i = 0; i < 100; ++i)
        trustHost(QUrl(u"https://10.0.1.%1:8000"_s.arg(i)), QByteArray(32, char(i)));
    QCOMPARE(trustedFingerprint(QUrl(u"https://10.0.1.99:8000"_s)), QByteArray(32, char(99)));
    QVERIFY(trustedFingerprint(QUrl(u"https://10.0.1.0:8000"_s)).isEmpty());
    QVERIFY(QSettings().value(u"join/trusted/size"_s).toInt() <= 50);
}

void TestTrustedHosts::spoiltSettingsTrustNobody()
{
    QSettings settings;
    settings.beginWriteArray(u"join/trusted"_s, 1);
    settings.setArrayIndex(0);
    settings.setValue(u"host"_s, u"10.0.0.9:8000"_s);
    settings.setValue(u"fingerprint"_s, u"rubbish"_s);
    settings.endArray();
    QVERIFY(trustedFingerprint(QUrl(u"https://10.0.0.9:8000"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(TestTrustedHosts)
#include "tst_trustedhosts.moc"
