// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/shownname.h"

#include <QTest>
#include <QTextDocument>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab::widgets;

class TestShownName final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void name_data();
    void name();
    void isolates();
    void textIsSeen();
    void toolTipIsPlain_data();
    void toolTipIsPlain();
    void toolTipBreaksLongWords();
    void cutsBetweenCharacters();
};

void TestShownName::name_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"Anna"_s << u"Anna"_s;
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("blanks around") << u" Anna\t B "_s << u"Anna B"_s;
    QTest::newRow("lines") << u"Anna\nB\u2028C\u2029D\u0085E"_s << u"Anna B C D E"_s;
    QTest::newRow("controls") << u"a\u0000b\u001b[2J"_s << u"a b [2J"_s;
    QTest::newRow("override") << u"a\u202eb"_s << u"ab"_s;
    QTest::newRow("unbalanced isolates") << u"\u2069\u2069a\u2066"_s << u"a"_s;
    QTest::newRow("marks of direction") << u"\u200ea\u200f\u061cb"_s << u"ab"_s;
    QTest::newRow("zero-width space") << u"Tea\u200bcher\ufeff"_s << u"Teacher"_s;
    QTest::newRow("Hebrew") << u"שלום"_s << u"שלום"_s;
    QTest::newRow("Persian joiner") << u"می\u200cخواهم"_s << u"می\u200cخواهم"_s;
    QTest::newRow("emoji") << u"👩\u200d🏫 𝒳"_s << u"👩\u200d🏫 𝒳"_s;
    QTest::newRow("markup") << u"<b>x</b>&amp;"_s << u"<b>x</b>&amp;"_s;
    QTest::newRow("only zero-width") << u"\u200b"_s << u"U+200B"_s;
    QTest::newRow("only blanks") << u" \u00a0"_s << u"U+0020 U+00A0"_s;
    QTest::newRow("only controls of direction") << u"\u202e\u2066"_s << u"U+202E U+2066"_s;
    QTest::newRow("only a mark") << u"\u0301"_s << u"U+0301"_s;
    QTest::newRow("filler") << u"\u3164"_s << u"U+3164"_s;
    QTest::newRow("only tags") << u"\U000e0041"_s << u"U+E0041"_s;
    QTest::newRow("many") << u"\u200b"_s.repeated(9) << u"U+200B U+200B U+200B U+200B …"_s;
    QTest::newRow("half a character") << QString(QChar(0xd83d)) + u'a' << u"\ufffda"_s;
}

void TestShownName::name()
{
    QFETCH(const QString, name);
    QTEST(shownName(name), "shown");
}

void TestShownName::isolates()
{
    QCOMPARE(isolatedName(u"\u2069\u202eא"_s), u"\u2068א\u2069"_s);
    QCOMPARE(isolatedName({}), QString());
}

void TestShownName::textIsSeen()
{
    QCOMPARE(seenText({}), QString());
    for (const QString &text : {u"a"_s, u"\u200b\u200bא"_s, u"😀"_s, u" \n."_s, QString(1, QChar(0xd83d))})
        QCOMPARE(seenText(text), text);
    QCOMPARE(seenText(u"\u200b\u2060\ufeff"_s), u"U+200B U+2060 U+FEFF"_s);
    QCOMPARE(seenText(QString(70'000, u' ')), u"U+0020 U+0020 U+0020 U+0020 …"_s);
    QCOMPARE(seenText(QString::fromUcs4(U"\U000e0041").repeated(5)), u"U+E0041 U+E0041 U+E0041 U+E0041 …"_s);
}

void TestShownName::toolTipIsPlain_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("markup") << u"<b>x</b><img src=\"file:///etc/passwd\">"_s;
    QTest::newRow("entity") << u"a &lt; b & c"_s;
    QTest::newRow("lines") << u"one\n  two"_s;
    QTest::newRow("plain") << u"plain"_s;
}

void TestShownName::toolTipIsPlain()
{
    QFETCH(const QString, text);
    const QString tip = plainToolTip(text);
    QVERIFY(Qt::mightBeRichText(tip)); // else its entities would be seen
    QTextDocument document;
    document.setHtml(tip);
    QCOMPARE(document.toPlainText(), text);
}

void TestShownName::toolTipBreaksLongWords()
{
    const QString tip = plainToolTip(u"😀"_s.repeated(60) + u' ' + u"w"_s.repeated(300));
    QVERIFY(!tip.contains(u"w"_s.repeated(33)));
    QVERIFY(tip.contains(u'\u200b'));
    QCOMPARE(tip.count(u"😀"_s), 60);
}

void TestShownName::cutsBetweenCharacters()
{
    QCOMPARE(leftOf(u"a😀b"_s, 2), u"a"_s);
    QCOMPARE(leftOf(u"a😀b"_s, 3), u"a😀"_s);
    QCOMPARE(leftOf(u"a😀b"_s, 9), u"a😀b"_s);
    QCOMPARE(leftOf(u"a"_s, 0), QString());
}

QTEST_APPLESS_MAIN(TestShownName)
#include "tst_shownname.moc"
