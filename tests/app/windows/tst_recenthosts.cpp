// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/recenthosts.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab::app;

class TestRecentHosts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void newestFirstAndBounded();
    void spoiltSettingsDoNoHarm();

private:
    QTemporaryDir m_directory;
};

void TestRecentHosts::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestRecentHosts::newestFirstAndBounded()
{
    QVERIFY(recentHosts().isEmpty());
    for (int i = 0; i < 20; ++i)
        rememberHost({QUrl(u"http://10.0.0.%1:8000"_s.arg(i)), u"lobby"_s});
    const RecentHost again{QUrl(u"http://10.0.0.15:8000"_s), u"lobby"_s};
    rememberHost(again);
    const auto hosts = recentHosts();
    QCOMPARE(hosts.size(), 8);
    QCOMPARE(hosts.first(), again);
    QCOMPARE(hosts.count(again), 1);
}

void TestRecentHosts::spoiltSettingsDoNoHarm()
{
    QSettings settings;
    settings.beginWriteArray(u"join/recent"_s, 2);
    settings.setArrayIndex(0);
    settings.setValue(u"host"_s, u"::not a url::"_s);
    settings.setArrayIndex(1);
    settings.setValue(u"host"_s, QUrl(u"http://10.0.0.1:8000"_s));
    settings.setValue(u"room"_s, QString());
    settings.endArray();
    QVERIFY(recentHosts().isEmpty());
}

QTEST_GUILESS_MAIN(TestRecentHosts)
#include "tst_recenthosts.moc"
