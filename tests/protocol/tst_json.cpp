// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;

class TestJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapes_data();
    void escapes();
    void everyControlCharacterSurvives();
    void mendsHalfCharacters();
    void keepsAMarkAtTheBeginning_data();
    void keepsAMarkAtTheBeginning();
    void parsesAsQtWhatHasNone();
    void times_data();
    void times();
    void timesAsQtWritesThem();
    void errors();
};

void TestJson::escapes_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("empty") << QByteArray() << QByteArray(R"("")");
    QTest::newRow("plain") << QByteArray("hello") << QByteArray(R"("hello")");
    QTest::newRow("quotation marks") << QByteArray(R"("a")") << QByteArray(R"("\"a\"")");
    QTest::newRow("backslash") << QByteArray(R"(a\b)") << QByteArray(R"("a\\b")");
    QTest::newRow("backslash at the end") << QByteArray("\\") << QByteArray(R"("\\")");
    QTest::newRow("line ends") << QByteArray("a\r\nb\t") << QByteArray(R"("a\r\nb\t")");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray(R"("a\u0000b")");
    QTest::newRow("controls") << QByteArray("\x01\x1f") << QByteArray(R"("\u0001\u001f")");
    QTest::newRow("DEL and slash stay") << QByteArray("\x7f/") << QByteArray("\"\x7f/\"");
    QTest::newRow("UTF-8 stays") << u"课堂 é 🎓"_s.toUtf8() << u"\"课堂 é 🎓\""_s.toUtf8();
    QTest::newRow("markup stays") << QByteArray("<b>&") << QByteArray("\"<b>&\"");
}

void TestJson::escapes()
{
    QFETCH(QByteArray, utf8);
    QFETCH(QByteArray, json);
    QByteArray written = "before:";
    appendJsonString(written, utf8);
    QCOMPARE(written, "before:" + json);

    const QJsonDocument document = QJsonDocument::fromJson("{\"t\":" + json + '}');
    QCOMPARE(document[u"t"].toString().toUtf8(), utf8);
}

void TestJson::everyControlCharacterSurvives()
{
    for (char c = 0; c < 0x20; ++c) {
        QByteArray json = "{\"t\":";
        appendJsonString(json, QByteArrayView(&c, 1));
        json += '}';
        QCOMPARE(QJsonDocument::fromJson(json)[u"t"].toString(), QString(QLatin1Char(c)));
    }
}

void TestJson::keepsAMarkAtTheBeginning_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("alone") << u"\uFEFF"_s;
    QTest::newRow("first") << u"\uFEFFMia"_s;
    QTest::newRow("twice") << u"\uFEFF\uFEFF课"_s;
    QTest::newRow("before a quotation mark") << u"\uFEFF\"\uFEFF\""_s;
    QTest::newRow("before a backslash") << u"\uFEFF\\\"\uFEFF"_s;
    QTest::newRow("in the middle and last") << u"a\uFEFFb\uFEFF"_s;
    QTest::newRow("with an emoji") << u"\uFEFF\U0001F393"_s;
}

// Qt takes it for a byte order mark there; in a text it is a character.
void TestJson::keepsAMarkAtTheBeginning()
{
    QFETCH(QString, text);
    QCOMPARE(fromUtf8(text.toUtf8()), text);
    QByteArray json = "{\"t\":";
    appendJsonString(json, text.toUtf8());
    json += ",\"list\":[ ";
    appendJsonString(json, text.toUtf8());
    json += "],";
    appendJsonString(json, text.toUtf8());
    json += ":1}";
    const QJsonDocument document = parseJson(json);
    QCOMPARE(document[u"t"].toString(), text);
    QCOMPARE(document[u"list"][0].toString(), text);
    QCOMPARE(document[text].toInt(), 1);
    QCOMPARE(parseJson(document.toJson()), document);
}

void TestJson::parsesAsQtWhatHasNone()
{
    QJsonParseError error;
    QVERIFY(parseJson("{\"t\":1}", &error).isObject());
    QCOMPARE(error.error, QJsonParseError::NoError);
    QVERIFY(parseJson("\xef\xbb\xbf{\"t\":1}").isObject()); // of the file, not of a text
    for (const QByteArray &wrong : {"{\"t\":"_ba, "{\"t\"\xef\xbb\xbf:1}"_ba, "[\"a\"\xef\xbb\xbf]"_ba, "\"\xef\xbb\xbf"_ba}) {
        QVERIFY(parseJson(wrong, &error).isNull());
        QVERIFY(error.error != QJsonParseError::NoError);
    }
    QVERIFY(fromUtf8({}).isEmpty());
    QCOMPARE(fromUtf8("\xef\xbb"), QString::fromUtf8("\xef\xbb"));
}

// A page's slice() may cut an emoji in two.
void TestJson::mendsHalfCharacters()
{
    const QString half = u"\U0001F393"_s.first(1);
    const QString other = u"\U0001F393"_s.last(1);
    QCOMPARE(wholeText(u"a"_s + half), u"a\uFFFD"_s);
    QCOMPARE(wholeText(half + u"a"_s + other), u"\uFFFDa\uFFFD"_s);
    QCOMPARE(wholeText(half + half + other + other), u"\uFFFD\U0001F393\uFFFD"_s);
    QCOMPARE(wholeText(other + half), u"\uFFFD\uFFFD"_s);
    for (const QString &whole : {QString(), u"a"_s, u"课\U0001F393\uFFFD"_s})
        QCOMPARE(wholeText(whole), whole);
}

void TestJson::times_data()
{
    QTest::addColumn<double>("time");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("unknown") << 0.0 << QByteArray("0.000");
    QTest::newRow("no exponent") << 1789776000000.0 << QByteArray("1789776000000.000");
    QTest::newRow("fraction") << 1789776000000.125 << QByteArray("1789776000000.125");
    QTest::newRow("rounded") << 0.0006 << QByteArray("0.001");
    QTest::newRow("rounded to whole") << 999.9996 << QByteArray("1000.000");
    QTest::newRow("before 1970") << -1.5 << QByteArray("-1.500");
    QTest::newRow("in 2096") << 3999999999999.75 << QByteArray("3999999999999.750");
    QTest::newRow("later") << 4000000000000.25 << QByteArray("4000000000000.250");
    QTest::newRow("in no time of ours") << 1e300 << QByteArray::number(1e300, 'f', 3);
}

void TestJson::times()
{
    QFETCH(double, time);
    QFETCH(QByteArray, json);
    QByteArray written;
    appendJsonTime(written, time);
    QCOMPARE(written, json);
}

void TestJson::timesAsQtWritesThem()
{
    for (int i = 0; i < 10'000; ++i) {
        const double time = double(QRandomGenerator::global()->bounded(qint64(4e15))) / 1000;
        QByteArray written;
        appendJsonTime(written, time);
        QCOMPARE(written, QByteArray::number(time, 'f', 3));
    }
}

void TestJson::errors()
{
    const QByteArray json = R"({"error":"say \"lobby\"","code":"bad-room"})";
    QCOMPARE(errorJson("bad-room", "say \"lobby\""), json);
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
