// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/messagemodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using widgets::MessageModel;
using widgets::MessageRow;

namespace {

session::Received received(qint64 seq, const QString &text, const QString &ownId = {})
{
    session::Received message;
    message.message.seq = seq;
    message.message.text = text;
    message.message.from = ownId.isEmpty() ? u"Bob"_s : u"Alice"_s;
    message.message.accepted = 1e12 + double(seq);
    message.technique = protocol::Technique::LongPolling;
    message.delay = 12.5;
    message.own = !ownId.isEmpty();
    message.id = ownId;
    return message;
}

QStringList texts(const MessageModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.index(row).data(MessageModel::TextRole).toString();
    return list;
}

MessageRow::State stateOf(const MessageModel &model, int row)
{
    return MessageRow::State(model.index(row).data(MessageModel::StateRole).toInt());
}

} // namespace

class TestMessageModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receivedMessagesHaveTheirRoles();
    void delaysAreNoBetterThanTheClock();
    void pendingBecomesLoggedInPlace();
    void pendingMovesToItsPlaceInTheLog();
    void confirmationAfterItsMessageShowsItOnce();
    void numberAloneMatchesPending();
    void otherMessagesGoBeforePending();
    void failureStaysUntilRetried();
    void gapStandsBetweenItsMessages();
    void newEpochSettlesWhatTheOldLogTook();
    void passedOverMessageIsSettled();
    void sameMessageTwiceIsSeenTwice();
    void oldestRowsGo();
    void everyRowCanBeSpoken();
    void withdrawnMessagesGo();
    void saysWhenTheWorksheetIsFilled();
};

void TestMessageModel::receivedMessagesHaveTheirRoles()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model);
    model.addReceived({received(1, u"one"_s), received(2, u"two"_s)});
    QCOMPARE(texts(model), QStringList({u"one"_s, u"two"_s}));
    const QModelIndex index = model.index(1);
    QCOMPARE(model.row(1).message.seq, 2);
    QCOMPARE(index.data(MessageModel::FromRole).toString(), u"Bob"_s);
    QCOMPARE(model.row(1).delay.value_or(0), 12.5);
    QCOMPARE(index.data(MessageModel::TechniqueRole).toInt(), int(protocol::Technique::LongPolling));
    QCOMPARE(index.data(MessageModel::KindRole).toInt(), int(MessageRow::Kind::Message));
    QVERIFY(!index.data(MessageModel::TimeRole).toString().isEmpty());
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(u"Number: 2"_s));
}

//! The delay in the badge, in the tool tip, and for screen readers.
void TestMessageModel::delaysAreNoBetterThanTheClock()
{
    QLocale::setDefault(QLocale(QLocale::English));
    MessageModel model;
    session::Received vague = received(1, u"one"_s);
    vague.delay = 0.04;
    vague.uncertainty = 18;
    session::Received unmeasured = received(2, u"two"_s);
    unmeasured.delay.reset();
    model.addReceived({vague, unmeasured, received(3, u"three"_s)});
    const QString known = u"0 ± 18 ms"_s;
    QCOMPARE(model.index(0).data(MessageModel::DelayTextRole).toString(), known);
    for (const int role : {int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
        QVERIFY2(model.index(0).data(role).toString().contains(known), qPrintable(model.index(0).data(role).toString()));
    QCOMPARE(model.index(1).data(MessageModel::DelayTextRole).toString(), QString());
    QCOMPARE(model.index(2).data(MessageModel::DelayTextRole).toString(), u"13 ms"_s);
}

void TestMessageModel::pendingBecomesLoggedInPlace()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model);
    model.addReceived({received(1, u"one"_s)});
    model.addPending(u"a"_s, u"mine"_s);
    const auto key = model.index(1).data(MessageModel::KeyRole);
    QCOMPARE(stateOf(model, 1), MessageRow::State::Pending);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.confirm(u"a"_s, 2);
    model.addReceived({received(2, u"mine"_s, u"a"_s)});
    QCOMPARE(texts(model), QStringList({u"one"_s, u"mine"_s}));
    QCOMPARE(stateOf(model, 1), MessageRow::State::Received);
    QCOMPARE(model.index(1).data(MessageModel::KeyRole), key);
    QCOMPARE(inserted.count() + removed.count(), 0);
}

void TestMessageModel::pendingMovesToItsPlaceInTheLog()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model);
    model.addPending(u"a"_s, u"first"_s);
    model.addPending(u"b"_s, u"second"_s);
    model.addReceived({received(1, u"other"_s), received(2, u"second"_s, u"b"_s), received(3, u"more"_s)});
    QCOMPARE(texts(model), QStringList({u"other"_s, u"second"_s, u"more"_s, u"first"_s}));
    QCOMPARE(stateOf(model, 3), MessageRow::State::Pending);
    model.addReceived({received(4, u"first"_s, u"a"_s)});
    QCOMPARE(texts(model), QStringList({u"other"_s, u"second"_s, u"more"_s, u"first"_s}));
    QCOMPARE(stateOf(model, 3), MessageRow::State::Received);
}

void TestMessageModel::confirmationAfterItsMessageShowsItOnce()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model);
    model.addPending(u"a"_s, u"mine"_s);
    model.addReceived({received(1, u"mine"_s)}); // came without its id
    model.confirm(u"a"_s, 1);
    QCOMPARE(texts(model), QStringList({u"mine"_s}));
}

void TestMessageModel::numberAloneMatchesPending()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model);
    model.addPending(u"a"_s, u"mine"_s);
    model.confirm(u"a"_s, 1);
    model.addReceived({received(1, u"mine"_s)});
    QCOMPARE(texts(model), QStringList({u"mine"_s}));
    QCOMPARE(stateOf(model, 0), MessageRow::State::Received);
}

void TestMessageModel::otherMessagesGoBeforePending()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model);
    model.addPending(u"a"_s, u"mine"_s);
    model.addReceived({received(1, u"one"_s)});
    model.addReceived({received(2, u"two"_s), received(3, u"three"_s)});
    QCOMPARE(texts(model), QStringList({u"one"_s, u"two"_s, u"three"_s, u"mine"_s}));
}

void TestMessageModel::failureStaysUntilRetried()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model);
    model.addPending(u"a"_s, u"mine"_s);
    model.fail(u"a"_s, u"room full"_s);
    QCOMPARE(stateOf(model, 0), MessageRow::State::Failed);
    QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().contains(u"room full"_s));
    model.addPending(u"a"_s, u"mine"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(stateOf(model, 0), MessageRow::State::Pending);
    model.addReceived({received(1, u"mine"_s, u"a"_s)});
    QCOMPARE(model.rowCount(), 1);
}

void TestMessageModel::gapStandsBetweenItsMessages()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model);
    model.addReceived({received(1, u"one"_s)});
    model.addPending(u"a"_s, u"mine"_s);
    session::Gap gap;
    gap.kind = session::Gap::Kind::Trimmed;
    gap.missed = 7;
    model.addGap(gap);
    model.addReceived({received(9, u"nine"_s)});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(1).data(MessageModel::KindRole).toInt(), int(MessageRow::Kind::Gap));
    QVERIFY(model.index(1).data().toString().contains(u'7'));
    QCOMPARE(model.index(2).data().toString(), u"nine"_s);
    QCOMPARE(stateOf(model, 3), MessageRow::State::Pending);
}

void TestMessageModel::newEpochSettlesWhatTheOldLogTook()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model);
    model.addReceived({received(5, u"five"_s)});
    model.addPending(u"a"_s, u"taken"_s);
    model.addPending(u"b"_s, u"waiting"_s);
    model.confirm(u"a"_s, 6);
    model.addGap({});
    QCOMPARE(stateOf(model, 1), MessageRow::State::Received);
    QCOMPARE(model.index(2).data(MessageModel::KindRole).toInt(), int(MessageRow::Kind::Gap));
    model.confirm(u"b"_s, 5); // the number was used in the old epoch, too
    QCOMPARE(model.rowCount(), 4);
    model.addReceived({received(5, u"waiting"_s, u"b"_s)});
    QCOMPARE(texts(model).count(u"waiting"_s), 1);
}

void TestMessageModel::passedOverMessageIsSettled()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model);
    model.addPending(u"a"_s, u"mine"_s);
    model.confirm(u"a"_s, 3);
    model.addReceived({received(8, u"eight"_s)});
    QCOMPARE(stateOf(model, 0), MessageRow::State::Received);
    QCOMPARE(stateOf(model, 1), MessageRow::State::Received);
    QCOMPARE(model.rowCount(), 2);
}

void TestMessageModel::sameMessageTwiceIsSeenTwice()
{
    MessageModel model;
    model.addReceived({received(1, u"one"_s), received(1, u"one"_s)});
    QCOMPARE(model.rowCount(), 2); // hiding a fault of the client would hide it from its tests
}

void TestMessageModel::oldestRowsGo()
{
    MessageModel model(100);
    QAbstractItemModelTester tester(&model);
    model.addPending(u"a"_s, u"mine"_s);
    for (int seq = 1; seq <= 250; ++seq) {
        model.addReceived({received(seq, QString::number(seq))});
        QVERIFY(model.rowCount() <= 100);
    }
    QCOMPARE(model.index(model.rowCount() - 2).data().toString(), u"250"_s);
    QCOMPARE(stateOf(model, model.rowCount() - 1), MessageRow::State::Pending);
    QList<session::Received> many;
    for (int seq = 251; seq <= 1000; ++seq)
        many << received(seq, QString::number(seq));
    model.addReceived(many);
    QVERIFY(model.rowCount() <= 100);
    model.addReceived({received(1001, u"mine"_s, u"a"_s)});
    QCOMPARE(texts(model).count(u"mine"_s), 1);
}

void TestMessageModel::everyRowCanBeSpoken()
{
    MessageModel model;
    model.addReceived({received(1, u"hello"_s)});
    model.addGap({});
    model.addPending(u"a"_s, u"mine"_s);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(!model.index(row).data(Qt::AccessibleTextRole).toString().isEmpty());
    const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(u"Bob"_s));
    QVERIFY(spoken.contains(u"hello"_s));
    QVERIFY(spoken.contains(u"13 ms"_s) || spoken.contains(u"12 ms"_s));
}

void TestMessageModel::withdrawnMessagesGo()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model);
    QSignalSpy own(&model, &MessageModel::ownWithdrawn);
    model.addReceived({received(1, u"of the former log"_s), received(2, u"as well"_s)});
    session::Gap anew;
    anew.kind = session::Gap::Kind::NewEpoch;
    model.addGap(anew);
    model.addReceived({received(1, u"one"_s), received(2, u"mine"_s, u"a"_s), received(3, u"three"_s)});
    model.addPending(u"b"_s, u"on its way"_s);
    QCOMPARE(model.index(5).data(MessageModel::SeqRole).toLongLong(), 3);
    QCOMPARE(model.index(6).data(MessageModel::SeqRole).toLongLong(), 0);
    model.withdraw({2, 7});
    QCOMPARE(own.takeFirst().first().toString(), u"mine"_s);
    model.withdraw({1});
    QVERIFY(own.isEmpty());
    const QStringList left = texts(model);
    QCOMPARE(left.size(), 5);
    QCOMPARE(left.first(2), QStringList({u"of the former log"_s, u"as well"_s}));
    QCOMPARE(left.last(2), QStringList({u"three"_s, u"on its way"_s}));
    model.confirm(u"b"_s, 7); // the acknowledgement comes last
    QCOMPARE(texts(model).last(), u"three"_s);
    model.addPending(u"c"_s, u"confirmed"_s);
    model.confirm(u"c"_s, 9);
    model.withdraw({9});
    QCOMPARE(texts(model).last(), u"three"_s);
    QCOMPARE(own.takeFirst().first().toString(), u"confirmed"_s);
}

void TestMessageModel::saysWhenTheWorksheetIsFilled()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model);
    model.addMarks({{1, 0, {{u"kind"_s, u"worksheet"_s}}}, {2, 0, {{u"kind"_s, u"of a later host"_s}}}});
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(texts(model).first().contains(u"worksheet"));
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"worksheet"));
}

QTEST_MAIN(TestMessageModel)
#include "tst_messagemodel.moc"
