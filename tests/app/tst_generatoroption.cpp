// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/generatoroption.h"

#include <QTest>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using app::generatorText;
using app::parseGenerator;
using protocol::Generator;

class TestGeneratorOption final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestGeneratorOption::reads_data()
{
    QTest::addColumn<Generator>("expected");
    QTest::newRow("4/s") << Generator{4};
    QTest::newRow("0.5/s") << Generator{0.5};
    QTest::newRow("4/s,200") << Generator{4, 200};
    QTest::newRow("4/s,poisson") << Generator{4, protocol::defaultGeneratorBytes, true};
    QTest::newRow("100/s,16384,poisson") << Generator{100, 16384, true};
}

void TestGeneratorOption::reads()
{
    QFETCH(Generator, expected);
    const QString typed = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(parseGenerator(typed), std::optional(expected));
    QCOMPARE(parseGenerator(generatorText(expected)), std::optional(expected));
}

void TestGeneratorOption::refuses_data()
{
    QTest::addColumn<int>("unused");
    for (const char *typed : {"", "4", "/s", "0/s", "-1/s", "100.1/s", "0.001/s", "nan/s", "4/s,", "4/s,0", "4/s,16385",
                              "4/s,1.5", "4/s,poisson,200", "4/s,200,uniform", "4/s,200,poisson,", "4/min"})
        QTest::newRow(typed) << 0;
}

void TestGeneratorOption::refuses()
{
    QVERIFY(!parseGenerator(QString::fromLatin1(QTest::currentDataTag())));
}

QTEST_GUILESS_MAIN(TestGeneratorOption)

#include "tst_generatoroption.moc"
