// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/urlencoding.h"

#include <QTest>

using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;
using Status = FormView::Status;

class TestUrlEncoding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void fields_data();
    void fields();
    void onlyTheFieldAskedForIsDecoded();
};

void TestUrlEncoding::decodes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("decoded");

    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("plain") << QByteArray("room") << u"room"_s;
    QTest::newRow("blank") << QByteArray("a%20b") << u"a b"_s;
    QTest::newRow("plus is a plus in a path") << QByteArray("a+b") << u"a+b"_s;
    QTest::newRow("both cases") << QByteArray("%2f%2F") << u"//"_s;
    QTest::newRow("UTF-8") << QByteArray("%E8%AF%BE%e5%a0%82") << u"课堂"_s;
    QTest::newRow("UTF-8 that was not escaped") << u"课堂"_s.toUtf8() << u"课堂"_s;
    QTest::newRow("four bytes") << QByteArray("%F0%9F%8E%93") << u"🎓"_s;
    QTest::newRow("escaped percent is not decoded twice") << QByteArray("%2541") << u"%41"_s;
    QTest::newRow("NUL") << QByteArray("a%00b") << u"a\0b"_s;
    QTest::newRow("U+FEFF at the beginning") << QByteArray("%EF%BB%BFa") << u"\ufeffa"_s;
    QTest::newRow("escape at the end") << QByteArray("ab%43") << u"abC"_s;
}

void TestUrlEncoding::decodes()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, decoded);
    const std::optional<QString> result = decodePercent(text);
    QVERIFY(result);
    QCOMPARE(*result, decoded);
}

void TestUrlEncoding::refuses_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("percent alone") << QByteArray("%");
    QTest::newRow("one digit") << QByteArray("a%4");
    QTest::newRow("no digits") << QByteArray("%zz");
    QTest::newRow("second is no digit") << QByteArray("%4g");
    QTest::newRow("sign is no digit") << QByteArray("%+1");
    QTest::newRow("two percents") << QByteArray("%%41");
    QTest::newRow("continuation byte alone") << QByteArray("%80");
    QTest::newRow("UTF-8 cut short") << QByteArray("%E8%AF");
    QTest::newRow("overlong slash") << QByteArray("%C0%AF");
    QTest::newRow("surrogate") << QByteArray("%ED%A0%80");
    QTest::newRow("past U+10FFFF") << QByteArray("%F4%90%80%80");
    QTest::newRow("Latin-1") << QByteArray("caf%E9");
}

void TestUrlEncoding::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!decodePercent(text));
    const QByteArray form = "a=" + text;
    QCOMPARE(FormView(form).field("a").status, Status::Malformed);
}

void TestUrlEncoding::fields_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<Status>("status");
    QTest::addColumn<QString>("value");

    QTest::newRow("nothing") << QByteArray() << Status::Missing << QString();
    QTest::newRow("only one") << QByteArray("name=value") << Status::Found << u"value"_s;
    QTest::newRow("among others") << QByteArray("a=1&name=2&b=3") << Status::Found << u"2"_s;
    QTest::newRow("the first of two") << QByteArray("name=1&name=2") << Status::Found << u"1"_s;
    QTest::newRow("empty") << QByteArray("name=") << Status::Found << QString();
    QTest::newRow("no equals sign") << QByteArray("name&a=1") << Status::Found << QString();
    QTest::newRow("equals sign in the value") << QByteArray("name=a=b") << Status::Found << u"a=b"_s;
    QTest::newRow("plus is a blank") << QByteArray("name=a+b%2Bc") << Status::Found << u"a b+c"_s;
    QTest::newRow("escaped ampersand") << QByteArray("name=a%26b&c=1") << Status::Found << u"a&b"_s;
    QTest::newRow("empty pairs") << QByteArray("&&name=1&") << Status::Found << u"1"_s;
    QTest::newRow("longer name") << QByteArray("names=1") << Status::Missing << QString();
    QTest::newRow("shorter name") << QByteArray("nam=1") << Status::Missing << QString();
    QTest::newRow("case") << QByteArray("Name=1") << Status::Missing << QString();
    QTest::newRow("as a value") << QByteArray("a=name") << Status::Missing << QString();
    QTest::newRow("UTF-8") << QByteArray("name=%E8%AF%BE") << Status::Found << u"课"_s;
}

void TestUrlEncoding::fields()
{
    QFETCH(QByteArray, form);
    QFETCH(Status, status);
    QFETCH(QString, value);
    const FormView::Field field = FormView(form).field("name");
    QCOMPARE(field.status, status);
    QCOMPARE(field.value, value);
    QCOMPARE(bool(field), status == Status::Found);
}

void TestUrlEncoding::onlyTheFieldAskedForIsDecoded()
{
    const FormView form("bad=%zz&good=1");
    QCOMPARE(form.field("good").value, u"1"_s);
    QCOMPARE(form.field("bad").status, Status::Malformed);
}

QTEST_GUILESS_MAIN(TestUrlEncoding)
#include "tst_urlencoding.moc"
