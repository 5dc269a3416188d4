// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/messageinput.h"

#include "server/protocol/limits.h"

#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using widgets::MessageInput;

class TestMessageInput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterSends();
    void shiftEnterBreaksTheLine();
    void emptyIsNotSent_data();
    void emptyIsNotSent();
    void enterBelongsToTheInputMethodWhileItComposes();
    void composingGoesOnAfterAPart();
    void upAndDownRecall();
    void upMovesInsideSeveralLines();
    void tooLongIsSaid();
    void limitCountsBytes();
    void noBreakSpaceSurvives();
    void charactersOfFourBytesStayWhole();
    void tabIsNotTrapped();
    void growsWithItsLines();
};

namespace {

void type(MessageInput &input, const QString &text)
{
    QTest::keyClicks(&input, text);
}

void send(MessageInput &input, const QString &text)
{
    type(input, text);
    QTest::keyClick(&input, Qt::Key_Return);
    input.accepted();
}

} // namespace

void TestMessageInput::enterSends()
{
    MessageInput input;
    QSignalSpy submitted(&input, &MessageInput::submitted);
    type(input, u"hello"_s);
    QTest::keyClick(&input, Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(submitted.first().first().toString(), u"hello"_s);
    QCOMPARE(input.message(), u"hello"_s); // until it was taken
    input.accepted();
    QVERIFY(input.message().isEmpty());
    type(input, u"again"_s);
    QTest::keyClick(&input, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(submitted.count(), 2);
}

void TestMessageInput::shiftEnterBreaksTheLine()
{
    MessageInput input;
    QSignalSpy submitted(&input, &MessageInput::submitted);
    type(input, u"one"_s);
    QTest::keyClick(&input, Qt::Key_Return, Qt::ShiftModifier);
    type(input, u"two"_s);
    QCOMPARE(submitted.count(), 0);
    QCOMPARE(input.message(), u"one\ntwo"_s);
}

void TestMessageInput::emptyIsNotSent_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u"   "_s;
}

void TestMessageInput::emptyIsNotSent()
{
    QFETCH(QString, text);
    MessageInput input;
    QSignalSpy submitted(&input, &MessageInput::submitted);
    type(input, text);
    QTest::keyClick(&input, Qt::Key_Return);
    QCOMPARE(submitted.count(), 0);
}

void TestMessageInput::enterBelongsToTheInputMethodWhileItComposes()
{
    MessageInput input;
    QSignalSpy submitted(&input, &MessageInput::submitted);
    QInputMethodEvent composing(u"ni hao"_s, {});
    QCoreApplication::sendEvent(&input, &composing);
    QTest::keyClick(&input, Qt::Key_Return);
    QCOMPARE(submitted.count(), 0);
    QInputMethodEvent done;
    done.setCommitString(u"你好"_s);
    QCoreApplication::sendEvent(&input, &done);
    QTest::keyClick(&input, Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(submitted.first().first().toString(), u"你好"_s);
}

void TestMessageInput::composingGoesOnAfterAPart()
{
    MessageInput input;
    QSignalSpy submitted(&input, &MessageInput::submitted);
    const auto compose = [&input](const QString &preedit, const QString &commit = {}) {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QCoreApplication::sendEvent(&input, &event);
    };
    compose(u"zhong'guo"_s);
    QCOMPARE(input.message(), QString()); // what is composed is no text yet
    compose(u"guo"_s, u"中"_s); // the first of two
    QTest::keyClick(&input, Qt::Key_Return);
    QTest::keyClick(&input, Qt::Key_Enter, Qt::KeypadModifier);
    QTest::keyClick(&input, Qt::Key_Up); // chooses among candidates, recalls nothing
    QCOMPARE(submitted.count(), 0);
    QCOMPARE(input.message(), u"中"_s);
    compose({}, u"国"_s);
    QTest::keyClick(&input, Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(submitted.first().first().toString(), u"中国"_s);
    compose(u"x"_s);
    compose({}); // called off
    QTest::keyClick(&input, Qt::Key_Return);
    QCOMPARE(submitted.count(), 2);
}

void TestMessageInput::upAndDownRecall()
{
    MessageInput input;
    send(input, u"first"_s);
    send(input, u"second"_s);
    type(input, u"draft"_s);
    QTest::keyClick(&input, Qt::Key_Up);
    QCOMPARE(input.message(), u"second"_s);
    QTest::keyClick(&input, Qt::Key_Up);
    QCOMPARE(input.message(), u"first"_s);
    QTest::keyClick(&input, Qt::Key_Up);
    QCOMPARE(input.message(), u"first"_s);
    QTest::keyClick(&input, Qt::Key_Down);
    QCOMPARE(input.message(), u"second"_s);
    QTest::keyClick(&input, Qt::Key_Down);
    QCOMPARE(input.message(), u"draft"_s);
}

void TestMessageInput::upMovesInsideSeveralLines()
{
    MessageInput input;
    send(input, u"sent"_s);
    type(input, u"one"_s);
    QTest::keyClick(&input, Qt::Key_Return, Qt::ShiftModifier);
    type(input, u"two"_s);
    QTest::keyClick(&input, Qt::Key_Up);
    QCOMPARE(input.message(), u"one\ntwo"_s);
    QTest::keyClick(&input, Qt::Key_Up);
    QCOMPARE(input.message(), u"sent"_s);
}

void TestMessageInput::tooLongIsSaid()
{
    MessageInput input;
    QSignalSpy submitted(&input, &MessageInput::submitted);
    QSignalSpy problems(&input, &MessageInput::problemChanged);
    input.setPlainText(QString(protocol::maxTextBytes + 1, u'x'));
    QVERIFY(!input.problem().isEmpty());
    QCOMPARE(problems.count(), 1);
    QTest::keyClick(&input, Qt::Key_Return);
    QCOMPARE(submitted.count(), 0);
    QTest::keyClick(&input, Qt::Key_Backspace);
    input.setPlainText(QString(protocol::maxTextBytes, u'x'));
    QVERIFY(input.problem().isEmpty());
    QTest::keyClick(&input, Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
}

void TestMessageInput::limitCountsBytes()
{
    MessageInput input;
    input.setPlainText(QString(protocol::maxTextBytes / 3 + 1, u'你'));
    QVERIFY(!input.problem().isEmpty());
}

void TestMessageInput::noBreakSpaceSurvives()
{
    MessageInput input;
    const QString text = u"10"_s + QChar(QChar::Nbsp) + u"km"_s;
    input.setPlainText(text);
    QCOMPARE(input.message(), text);
}

void TestMessageInput::charactersOfFourBytesStayWhole()
{
    const QString text = u"a😀👩\u200d🏫"_s;
    MessageInput input;
    input.insertPlainText(text);
    input.accepted();
    QTest::keyClick(&input, Qt::Key_Up);
    QCOMPARE(input.message(), text);
    QTest::keyClick(&input, Qt::Key_Home);
    QTest::keyClick(&input, Qt::Key_Right);
    QTest::keyClick(&input, Qt::Key_Right);
    QCOMPARE(input.textCursor().position(), 3); // behind both halves
    QTest::keyClick(&input, Qt::Key_Delete);
    QCOMPARE(input.message(), u"a😀"_s); // the family goes as one
    QTest::keyClick(&input, Qt::Key_Left);
    QCOMPARE(input.textCursor().position(), 1);
    QTest::keyClick(&input, Qt::Key_Delete);
    QCOMPARE(input.message(), u"a"_s);
}

void TestMessageInput::tabIsNotTrapped()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *input = new MessageInput;
    auto *next = new QPlainTextEdit;
    layout->addWidget(input);
    layout->addWidget(next);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    input->setFocus();
    QTest::keyClick(input, Qt::Key_Tab);
    QTRY_VERIFY(next->hasFocus());
}

void TestMessageInput::growsWithItsLines()
{
    MessageInput input;
    input.resize(400, 40);
    input.show();
    const int one = input.sizeHint().height();
    input.setPlainText(u"1\n2\n3"_s);
    const int three = input.sizeHint().height();
    QVERIFY(three > one);
    input.setPlainText(u"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12"_s);
    const int twelve = input.sizeHint().height();
    QVERIFY(twelve < 2 * three); // then it scrolls
}

QTEST_MAIN(TestMessageInput)
#include "tst_messageinput.moc"
