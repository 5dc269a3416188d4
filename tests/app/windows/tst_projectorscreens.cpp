// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/projectorview.h"
#include "app/windows/projector/projectorwindow.h"
#include "tests/app/windows/projectorsample.h"

#include <QApplication>
#include <QFile>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::ProjectorWindow;

//! A desktop with two screens, the second of which is the projector's.
class TestProjectorScreens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsTheScreenBeside_data();
    void fillsTheScreenBeside();
    void goesToTheLeadersOther();
};

void TestProjectorScreens::fillsTheScreenBeside_data()
{
    QTest::addColumn<int>("leader");
    QTest::newRow("teacher on the first") << 0;
    QTest::newRow("teacher on the second") << 1;
}

void TestProjectorScreens::fillsTheScreenBeside()
{
    QFETCH(const int, leader);
    const QList<QScreen *> screens = QGuiApplication::screens();
    QCOMPARE(screens.size(), 2);
    QWidget teacher;
    teacher.setGeometry(QRect(screens.at(leader)->geometry().topLeft() + QPoint(50, 50), QSize(400, 300)));
    teacher.show();
    QCOMPARE(teacher.screen(), screens.at(leader));
    const tests::ProjectorSample sample;
    ProjectorWindow window;
    sample.feed(window);
    window.open(teacher);
    QTRY_VERIFY(window.isFullScreen());
    QCOMPARE(window.screen(), screens.at(1 - leader));
    QTRY_COMPARE(window.geometry(), screens.at(1 - leader)->geometry());
    QCOMPARE(window.view().textSize(), leader == 0 ? 28 : 29); // 1024×768, 1280×800
}

void TestProjectorScreens::goesToTheLeadersOther()
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    QWidget teacher;
    teacher.setGeometry(QRect(screens.at(0)->geometry().topLeft() + QPoint(50, 50), QSize(400, 300)));
    teacher.show();
    ProjectorWindow window;
    window.open(teacher);
    QTRY_COMPARE(window.screen(), screens.at(1));
    QTest::keyClick(&window, Qt::Key_F11);
    QVERIFY(!window.isVisible());
    teacher.move(screens.at(1)->geometry().topLeft() + QPoint(50, 50));
    QTRY_COMPARE(teacher.screen(), screens.at(1));
    window.open(teacher);
    QTRY_COMPARE(window.geometry(), screens.at(0)->geometry());
}

// The platform reads its screens from a file before there is an application.
int main(int argc, char *argv[])
{
    const QTemporaryDir directory;
    QFile screens(directory.filePath(u"screens.json"_s));
    if (!screens.open(QIODevice::WriteOnly))
        return 1;
    screens.write(R"({"screens":[{"name":"desk","x":0,"y":0,"width":1280,"height":800},
        {"name":"projector","x":1280,"y":0,"width":1024,"height":768}]})");
    screens.close();
    qputenv("QT_QPA_PLATFORM", QByteArray("offscreen:configfile=" + QFile::encodeName(screens.fileName())));
    QApplication application(argc, argv);
    TestProjectorScreens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_projectorscreens.moc"
