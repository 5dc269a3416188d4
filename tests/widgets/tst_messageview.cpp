// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/messageview.h"

#include "client/widgets/messagemodel.h"

#include <QAccessible>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using widgets::MessageModel;
using widgets::MessageView;

namespace {

QList<session::Received> batch(qint64 first, int count)
{
    QList<session::Received> messages;
    for (qint64 seq = first; seq < first + count; ++seq) {
        session::Received received;
        received.message.seq = seq;
        received.message.from = u"Bob"_s;
        received.message.text = u"message %1"_s.arg(seq);
        received.technique = protocol::Technique::Polling;
        messages << received;
    }
    return messages;
}

} // namespace

class TestMessageView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void followsAtItsEnd();
    void staysWhereTheReaderLooks();
    void staysWhenTheOldestGo();
    void buttonLeadsToTheEnd();
    void keysMoveThroughIt();
    void failedRowOffersRetry();
    void rowsAreAccessible();

private:
    [[nodiscard]] QScrollBar *bar() const { return m_view->verticalScrollBar(); }

    std::unique_ptr<MessageModel> m_model;
    std::unique_ptr<MessageView> m_view;
};

void TestMessageView::init()
{
    m_model = std::make_unique<MessageModel>(500);
    m_view = std::make_unique<MessageView>();
    m_view->setModel(m_model.get());
    m_view->resize(600, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_model->addReceived(batch(1, 200));
    QTRY_VERIFY(bar()->maximum() > 0);
}

void TestMessageView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestMessageView::followsAtItsEnd()
{
    for (int i = 0; i < 20; ++i)
        m_model->addReceived(batch(201 + i, 1));
    const auto lastInSight = [this] {
        const QRect last = m_view->visualRect(m_model->index(m_model->rowCount() - 1));
        return last.isValid() && m_view->viewport()->rect().contains(last.center());
    };
    QTRY_VERIFY(lastInSight());
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_view->unseen(), 0);
}

void TestMessageView::staysWhereTheReaderLooks()
{
    bar()->setValue(bar()->maximum() / 2);
    QVERIFY(!m_view->isFollowing());
    const QModelIndex top = m_view->indexAt(QPoint(1, 0));
    const int maximum = bar()->maximum();
    m_model->addReceived(batch(201, 3));
    QTRY_VERIFY(bar()->maximum() > maximum);
    QCOMPARE(m_view->indexAt(QPoint(1, 0)), top);
    QCOMPARE(m_view->unseen(), 3);
}

void TestMessageView::staysWhenTheOldestGo()
{
    m_model->addReceived(batch(201, 300)); // full
    QTRY_COMPARE(bar()->value(), bar()->maximum());
    bar()->setValue(bar()->maximum() / 2);
    const QPersistentModelIndex top = m_view->indexAt(QPoint(1, 0));
    const int before = m_view->visualRect(top).top();
    m_model->addReceived(batch(501, 10));
    QTRY_COMPARE(m_view->visualRect(m_model->index(m_model->rowCount() - 1)).isValid(), true);
    QTRY_COMPARE(m_view->visualRect(top).top(), before);
}

void TestMessageView::buttonLeadsToTheEnd()
{
    auto *button = m_view->findChild<QPushButton *>();
    QVERIFY(button->isHidden());
    bar()->setValue(0);
    m_model->addReceived(batch(201, 12));
    QVERIFY(!button->isHidden());
    QVERIFY(button->text().contains(u"12"_s));
    button->click();
    QVERIFY(m_view->isFollowing());
    QVERIFY(button->isHidden());
    QTRY_COMPARE(bar()->value(), bar()->maximum());
}

void TestMessageView::keysMoveThroughIt()
{
    m_view->setFocus();
    QTRY_VERIFY(m_view->hasFocus());
    QCOMPARE(bar()->value(), bar()->maximum());
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QTRY_COMPARE(bar()->value(), 0);
    QVERIFY(!m_view->isFollowing());
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QTRY_COMPARE(bar()->value(), bar()->maximum());
    QVERIFY(m_view->isFollowing());
}

void TestMessageView::failedRowOffersRetry()
{
    QSignalSpy retry(m_view.get(), &MessageView::retryWanted);
    m_model->addPending(u"a"_s, u"mine"_s);
    const QModelIndex index = m_model->index(m_model->rowCount() - 1);
    m_view->setCurrentIndex(index);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(retry.count(), 0); // it is under way
    m_model->fail(u"a"_s, u"room full"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(retry.count(), 1);
    QCOMPARE(retry.first().first().toString(), u"a"_s);
    const QRect row = m_view->visualRect(index);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 15, row.center().y()));
    QCOMPARE(retry.count(), 2);
}

void TestMessageView::rowsAreAccessible()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->childCount(), m_model->rowCount());
    QVERIFY(list->child(0)->text(QAccessible::Name).contains(u"message 1"_s));
}

QTEST_MAIN(TestMessageView)
#include "tst_messageview.moc"
