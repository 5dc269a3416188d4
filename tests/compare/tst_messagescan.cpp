// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/messagescan.h"

#include "server/protocol/entrycodec.h"
#include "server/protocol/withdrawal.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using namespace pushlab::compare;

class TestMessageScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatTheCodecWrites();
    void tellsControlEntries();
    void tellsWithdrawnMessages();
    void isNotFooledByTexts();
    void findsNothingInAnEmptyAnswer();
    void refusesNumbersThatAreNone();
};

void TestMessageScan::findsWhatTheCodecWrites()
{
    const protocol::EncodedEntry message = protocol::encodeMessage(
        {7, u"Ann"_s, u"hello"_s, 1.5, 1795186436532.254, protocol::Technique::Polling});
    const QByteArray batch = "{\"epoch\":\"e\",\"messages\":[" + message.json + ',' + message.json
        + "],\"next\":8,\"oldest\":1,\"now\":2.000}";
    QByteArrayView rest = batch;
    for (int i = 0; i < 2; ++i) {
        const auto match = nextMatch(rest);
        QVERIFY(match);
        QCOMPARE(match->seq, 7);
        QCOMPARE(match->accepted, 1795186436532.254);
        QCOMPARE(match->bytes, message.json.size());
    }
    QVERIFY(!nextMatch(rest));
    const QByteArray frame = protocol::messageFrame(message);
    rest = frame;
    QCOMPARE(nextMatch(rest)->bytes, frame.size());
}

void TestMessageScan::tellsControlEntries()
{
    const protocol::ControlEntry entry{
        8,
        4.5,
        {{u"kind"_s, u"later"_s}, {u"seq"_s, 3}, {u"text"_s, u"a } \\\" { \"seq\":1"_s}, {u"inner"_s, QJsonObject{{u"accepted"_s, 1}}}}};
    const QByteArray control = protocol::encodeControl(entry).json;
    const QByteArray message = protocol::encodeMessage({9, u"Ann"_s, u"\"control\":{}"_s, 0, 5, {}}).json;
    const QByteArray batch = "{\"epoch\":\"e\",\"messages\":[" + control + ',' + message + ',' + control + "],\"next\":9}";
    QByteArrayView rest = batch;
    const auto first = nextMatch(rest);
    QVERIFY(first && first->isControl);
    QCOMPARE(first->seq, 8);
    QCOMPARE(first->bytes, control.size());
    const auto second = nextMatch(rest);
    QVERIFY(second && !second->isControl);
    QCOMPARE(second->seq, 9);
    QCOMPARE(second->bytes, message.size());
    QVERIFY(nextMatch(rest)->isControl);
    QVERIFY(!nextMatch(rest));
    for (qsizetype cut = 0; cut < control.size(); ++cut) {
        rest = QByteArrayView(control).first(cut);
        QVERIFY(!nextMatch(rest));
    }
}

void TestMessageScan::tellsWithdrawnMessages()
{
    const QByteArray withdrawn = protocol::encodeControl(protocol::withdrawnMessage(8)).json;
    const QByteArray message = protocol::encodeMessage({9, u"Ann"_s, u",\"withdrawn\":true}"_s, 0, 5, {}}).json;
    const QByteArray both = "{\"epoch\":\"e\",\"messages\":[" + withdrawn + ',' + message + "],\"next\":9}";
    for (const QByteArray &batch : {both, withdrawn}) {
        QByteArrayView rest = batch;
        const auto first = nextMatch(rest);
        QVERIFY(first && first->isControl);
        QCOMPARE(first->seq, 8);
        QCOMPARE(first->bytes, withdrawn.size());
        const auto second = nextMatch(rest);
        QCOMPARE(bool(second), batch.size() > withdrawn.size());
        QVERIFY(!second || (second->seq == 9 && !second->isControl && second->bytes == message.size()));
    }
}

void TestMessageScan::isNotFooledByTexts()
{
    const QString wicked = u"{\"seq\":99,\"accepted\":1}}]\\\""_s;
    const protocol::EncodedEntry message = protocol::encodeMessage({3, wicked, wicked, 0, 5, {}});
    QByteArrayView rest = message.json;
    const auto match = nextMatch(rest);
    QVERIFY(match);
    QCOMPARE(match->seq, 3);
    QCOMPARE(match->accepted, 5.0);
    QCOMPARE(match->bytes, message.json.size());
    QVERIFY(rest.isEmpty());
}

void TestMessageScan::findsNothingInAnEmptyAnswer()
{
    QByteArrayView rest = "{\"epoch\":\"e\",\"messages\":[],\"next\":8,\"oldest\":1,\"now\":2.000}";
    QVERIFY(!nextMatch(rest));
    QCOMPARE(numberAt(rest, "\"next\":"), std::optional(8.0));
    QVERIFY(!numberAt(rest, "\"seq\":"));
}

void TestMessageScan::refusesNumbersThatAreNone()
{
    for (const char *seq : {"1e300", "-1", "0", "nan", "inf", "x"}) {
        const QByteArray json = "{\"seq\":" + QByteArray(seq) + ",\"accepted\":1}";
        QByteArrayView rest = json;
        QVERIFY2(!nextMatch(rest), seq);
    }
}

QTEST_GUILESS_MAIN(TestMessageScan)
#include "tst_messagescan.moc"
