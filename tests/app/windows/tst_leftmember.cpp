// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/client/leftmember.h"

#include <QDateTime>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;

using Change = std::function<void(session::ClientOptions &)>;
Q_DECLARE_METATYPE(Change)

namespace {

session::ClientOptions mei()
{
    session::ClientOptions options;
    options.host = QUrl(u"http://192.168.1.20:8000/"_s);
    options.room = u"物理"_s;
    options.name = u"Mei"_s;
    return options;
}

} // namespace

//! Who closes the window and comes back is the same member; nobody else is.
class TestLeftMember final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QSettings().clear(); }
    void isItAgainOnce();
    void onlyWhoFits_data();
    void onlyWhoFits();
    void notAfterLong_data();
    void notAfterLong();
    void strangeSettingsAreNobody();

private:
    QTemporaryDir m_directory;
};

void TestLeftMember::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestLeftMember::isItAgainOnce()
{
    QCOMPARE(app::asLeftMember(mei()).member, QString());
    app::noteLeftMember(mei(), u"1-2-3"_s);
    QCOMPARE(app::asLeftMember(mei()).member, u"1-2-3"_s);
    QCOMPARE(app::asLeftMember(mei()).member, QString()); // a second window beside it
}

void TestLeftMember::onlyWhoFits_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("another host") << Change([](auto &options) { options.host = QUrl(u"http://192.168.1.21:8000/"_s); });
    QTest::newRow("another room") << Change([](auto &options) { options.room = u"lobby"_s; });
    QTest::newRow("another name") << Change([](auto &options) { options.name = u"Bo"_s; });
}

void TestLeftMember::onlyWhoFits()
{
    QFETCH(const Change, change);
    app::noteLeftMember(mei(), u"1-2-3"_s);
    session::ClientOptions other = mei();
    change(other);
    QCOMPARE(app::asLeftMember(other).member, QString());
    QCOMPARE(app::asLeftMember(mei()).member, u"1-2-3"_s); // who may still come
}

void TestLeftMember::notAfterLong_data()
{
    QTest::addColumn<qint64>("away"); // s
    QTest::addColumn<bool>("isIt");
    QTest::newRow("at once") << qint64(0) << true;
    QTest::newRow("soon") << qint64(290) << true;
    QTest::newRow("late") << qint64(301) << false;
    QTest::newRow("the clock was set back") << qint64(-60) << false;
}

void TestLeftMember::notAfterLong()
{
    QFETCH(const qint64, away);
    QFETCH(const bool, isIt);
    app::noteLeftMember(mei(), u"1-2-3"_s);
    QSettings settings;
    QStringList left = settings.value(u"client/left"_s).toStringList();
    left.last() = QString::number(QDateTime::currentMSecsSinceEpoch() - away * 1000);
    settings.setValue(u"client/left"_s, left);
    settings.sync();
    QCOMPARE(app::asLeftMember(mei()).member, isIt ? u"1-2-3"_s : QString());
}

void TestLeftMember::strangeSettingsAreNobody()
{
    for (const QStringList &strange :
         {QStringList{u"a"_s}, QStringList{mei().host.toString(), mei().room, mei().name, u"1"_s, u"soon"_s}}) {
        QSettings().setValue(u"client/left"_s, strange);
        QCOMPARE(app::asLeftMember(mei()).member, QString());
    }
}

QTEST_GUILESS_MAIN(TestLeftMember)
#include "tst_leftmember.moc"
