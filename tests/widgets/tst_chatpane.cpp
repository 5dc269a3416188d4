// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/chatpane.h"

#include "client/widgets/messageinput.h"
#include "client/widgets/messagemodel.h"
#include "client/widgets/messageview.h"
#include "client/widgets/techniquebutton.h"
#include "server/host.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using protocol::Technique;
using widgets::ChatPane;
using widgets::MessageInput;
using widgets::MessageModel;
using widgets::MessageRow;

//! The whole pane with a client of a real host.
class TestChatPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void typedMessageAppearsOnce_data();
    void typedMessageAppearsOnce();
    void techniqueIsSwitchedByKey();
    void classTechniqueLocksTheButtons();
    void tabGoesAround();
    void frozenCannotTypeAndKeepsItsText();
    void teacherIsNotFrozen();

private:
    void join(Technique technique);
    void type(const QString &text);

    std::unique_ptr<server::Host> m_host;
    std::unique_ptr<session::ChatClient> m_client;
    std::unique_ptr<ChatPane> m_pane;
};

void TestChatPane::init()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    options.settings.pollInterval = std::chrono::milliseconds(200);
    m_host = std::make_unique<server::Host>(options);
    QSignalSpy started(m_host.get(), &server::Host::started);
    m_host->start();
    QTRY_COMPARE(started.count(), 1);
}

void TestChatPane::cleanup()
{
    m_pane.reset();
    m_client.reset();
    m_host.reset();
}

void TestChatPane::join(Technique technique)
{
    session::ClientOptions options;
    options.host = QUrl(u"http://127.0.0.1:%1"_s.arg(m_host->port()));
    options.name = u"Alice"_s;
    options.technique = technique;
    m_client = std::make_unique<session::ChatClient>(options);
    m_pane = std::make_unique<ChatPane>(*m_client, ChatPane::Style::Full);
    m_pane->resize(700, 500);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_client->start();
}

void TestChatPane::type(const QString &text)
{
    auto *input = m_pane->findChild<MessageInput *>();
    QTest::keyClicks(input, text);
    QTest::keyClick(input, Qt::Key_Return);
}

void TestChatPane::typedMessageAppearsOnce_data()
{
    QTest::addColumn<int>("technique");
    QTest::newRow("short polling") << int(Technique::Polling);
    QTest::newRow("long polling") << int(Technique::LongPolling);
    QTest::newRow("websocket") << int(Technique::WebSocket);
}

void TestChatPane::typedMessageAppearsOnce()
{
    QFETCH(int, technique);
    join(Technique(technique));
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
        type(text);
    const MessageModel &model = m_pane->messages();
    QCOMPARE(model.rowCount(), 3); // at once, though the host has not answered
    const auto isLogged = [&model](int row) { return model.row(row).state == MessageRow::State::Received; };
    QTRY_VERIFY(isLogged(0) && isLogged(1) && isLogged(2));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.row(2).message.seq, 3);
    QVERIFY(model.row(1).own);
    QVERIFY(m_pane->findChild<MessageInput *>()->message().isEmpty());
}

void TestChatPane::techniqueIsSwitchedByKey()
{
    join(Technique::WebSocket);
    QTest::keyClick(m_pane.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(m_client->technique(), Technique::Polling);
    for (const auto *button : m_pane->findChildren<widgets::TechniqueButton *>())
        QCOMPARE(button->isChecked(), button->technique() == Technique::Polling);
}

void TestChatPane::classTechniqueLocksTheButtons()
{
    join(Technique::WebSocket);
    QTRY_COMPARE(m_client->state().kind, session::ClientState::Kind::Connected);
    protocol::ClassSettings settings = m_host->settings();
    settings.technique = Technique::LongPolling;
    m_host->setSettings(settings);
    const auto isLocked = [this] {
        for (const auto *button : m_pane->findChildren<widgets::TechniqueButton *>()) {
            if (button->isLocked() != (button->technique() == Technique::LongPolling))
                return false;
        }
        return true;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isLocked(), 15'000);
    QTRY_COMPARE(m_client->technique(), Technique::LongPolling);
}

void TestChatPane::tabGoesAround()
{
    join(Technique::WebSocket);
    auto *input = m_pane->findChild<MessageInput *>();
    auto *view = m_pane->findChild<widgets::MessageView *>();
    input->setFocus();
    QTRY_VERIFY(input->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), view);
    QTest::keyClick(view, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(qobject_cast<widgets::TechniqueButton *>(QApplication::focusWidget()));
    QSet<QWidget *> visited;
    while (!visited.contains(QApplication::focusWidget())) {
        visited.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY(visited.contains(input) && visited.contains(view) && visited.size() >= 4); // and round again: no trap
}

void TestChatPane::frozenCannotTypeAndKeepsItsText()
{
    join(Technique::WebSocket);
    QTRY_COMPARE(m_client->state().kind, session::ClientState::Kind::Connected);
    auto *input = m_pane->findChild<MessageInput *>();
    const auto *orders = m_pane->findChild<QLabel *>(u"orders"_s);
    QVERIFY(!orders->isVisible());
    input->setFocus();
    QTest::keyClicks(input, u"half a sen"_s);
    protocol::ClassSettings settings = m_host->settings();
    settings.isFrozen = true;
    m_host->setSettings(settings);
    QTRY_VERIFY(!input->isEnabled());
    QVERIFY(orders->isVisible() && !orders->text().isEmpty()); // says so in words
    for (const auto *button : m_pane->findChildren<QPushButton *>())
        QVERIFY(!button->isVisible() || !button->isEnabled()); // Send
    QCOMPARE(input->message(), u"half a sen"_s);
    QCOMPARE(m_pane->messages().rowCount(), 0);
    settings.isFrozen = false;
    m_host->setSettings(settings);
    QTRY_VERIFY(input->isEnabled());
    QVERIFY(!orders->isVisible());
    QTRY_VERIFY(input->hasFocus()); // as before
    QTest::keyClicks(input, u"tence"_s);
    QTest::keyClick(input, Qt::Key_Return);
    QTRY_COMPARE(m_pane->messages().rowCount(), 1);
    QCOMPARE(m_pane->messages().row(0).message.text, u"half a sentence"_s);
}

void TestChatPane::teacherIsNotFrozen()
{
    protocol::ClassSettings settings = m_host->settings();
    settings.isFrozen = true;
    m_host->setSettings(settings);
    join(Technique::WebSocket);
    m_pane->setLeading(true);
    QTRY_VERIFY(m_client->isFrozen());
    QVERIFY(m_pane->findChild<QLabel *>(u"orders"_s)->isVisible()); // is told that it holds
    QVERIFY(m_pane->findChild<MessageInput *>()->isEnabled());
}

QTEST_MAIN(TestChatPane)
#include "tst_chatpane.moc"
