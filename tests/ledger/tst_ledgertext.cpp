// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ledger/ledger.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace pushlab::ledger;
using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;

namespace {

//! The lines that contain a number.
const QStringList numberKeys{u"answers"_s,         u"bytesDown"_s, u"bytesUp"_s, u"connections"_s,
                             u"controlRequests"_s, u"delivered"_s, u"empty"_s,   u"history"_s,
                             u"members"_s,         u"requests"_s,  u"sends"_s,   u"virtualClients"_s};
const QStringList techniqueKeys = [] {
    QStringList keys = numberKeys + QStringList{u"down"_s, u"tcpIp"_s, u"up"_s};
    keys.sort();
    return keys;
}();
constexpr int metricsOfTechniques = 18;

//! A ledger in which every number is different and not 0.
Ledger filled()
{
    Ledger ledger;
    qint64 base = 0;
    for (const Technique technique : allTechniques) {
        base += 100;
        TechniqueCounters &counters = ledger.of(technique);
        counters.members = base + 1;
        counters.requests = base + 2;
        counters.sends = base + 3;
        counters.empty = base + 4;
        counters.delivered = base + 5;
        counters.connections = base + 6;
        counters.answers = base + 7;
        counters.history = base + 12;
        counters.controlRequests = base + 13;
        counters.virtualClients = base + 14;
        counters.up = {base + 10'000, base + 20'000, base + 40'000, base + 80'000, base + 160'000};
        counters.down = {base + 100'000, base + 200'000, base + 400'000, base + 800'000, base + 1'600'000};
        counters.tcpIp = {base + 8, base + 9, base + 10, base + 11};
    }
    ledger.other() = {901, 902, 903, 9'000'000'000'004};
    return ledger;
}

} // namespace

class TestLedgerText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountsAreNotMixedUp();
    void bytesGoToTheirAccount_data();
    void bytesGoToTheirAccount();
    void jsonHoldsEveryNumber();
    void jsonOfANewHost();
    void tlsIsApart();
    void prometheusIsWellFormed();
    void prometheusHoldsEveryNumber();
};

void TestLedgerText::accountsAreNotMixedUp()
{
    QSet<int> accounts{int(Account::Other)};
    for (const Technique technique : allTechniques)
        accounts.insert(int(accountOf(technique)));
    QCOMPARE(accounts.size(), qsizetype(allTechniques.size()) + 1);
}

void TestLedgerText::bytesGoToTheirAccount_data()
{
    QTest::addColumn<Account>("account");
    QTest::newRow("other") << Account::Other;
    for (const Technique technique : allTechniques)
        QTest::newRow(techniqueName(technique).data()) << accountOf(technique);
}

void TestLedgerText::bytesGoToTheirAccount()
{
    QFETCH(Account, account);
    Ledger ledger;
    ledger.addBytes(account, {1, 4, 5}, {20, 80, 100, 7});
    ledger.addBytes(account, {1, 0, 0}, {0, 3, 0});
    ledger.addBytes(account, {}, {0, -1, 0}); // what did not go out
    ledger.addConnection(account);
    ledger.addSegments(account, {1, 2, 52, 104});
    qint64 up = ledger.other().bytesUp;
    qint64 down = ledger.other().bytesDown;
    qint64 connections = ledger.other().connections;
    QCOMPARE(up, account == Account::Other ? 11 : 0);
    for (const Technique technique : allTechniques) {
        const TechniqueCounters &counters = ledger.of(technique);
        const bool isIts = accountOf(technique) == account;
        QCOMPARE(counters.up, isIts ? ByteSplit({2, 4, 5}) : ByteSplit());
        QCOMPARE(counters.down, isIts ? ByteSplit({20, 82, 100, 7}) : ByteSplit());
        QCOMPARE(counters.tcpIp, isIts ? TcpIpCounters({1, 2, 52, 104}) : TcpIpCounters());
        up += counters.bytesUp();
        down += counters.bytesDown();
        connections += counters.connections;
    }
    QCOMPARE(up, 11); // and nowhere else
    QCOMPARE(down, 209);
    QCOMPARE(connections, 1);
}

void TestLedgerText::jsonHoldsEveryNumber()
{
    const QJsonDocument document = QJsonDocument::fromJson(filled().toJson(1789776000000.125));
    QVERIFY(document.isObject());
    QCOMPARE(document.object().keys(), QStringList({u"now"_s, u"other"_s, u"techniques"_s}));
    QCOMPARE(document[u"now"].toDouble(), 1789776000000.125);
    const QJsonObject techniques = document[u"techniques"].toObject();
    QCOMPARE(techniques.keys(), QStringList({u"long-polling"_s, u"polling"_s, u"sse"_s, u"websocket"_s}));
    qint64 base = 0;
    for (const Technique technique : allTechniques) {
        base += 100;
        QJsonObject object = techniques[QLatin1StringView(techniqueName(technique))].toObject();
        for (const auto key : {u"delay", u"keypressDelay"}) // tst_delays looks into them
            QVERIFY(object.take(key).isObject());
        QCOMPARE(object.keys(), techniqueKeys);
        QCOMPARE(object[u"members"].toInteger(), base + 1);
        QCOMPARE(object[u"requests"].toInteger(), base + 2);
        QCOMPARE(object[u"sends"].toInteger(), base + 3);
        QCOMPARE(object[u"empty"].toInteger(), base + 4);
        QCOMPARE(object[u"delivered"].toInteger(), base + 5);
        QCOMPARE(object[u"connections"].toInteger(), base + 6);
        QCOMPARE(object[u"answers"].toInteger(), base + 7);
        QCOMPARE(object[u"history"].toInteger(), base + 12);
        QCOMPARE(object[u"controlRequests"].toInteger(), base + 13);
        QCOMPARE(object[u"bytesUp"].toInteger(), 5 * base + 310'000);
        QCOMPARE(object[u"bytesDown"].toInteger(), 5 * base + 3'100'000);
        QCOMPARE(object[u"up"].toObject(),
                 QJsonObject({{u"payload"_s, base + 10'000},
                              {u"overhead"_s, base + 20'000},
                              {u"handshake"_s, base + 40'000},
                              {u"history"_s, base + 80'000},
                              {u"control"_s, base + 160'000}}));
        QCOMPARE(object[u"down"].toObject(),
                 QJsonObject({{u"payload"_s, base + 100'000},
                              {u"overhead"_s, base + 200'000},
                              {u"handshake"_s, base + 400'000},
                              {u"history"_s, base + 800'000},
                              {u"control"_s, base + 1'600'000}}));
        QCOMPARE(object[u"tcpIp"].toObject(),
                 QJsonObject({{u"segmentsUp"_s, base + 8},
                              {u"segmentsDown"_s, base + 9},
                              {u"bytesUp"_s, base + 10},
                              {u"bytesDown"_s, base + 11},
                              {u"estimate"_s, true}}));
    }
    const QJsonObject other = document[u"other"].toObject();
    QCOMPARE(other.size(), 4);
    QCOMPARE(other[u"requests"].toInteger(), 901);
    QCOMPARE(other[u"connections"].toInteger(), 902);
    QCOMPARE(other[u"bytesUp"].toInteger(), 903);
    QCOMPARE(other[u"bytesDown"].toInteger(), 9'000'000'000'004);
}

void TestLedgerText::jsonOfANewHost()
{
    const QJsonDocument document = QJsonDocument::fromJson(Ledger().toJson(0));
    for (const QString &key : numberKeys)
        QCOMPARE(document[u"techniques"][u"polling"][key].toInteger(-1), 0); // a number, if there is none yet
    QVERIFY(document[u"techniques"][u"polling"][u"tcpIp"].isNull());
}

void TestLedgerText::tlsIsApart()
{
    Ledger ledger = filled();
    QVERIFY(!ledger.toJson(1).contains("tls"));
    QVERIFY(!ledger.toPrometheus().contains("tls"));
    ledger.tls() = {1, 2, 3, 9'000'000'000'004};
    const QJsonObject stats = QJsonDocument::fromJson(ledger.toJson(1)).object();
    QCOMPARE(stats[u"tls"_s].toObject(),
             QJsonObject({{u"handshakes"_s, 1}, {u"failures"_s, 2}, {u"bytesUp"_s, 3}, {u"bytesDown"_s, qint64(9'000'000'000'004)}}));
    QCOMPARE(stats[u"other"_s][u"bytesDown"_s].toInteger(), 9'000'000'000'004);
    QVERIFY(ledger.toPrometheus().contains("\npushlab_tls_handshakes_total 1\n"));
    QVERIFY(ledger.toPrometheus().endsWith("\npushlab_tls_sent_bytes_total 9000000000004\n"));
}

void TestLedgerText::prometheusIsWellFormed()
{
    const QByteArray all = filled().toPrometheus();
    const QByteArray text = all.first(all.indexOf("# HELP pushlab_delay_seconds")); // tst_delays looks into the rest
    QVERIFY(text.endsWith('\n'));
    static const QRegularExpression sample(u"^(pushlab_[a-z_]+)(\\{technique=\"[a-z-]+\"(,part=\"[a-z]+\")?\\})? [0-9]+$"_s);
    QSet<QString> metrics;
    QString current;
    bool isCounter = false;
    const QStringList lines = QString::fromLatin1(text.chopped(1)).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].startsWith(u"# HELP "_s)) { // of each metric once, its type next, its samples next
            current = lines[i].section(u' ', 2, 2);
            QVERIFY2(!metrics.contains(current), qPrintable(current));
            metrics.insert(current);
            QVERIFY(lines[i].endsWith(u'.'));
            isCounter = lines.value(++i) == u"# TYPE "_s + current + u" counter"_s;
            QVERIFY(isCounter || lines.value(i) == u"# TYPE "_s + current + u" gauge"_s);
            QCOMPARE(current.endsWith(u"_total"_s), isCounter);
            continue;
        }
        const QRegularExpressionMatch match = sample.match(lines[i]);
        QVERIFY2(match.hasMatch(), qPrintable(lines[i]));
        QCOMPARE(match.captured(1), current);
    }
    QCOMPARE(metrics.size(), metricsOfTechniques + 4);
}

void TestLedgerText::prometheusHoldsEveryNumber()
{
    const QByteArray text = '\n' + filled().toPrometheus();
    qint64 base = 0;
    for (const Technique technique : allTechniques) {
        base += 100;
        const std::array<std::pair<QByteArray, qint64>, 15> samples{{{"members", base + 1},
                                                                     {"requests_total", 2 * base + 15}, // what was for the teacher in it
                                                                     {"control_requests_total", base + 13},
                                                                     {"sends_total", base + 3},
                                                                     {"empty_answers_total", base + 4},
                                                                     {"delivered_total", base + 5},
                                                                     {"connections_total", base + 6},
                                                                     {"answers_total", base + 7},
                                                                     {"history_total", base + 12},
                                                                     {"received_bytes_total", 5 * base + 310'000},
                                                                     {"sent_bytes_total", 5 * base + 3'100'000},
                                                                     {"received_segments_total", base + 8},
                                                                     {"sent_segments_total", base + 9},
                                                                     {"received_tcpip_bytes_total", base + 10},
                                                                     {"sent_tcpip_bytes_total", base + 11}}};
        const QByteArray label = "{technique=\"" + techniqueName(technique).toByteArray() + '"';
        for (const auto &[name, value] : samples) {
            const QByteArray line = "\npushlab_" + name + label + "} " + QByteArray::number(value) + '\n';
            QVERIFY2(text.count(line) == 1, line);
        }
        for (const auto &[part, value] : {std::pair("payload", 10'000), std::pair("overhead", 20'000), std::pair("handshake", 40'000),
                                          std::pair("history", 80'000), std::pair("control", 160'000)}) {
            for (const auto &[name, factor] : {std::pair("received", 1), std::pair("sent", 10)}) {
                const QByteArray line = QByteArray("\npushlab_") + name + "_bytes_by_part_total" + label + ",part=\"" + part
                    + "\"} " + QByteArray::number(base + qint64(value) * factor) + '\n';
                QVERIFY2(text.count(line) == 1, line);
            }
        }
    }
    for (const char *line : {"\npushlab_other_requests_total 901\n", "\npushlab_other_connections_total 902\n",
                             "\npushlab_other_received_bytes_total 903\n", "\npushlab_other_sent_bytes_total 9000000000004\n"}) {
        QVERIFY2(text.count(line) == 1, line);
    }
}

QTEST_GUILESS_MAIN(TestLedgerText)
#include "tst_ledgertext.moc"
