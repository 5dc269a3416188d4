// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/language.h"

#include "app/windows/start/startwindow.h"
#include "client/widgets/techniquestyle.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;

class TestLanguage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void understandsItsNames_data();
    void understandsItsNames();
    void openWindowsSwitch();
    void choiceIsKept();
    void speaksOfOneAndOfSeveral();
    void qtsOwnDialogsSpeakChinese();

private:
    QTemporaryDir m_directory;
};

void TestLanguage::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestLanguage::understandsItsNames_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s << u"en"_s;
    QTest::newRow("zh_CN") << u"zh_CN"_s << u"zh_CN"_s;
    QTest::newRow("zh") << u"zh"_s << u"zh_CN"_s;
    QTest::newRow("zh-Hans-CN") << u"zh-Hans-CN"_s << u"zh_CN"_s;
    QTest::newRow("not translated") << u"de"_s << u"en"_s;
}

void TestLanguage::understandsItsNames()
{
    QFETCH(QString, given);
    app::applyLanguage(given);
    QTEST(app::currentLanguage(), "language");
}

void TestLanguage::openWindowsSwitch()
{
    app::applyLanguage(u"en"_s);
    QCOMPARE(widgets::techniqueTitle(protocol::Technique::Polling), u"Short polling"_s);
    app::StartWindow window;
    window.show();
    const auto says = [&window](const QString &words) {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->text() == words; });
    };
    QVERIFY(says(u"Join a class"_s));
    app::applyLanguage(u"zh_CN"_s);
    QCOMPARE(widgets::techniqueTitle(protocol::Technique::Polling), u"短轮询"_s);
    QTRY_VERIFY(says(u"加入课堂"_s));
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    app::applyLanguage(u"en"_s);
    QTRY_VERIFY(says(u"Join a class"_s));
}

void TestLanguage::choiceIsKept()
{
    app::chooseLanguage(u"zh_CN"_s);
    app::applyLanguage(u"en"_s); // asked for on the command line: for once
    app::applyLanguage({});
    QCOMPARE(app::currentLanguage(), u"zh_CN"_s);
}

void TestLanguage::speaksOfOneAndOfSeveral()
{
    const auto said = [](int count) {
        return QCoreApplication::translate("VirtualMembers", "%n virtual client(s)", nullptr, count);
    };
    app::applyLanguage(u"en"_s);
    QCOMPARE(said(1), u"1 virtual client"_s);
    QCOMPARE(said(2), u"2 virtual clients"_s);
    app::applyLanguage(u"zh_CN"_s);
    QCOMPARE(said(1), u"1 个虚拟客户端"_s);
    app::applyLanguage(u"en"_s);
}

void TestLanguage::qtsOwnDialogsSpeakChinese()
{
    if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_zh_CN.qm"_s))
        QSKIP("Qt's own translations are not installed");
    app::applyLanguage(u"zh_CN"_s);
    QMessageBox box(QMessageBox::Question, QString(), QString(), QMessageBox::Cancel);
    QVERIFY2(box.button(QMessageBox::Cancel)->text().startsWith(u"取消"_s), qPrintable(box.button(QMessageBox::Cancel)->text()));
    app::applyLanguage(u"en"_s);
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
