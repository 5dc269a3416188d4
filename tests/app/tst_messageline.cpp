// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/messageline.h"

#include "client/session/chatclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;

namespace {

session::Received received(const QString &from, const QString &text)
{
    session::Received message{};
    message.message.seq = 7;
    message.message.from = from;
    message.message.text = text;
    message.technique = protocol::Technique::LongPolling;
    return message;
}

} // namespace

class TestMessageLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesPlainLines_data();
    void writesPlainLines();
    void writesJson();
};

void TestMessageLine::writesPlainLines_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("line");

    const auto row = [](const char *name, const QString &from, const QString &text, const QByteArray &line) {
        QTest::newRow(name) << from << text << line;
    };
    row("plain", u"ann"_s, u"hello"_s, "ann: hello");
    row("nameless", u""_s, u"hello"_s, ": hello");
    row("empty", u"ann"_s, u""_s, "ann: ");
    row("other script", u"李"_s, u"你好 😀"_s, u"李: 你好 😀"_s.toUtf8());
    row("line ends", u"ann"_s, u"a\nb\r\nc"_s, "ann: a\\nb\\r\\nc");
    row("controls", u"a\nn"_s, u"\x1b[2J\t\x7f\u0085"_s, "a\\nn: \\x1b[2J\\t\\x7f\\x85");
    row("line separator", u"ann"_s, u"a\u2028b"_s, "ann: a\\u2028b");
}

void TestMessageLine::writesPlainLines()
{
    QFETCH(QString, from);
    QFETCH(QString, text);
    QTEST(app::plainLine(received(from, text)), "line");
}

void TestMessageLine::writesJson()
{
    session::Received message = received(u"a\"b"_s, u"x\ny\u0001 你"_s);
    QCOMPARE(app::jsonLine(received(u"a"_s, u"b"_s)),
             QByteArray(R"({"seq":7,"from":"a","text":"b","technique":"long-polling","delay":null})"));
    message.delay = 1.5;
    const QByteArray line = app::jsonLine(message);
    QVERIFY(!line.contains('\n'));
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object.keys(), (QStringList{u"delay"_s, u"from"_s, u"seq"_s, u"technique"_s, u"text"_s}));
    QCOMPARE(object.value("text"_L1).toString(), message.message.text);
    QCOMPARE(object.value("from"_L1).toString(), message.message.from);
    QCOMPARE(object.value("delay"_L1).toDouble(), 1.5);
}

QTEST_GUILESS_MAIN(TestMessageLine)
#include "tst_messageline.moc"
