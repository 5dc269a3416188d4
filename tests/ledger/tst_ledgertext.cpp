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

const QStringList techniqueKeys{u"bytesDown"_s, u"bytesUp"_s, u"connections"_s, u"delivered"_s,
                                u"empty"_s,     u"members"_s, u"requests"_s,    u"sends"_s};

//! One of every number, no two alike.
Ledger filled()
{
    Ledger ledger;
    qint64 base = 0;
    for (const Technique technique : allTechniques) {
        base += 100;
        ledger.of(technique) = {base + 1, base + 2, base + 3, base + 4, base + 5, base + 6, base + 7, base + 8};
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
    void prometheusIsWellFormed();
    void prometheusHoldsEveryNumber();
};

void TestLedgerText::accountsAreNotMixedUp()
{
    QCOMPARE(accountOf(Technique::Polling), Account::Polling);
    QCOMPARE(accountOf(Technique::LongPolling), Account::LongPolling);
    QCOMPARE(accountOf(Technique::WebSocket), Account::WebSocket);
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
    ledger.addBytes(account, 10, 200);
    ledger.addBytes(account, 1, 2);
    ledger.addConnection(account);
    qint64 up = ledger.other().bytesUp;
    qint64 down = ledger.other().bytesDown;
    qint64 connections = ledger.other().connections;
    QCOMPARE(up, account == Account::Other ? 11 : 0);
    for (const Technique technique : allTechniques) {
        const TechniqueCounters &counters = ledger.of(technique);
        QCOMPARE(counters.bytesUp, accountOf(technique) == account ? 11 : 0);
        QCOMPARE(counters.bytesDown, accountOf(technique) == account ? 202 : 0);
        up += counters.bytesUp;
        down += counters.bytesDown;
        connections += counters.connections;
    }
    QCOMPARE(up, 11); // and nowhere else
    QCOMPARE(down, 202);
    QCOMPARE(connections, 1);
}

void TestLedgerText::jsonHoldsEveryNumber()
{
    const QJsonDocument document = QJsonDocument::fromJson(filled().toJson(1789776000000.125));
    QVERIFY(document.isObject());
    QCOMPARE(document.object().keys(), QStringList({u"now"_s, u"other"_s, u"techniques"_s}));
    QCOMPARE(document[u"now"].toDouble(), 1789776000000.125);
    const QJsonObject techniques = document[u"techniques"].toObject();
    QCOMPARE(techniques.keys(), QStringList({u"long-polling"_s, u"polling"_s, u"websocket"_s}));
    qint64 base = 0;
    for (const Technique technique : allTechniques) {
        base += 100;
        const QJsonObject object = techniques[QLatin1StringView(techniqueName(technique))].toObject();
        QCOMPARE(object.keys(), techniqueKeys);
        QCOMPARE(object[u"members"].toInteger(), base + 1);
        QCOMPARE(object[u"requests"].toInteger(), base + 2);
        QCOMPARE(object[u"sends"].toInteger(), base + 3);
        QCOMPARE(object[u"empty"].toInteger(), base + 4);
        QCOMPARE(object[u"delivered"].toInteger(), base + 5);
        QCOMPARE(object[u"connections"].toInteger(), base + 6);
        QCOMPARE(object[u"bytesUp"].toInteger(), base + 7);
        QCOMPARE(object[u"bytesDown"].toInteger(), base + 8);
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
    for (const QString &key : techniqueKeys)
        QCOMPARE(document[u"techniques"][u"polling"][key].toInteger(-1), 0); // a number, if there is none yet
}

void TestLedgerText::prometheusIsWellFormed()
{
    const QByteArray text = filled().toPrometheus();
    QVERIFY(text.endsWith('\n'));
    static const QRegularExpression sample(u"^(pushlab_[a-z_]+)(\\{technique=\"[a-z-]+\"\\})? [0-9]+$"_s);
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
    QCOMPARE(metrics.size(), techniqueKeys.size() + 4);
}

void TestLedgerText::prometheusHoldsEveryNumber()
{
    const QByteArray text = '\n' + filled().toPrometheus();
    const std::array<QByteArray, 8> names{"members",         "requests_total",    "sends_total",          "empty_answers_total",
                                          "delivered_total", "connections_total", "received_bytes_total", "sent_bytes_total"};
    qint64 base = 0;
    for (const Technique technique : allTechniques) {
        base += 100;
        for (size_t i = 0; i < names.size(); ++i) {
            const QByteArray line = "\npushlab_" + names[i] + "{technique=\"" + techniqueName(technique).toByteArray() + "\"} "
                + QByteArray::number(base + qint64(i) + 1) + '\n';
            QVERIFY2(text.count(line) == 1, line);
        }
    }
    for (const char *line : {"\npushlab_other_requests_total 901\n", "\npushlab_other_connections_total 902\n",
                             "\npushlab_other_received_bytes_total 903\n", "\npushlab_other_sent_bytes_total 9000000000004\n"}) {
        QVERIFY2(text.count(line) == 1, line);
    }
}

QTEST_GUILESS_MAIN(TestLedgerText)
#include "tst_ledgertext.moc"
