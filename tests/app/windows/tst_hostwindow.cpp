// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/hostwindow.h"

#include "app/windows/joinpanel.h"
#include "app/windows/membersview.h"
#include "client/widgets/chatpane.h"
#include "client/widgets/messageinput.h"
#include "client/widgets/messagemodel.h"

#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::HostWindow;

//! The teacher's window with a real host behind it.
class tst_HostWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hostsAndChats();
    void saysWhyItCannotListen();
    void fitsASmallScreen();

private:
    static server::HostOptions loopback(quint16 port);

    QTemporaryDir m_directory;
};

void tst_HostWindow::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

server::HostOptions tst_HostWindow::loopback(quint16 port)
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = port;
    return options;
}

void tst_HostWindow::hostsAndChats()
{
    HostWindow window(loopback(0));
    QSignalSpy started(&window, &HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    QCOMPARE(window.findChild<app::JoinPanel *>()->url().host(), u"127.0.0.1"_s);

    const auto *pane = window.findChild<widgets::ChatPane *>();
    QVERIFY(pane);
    auto *input = pane->findChild<widgets::MessageInput *>();
    QTest::keyClicks(input, u"hello"_s);
    QTest::keyClick(input, Qt::Key_Return);
    QTRY_VERIFY(pane->messages().rowCount() == 1
                && pane->messages().row(0).state == widgets::MessageRow::State::Received);
    const auto *members = window.findChild<app::MembersView *>()->model();
    QTRY_COMPARE(members->rowCount(), 1); // the teacher
    window.close();
    QVERIFY(!window.findChild<widgets::ChatPane *>());
}

void tst_HostWindow::saysWhyItCannotListen()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    HostWindow window(loopback(other.serverPort()));
    QSignalSpy failed(&window, &HostWindow::startFailed);
    window.show();
    window.start();
    QTRY_COMPARE(failed.count(), 1);
    const auto labels = window.findChildren<QLabel *>();
    const QString error = failed.first().first().toString();
    QVERIFY(!error.isEmpty());
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(error);
    }));
}

void tst_HostWindow::fitsASmallScreen()
{
    HostWindow window(loopback(0));
    QSignalSpy started(&window, &HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    QVERIFY(window.minimumSizeHint().width() <= 1024);
    QVERIFY(window.minimumSizeHint().height() <= 768);
}

QTEST_MAIN(tst_HostWindow)
#include "tst_hostwindow.moc"
