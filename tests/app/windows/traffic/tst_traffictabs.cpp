// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/traffictabs.h"

#include "app/windows/host/hostwindow.h"
#include "app/windows/traffic/ladderpage.h"
#include "app/windows/traffic/recordinspector.h"
#include "app/windows/traffic/trafficmodel.h"
#include "app/windows/traffic/trafficpage.h"
#include "client/session/chatclient.h"
#include "client/widgets/messageview.h"

#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::HostWindow;
using protocol::Technique;

//! The wire of a real host in the teacher's window.
class TestTrafficTabs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsTheWireOfAClass();

private:
    QTemporaryDir m_folder;
};

void TestTrafficTabs::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestTrafficTabs::showsTheWireOfAClass()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    HostWindow window(options);
    QSignalSpy started(&window, &HostWindow::started);
    window.resize(1200, 800);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    auto *const page = window.findChild<app::TrafficPage *>();
    auto *const tabs = qobject_cast<QTabWidget *>(page->parentWidget()->parentWidget());
    QVERIFY(tabs);
    QCOMPARE(page->model().rowCount(), 0); // nobody has looked
    tabs->setCurrentWidget(page);

    session::ClientOptions member;
    member.host = window.url();
    member.room = window.room();
    member.name = u"Anna"_s;
    member.technique = Technique::WebSocket;
    session::ChatClient anna(member);
    anna.start();
    member.name = u"Ben"_s;
    member.technique = Technique::LongPolling;
    session::ChatClient ben(member);
    ben.start();
    const auto isThere = [page](const QString &name, wire::RecordKind kind) {
        for (int row = 0; row < page->model().rowCount(); ++row) {
            if (page->model().record(row).member == name && page->model().record(row).kind == kind)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(isThere(u"Anna"_s, wire::RecordKind::Frame) && isThere(u"Ben"_s, wire::RecordKind::Request));
    anna.send(u"seen on the wire"_s);
    QTRY_VERIFY(isThere(u"Ben"_s, wire::RecordKind::Answer));
    QTRY_VERIFY(page->model().rowsOfMessage(window.room(), 1).size() >= 2); // to both members
    QVERIFY(page->model().since() > 0);
    QVERIFY(!window.findChild<app::LadderPage *>()->view().data().items().isEmpty());

    // From the chat to the wire, and back.
    auto *const chat = window.findChild<widgets::MessageView *>();
    tabs->setCurrentIndex(0);
    QTRY_COMPARE(chat->model()->rowCount(), 1);
    Q_EMIT chat->bytesWanted(1);
    QCOMPARE(tabs->currentWidget(), page);
    auto *const inspector = page->findChild<app::RecordInspector *>();
    QVERIFY(page->model().find(inspector->number())->firstMessage <= 1);
    chat->setCurrentIndex({});
    Q_EMIT page->messageWanted(window.room(), 1);
    QCOMPARE(tabs->currentIndex(), 0); // the chat is not beside the bytes in a narrow window
    QCOMPARE(chat->currentIndex().row(), 0);
    anna.stop();
    ben.stop();
    window.close();
}

QTEST_MAIN(TestTrafficTabs)
#include "tst_traffictabs.moc"
