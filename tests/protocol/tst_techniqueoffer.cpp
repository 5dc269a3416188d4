// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/techniqueoffer.h"

#include <QTest>

using namespace pushlab::protocol;

class TestTechniqueOffer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThere_data();
    void namesThere();
    void theTutorialsAreTheDefault();
    void whoseTechniqueIsNotOfferedMoves();
};

void TestTechniqueOffer::namesThere_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QByteArray>("read"); // empty: nothing
    QTest::newRow("one") << QByteArray("websocket") << QByteArray("websocket");
    QTest::newRow("in the table's order") << QByteArray("websocket,polling") << QByteArray("polling,websocket");
    QTest::newRow("twice") << QByteArray("polling,polling") << QByteArray("polling");
    QTest::newRow("unknown") << QByteArray("polling,telepathy") << QByteArray();
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("a comma too many") << QByteArray("polling,") << QByteArray();
    QTest::newRow("blank") << QByteArray("polling, websocket") << QByteArray();
}

void TestTechniqueOffer::namesThere()
{
    QFETCH(const QByteArray, names);
    const auto techniques = techniquesFromNames(names.split(','));
    QTEST(techniques ? namesOf(*techniques).join(',') : QByteArray(), "read");
}

void TestTechniqueOffer::theTutorialsAreTheDefault()
{
    QCOMPARE(namesOf(defaultTechniques()).join(','), QByteArray("polling,long-polling,websocket"));
}

void TestTechniqueOffer::whoseTechniqueIsNotOfferedMoves()
{
    QCOMPARE(closestOffered(Technique::Polling, defaultTechniques()), Technique::Polling);
    QCOMPARE(closestOffered(Technique::Polling, {Technique::LongPolling, Technique::WebSocket}), Technique::WebSocket);
    QCOMPARE(closestOffered(Technique::WebSocket, {Technique::Polling, Technique::LongPolling}), Technique::LongPolling);
}

QTEST_APPLESS_MAIN(TestTechniqueOffer)
#include "tst_techniqueoffer.moc"
