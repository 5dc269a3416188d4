// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/multipart.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

using protocol::FormView;
using protocol::MultipartView;

class TestMultipart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentTypes_data();
    void contentTypes();
    void fields_data();
    void fields();
    void everyTruncationIsMalformed();
};

namespace {

const QByteArray plainType = "multipart/form-data; boundary=XX";

QByteArray part(const QByteArray &disposition, const QByteArray &value, const QByteArray &fields = {})
{
    return "--XX\r\n" + fields + "Content-Disposition: " + disposition + "\r\n\r\n" + value + "\r\n";
}

QByteArray named(const QByteArray &name, const QByteArray &value)
{
    return part("form-data; name=\"" + name + '"', value);
}

} // namespace

void TestMultipart::contentTypes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isMultipart");
    QTest::newRow("plain") << plainType << true;
    QTest::newRow("capitals") << QByteArray("Multipart/Form-Data;boundary=XX") << true;
    QTest::newRow("no boundary") << QByteArray("multipart/form-data") << true;
    QTest::newRow("mixed") << QByteArray("multipart/mixed; boundary=XX") << false;
    QTest::newRow("longer") << QByteArray("multipart/form-data2; boundary=XX") << false;
    QTest::newRow("form") << QByteArray("application/x-www-form-urlencoded") << false;
    QTest::newRow("none") << QByteArray() << false;
}

void TestMultipart::contentTypes()
{
    QFETCH(QByteArray, type);
    QTEST(MultipartView::isMultipart(type), "isMultipart");
}

void TestMultipart::fields_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("value");
    const auto found = [](const char *row, const QByteArray &body, const QString &value, const QByteArray &type = plainType) {
        QTest::newRow(row) << type << body << int(FormView::Status::Found) << value;
    };
    const auto missing = [](const char *row, const QByteArray &body) {
        QTest::newRow(row) << plainType << body << int(FormView::Status::Missing) << QString();
    };
    const auto malformed = [](const char *row, const QByteArray &body, FormView::Status status = FormView::Status::BadParts,
                              const QByteArray &type = plainType) {
        QTest::newRow(row) << type << body << int(status) << QString();
    };
    const QByteArray end = "--XX--\r\n";
    const QByteArray one = named("content", "one");

    found("one field", one + end, u"one"_s);
    found("behind another", named("token", "x") + one + end, u"one"_s);
    found("the first of two", one + named("content", "two") + end, u"one"_s);
    found("empty", named("content", "") + end, u""_s);
    found("lines", named("content", "a\r\nb\r\n\r\n--X\r\n") + end, u"a\r\nb\r\n\r\n--X\r\n"_s);
    found("UTF-8, plus and percent as they are", named("content", "\xe6\x95\x99+%41&=") + end, u"教+%41&="_s);
    found("preamble and epilogue", "for old readers\r\n" + one + end + "more", u"one"_s);
    found("no line end at the end", one + "--XX--", u"one"_s);
    found("blanks behind the delimiter", QByteArray(one + end).replace("--XX\r\n", "--XX \t\r\n"), u"one"_s);
    found("further fields of a part",
          part("form-data; name=\"content\"", "one", "Content-Type: text/plain; charset=utf-8\r\n") + end, u"one"_s);
    found("names without case", QByteArray(one + end).replace("Content-Disposition: form", "CONTENT-disposition:Form"), u"one"_s);
    found("name without quotes", part("form-data; name=content", "one") + end, u"one"_s);
    found("semicolon in another name", named("a; name=content; b", "x") + one + end, u"one"_s);
    found("boundary in quotes", one + end, u"one"_s, "multipart/form-data; charset=utf-8; boundary=\"XX\"");
    found("boundary with a semicolon", QByteArray(one + end).replace("XX", "X;X"), u"one"_s, "multipart/form-data; boundary=\"X;X\"");
    missing("no part", end);
    missing("other names", named("Content", "x") + named("content2", "x") + named("", "x") + end);
    missing("a file", part("form-data; name=\"content\"; filename=\"a.txt\"", "x") + end);
    malformed("no body", {});
    malformed("another boundary", QByteArray(one + end).replace("XX", "YY"));
    malformed("no UTF-8", named("content", "\xff") + end, FormView::Status::Malformed);
    malformed("no end", one);
    malformed("no header section", "--XX\r\n\r\none\r\n" + end);
    malformed("no line behind the header section", "--XX\r\nContent-Disposition: form-data; name=\"content\"\r\n" + end);
    malformed("no name", part("form-data", "one") + end);
    malformed("no form data", part("attachment; name=\"content\"", "one") + end);
    malformed("no line end behind the delimiter", QByteArray(one + end).replace("--XX\r\n", "--XXX\r\n"));
    malformed("no boundary", one + end, FormView::Status::NoBoundary, "multipart/form-data");
    malformed("empty boundary", one + end, FormView::Status::NoBoundary, "multipart/form-data; boundary=");
    malformed("boundary of 71 bytes", one + end, FormView::Status::NoBoundary,
              "multipart/form-data; boundary=" + QByteArray(71, 'X'));
}

void TestMultipart::fields()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const FormView::Field field = MultipartView(type, body).field("content");
    QTEST(int(field.status), "status");
    QTEST(field.value, "value");
}

void TestMultipart::everyTruncationIsMalformed()
{
    const QByteArray body = named("content", "one") + "--XX--";
    const qsizetype needed = body.size() - 2; // the delimiter that ends the part
    for (qsizetype size = 0; size < needed; ++size) {
        const FormView::Field field = MultipartView(plainType, QByteArrayView(body).first(size)).field("content");
        QVERIFY2(field.status == FormView::Status::BadParts, QByteArray::number(size));
    }
}

} // namespace pushlab::tests

QTEST_APPLESS_MAIN(pushlab::tests::TestMultipart)

#include "tst_multipart.moc"
