// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classfile.h"
#include "app/datetext.h"
#include "app/windows/language.h"
#include "app/windows/start/actioncard.h"
#include "app/windows/start/oldclassesdialog.h"
#include "app/windows/start/startwindow.h"
#include "client/widgets/problemlabel.h"
#include "server/storage/database.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::OldClassesDialog;
using app::StartWindow;

namespace {

void setAge(const QString &name, int daysAgo)
{
    QFile file(name);
    if (!file.open(QFile::ReadWrite)
        || !file.setFileTime(QDateTime::currentDateTime().addDays(-daysAgo), QFile::FileModificationTime))
        qFatal("%s", qPrintable(file.errorString()));
}

QString makeClass(const QString &room, int daysAgo)
{
    const QString name = app::classFile(room);
    const auto fault = server::importRoom(name, room, {room, {protocol::Message{1, u"Mia"_s, u"hi"_s, 0, 1, std::nullopt}}});
    if (fault)
        qFatal("%s", qPrintable(fault->text));
    setAge(name, daysAgo);
    return name;
}

app::ActionCard *cardOf(const StartWindow &window)
{
    return window.findChild<app::ActionCard *>(u"oldClasses"_s);
}

//! Clicks what asks first, and gives the answer.
void deleteChosen(OldClassesDialog &dialog, QMessageBox::ButtonRole role)
{
    dialog.findChildren<QPushButton *>().constFirst()->click();
    QTRY_VERIFY(dialog.findChild<QMessageBox *>());
    auto *const box = dialog.findChild<QMessageBox *>();
    for (QAbstractButton *const button : box->buttons()) {
        if (box->buttonRole(button) == role)
            button->click();
    }
    QTRY_VERIFY(!dialog.findChild<QMessageBox *>());
}

} // namespace

//! The start window's offer to delete classes that were not used for 30 days.
class TestOldClasses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsOfferedWithoutAny();
    void listsNameDateAndSize();
    void nothingGoesWithoutAClick();
    void oneButtonDeletesAClass();
    void saysWhyOneIsNotDeleted();
    void oneThatIsUsedMeanwhileStays();
    void speaksChinese();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestOldClasses::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_directory->path().toUtf8());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory->path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
    QVERIFY(app::classFolder().startsWith(m_directory->path()));
    QVERIFY(QDir().mkpath(app::classFolder()));
}

void TestOldClasses::nothingIsOfferedWithoutAny()
{
    makeClass(u"lately"_s, 29);
    const StartWindow window;
    QVERIFY(cardOf(window)->isHidden());
}

void TestOldClasses::listsNameDateAndSize()
{
    makeClass(u"<b>maths"_s, 31);
    makeClass(u"older"_s, 90);
    makeClass(u"lately"_s, 29);
    StartWindow window;
    QVERIFY(!cardOf(window)->isHidden());
    QVERIFY(cardOf(window)->findChildren<QLabel *>().at(1)->text().contains(u": 2 ("));
    cardOf(window)->findChild<QPushButton *>()->click();
    const auto *const list = window.findChild<OldClassesDialog *>()->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 2);
    const QTreeWidgetItem &oldest = *list->topLevelItem(0);
    QCOMPARE(oldest.text(0), u"older"_s);
    QCOMPARE(oldest.text(1), app::dateText(QDate::currentDate().addDays(-90)));
    QVERIFY2(oldest.text(2).contains(u"B"), qPrintable(oldest.text(2)));
    QCOMPARE(list->topLevelItem(1)->text(0), u"<b>maths"_s);
}

void TestOldClasses::nothingGoesWithoutAClick()
{
    const QString file = makeClass(u"maths"_s, 31);
    StartWindow window;
    window.show();
    OldClassesDialog dialog;
    dialog.show();
    QVERIFY(!dialog.findChildren<QPushButton *>().constFirst()->isEnabled()); // nothing is chosen
    dialog.findChild<QTreeWidget *>()->selectAll();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(!dialog.findChild<QMessageBox *>());
    deleteChosen(dialog, QMessageBox::RejectRole);
    dialog.close();
    window.close();
    QVERIFY(QFile::exists(file));
}

void TestOldClasses::oneButtonDeletesAClass()
{
    const QString file = makeClass(u"maths"_s, 31);
    QVERIFY(app::moveAside(file));
    makeClass(u"maths"_s, 40);
    for (const QString &beside : {app::previousOf(file), app::pinFileOf(file)})
        setAge(beside, 40);
    const QString other = makeClass(u"physics"_s, 35);
    StartWindow window;
    cardOf(window)->findChild<QPushButton *>()->click();
    auto *const dialog = window.findChild<OldClassesDialog *>();
    auto *const list = dialog->findChild<QTreeWidget *>();
    list->topLevelItem(0)->setSelected(true);
    deleteChosen(*dialog, QMessageBox::AcceptRole);
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(QDir(app::classFolder()).entryList(QDir::Files), QStringList{u"physics.sqlite"_s});
    QVERIFY(!cardOf(window)->isHidden());
    list->selectAll();
    deleteChosen(*dialog, QMessageBox::AcceptRole);
    QTRY_VERIFY(!QFile::exists(other));
    QVERIFY(cardOf(window)->isHidden());
}

void TestOldClasses::saysWhyOneIsNotDeleted()
{
    const QString file = makeClass(u"maths"_s, 31);
    OldClassesDialog dialog;
    dialog.show();
    dialog.findChild<QTreeWidget *>()->selectAll();
    storage::DatabaseConnection reader(file); // holds it as a host does, but writes nothing
    QVERIFY(reader.open() && reader.run(u"PRAGMA locking_mode=EXCLUSIVE"_s) && reader.run(u"BEGIN EXCLUSIVE"_s));
    setAge(file + u"-wal"_s, 31);
    deleteChosen(dialog, QMessageBox::AcceptRole);
    auto *const problem = dialog.findChild<widgets::ProblemLabel *>();
    QTRY_VERIFY2(problem->text().contains(u"in use by another host"), qPrintable(problem->text()));
    QVERIFY(QFile::exists(file));
}

void TestOldClasses::oneThatIsUsedMeanwhileStays()
{
    const QString file = makeClass(u"maths"_s, 31);
    OldClassesDialog dialog;
    dialog.show();
    dialog.findChild<QTreeWidget *>()->selectAll();
    QVERIFY(QFile::remove(file));
    makeClass(u"maths"_s, 0);
    deleteChosen(dialog, QMessageBox::AcceptRole);
    QTRY_COMPARE(dialog.findChild<QTreeWidget *>()->topLevelItemCount(), 0);
    QVERIFY(dialog.findChild<widgets::ProblemLabel *>()->text().contains(u"was used meanwhile"));
    QVERIFY(QFile::exists(file));
}

void TestOldClasses::speaksChinese()
{
    makeClass(u"maths"_s, 31);
    StartWindow window;
    app::applyLanguage(u"zh_CN"_s);
    QCoreApplication::processEvents();
    QVERIFY(cardOf(window)->findChildren<QLabel *>().at(1)->text().contains(u"30 天"));
    const OldClassesDialog dialog;
    QCOMPARE(dialog.findChildren<QPushButton *>().constFirst()->text(), u"删除…"_s);
    app::applyLanguage(u"en"_s);
}

QTEST_MAIN(TestOldClasses)
#include "tst_oldclasses.moc"
