// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/technique.h"

#include <QSet>
#include <QTest>

using namespace pushlab::protocol;

class TestTechnique final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAsTheContractHasThem()
    {
        QCOMPARE(techniqueName(Technique::Polling), QByteArrayView("polling"));
        QCOMPARE(techniqueName(Technique::LongPolling), QByteArrayView("long-polling"));
        QCOMPARE(techniqueName(Technique::WebSocket), QByteArrayView("websocket"));
        QCOMPARE(techniqueName(Technique::Sse), QByteArrayView("sse"));
    }

    void eachNameGivesItsTechniqueBack()
    {
        QSet<QByteArray> names;
        for (const Technique technique : allTechniques) {
            names.insert(techniqueName(technique).toByteArray());
            QCOMPARE(techniqueFromName(techniqueName(technique)), std::optional(technique));
        }
        QCOMPARE(names.size(), qsizetype(allTechniques.size()));
    }

    void refusesOtherNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("case") << QByteArray("Polling");
        QTest::newRow("blank") << QByteArray("polling ");
        QTest::newRow("part") << QByteArray("long");
        QTest::newRow("underscore") << QByteArray("long_polling");
        QTest::newRow("another technique") << QByteArray("server-sent-events");
    }

    void refusesOtherNames()
    {
        QFETCH(QByteArray, name);
        QVERIFY(!techniqueFromName(name));
    }
};

QTEST_GUILESS_MAIN(TestTechnique)
#include "tst_technique.moc"
