// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/anatomytext.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab::wire;

//! The words of the anatomy: none is missing in either language, and each section is named in one form.
class TestAnatomyText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKind();
    void everyCode();
    void fields_data();
    void fields();
    void whatStandsThere();

private:
    void check(const PartText &text, const QByteArray &what);
};

namespace {

//! Standards whose sections have no numbers, or change them.
const QSet<QString> namedStandards{u"Fetch Standard"_s, u"Storage Access Headers"_s, u"Global Privacy Control"_s};

bool isSection(const QString &section)
{
    static const QRegularExpression numbered(
        u"^(RFC \\d{4}|HTML|CSP3|Fetch Metadata|UA Client Hints|Upgrade Insecure Requests|Referrer Policy) \\d+(\\.\\d+)*$"_s);
    return section.isEmpty() || namedStandards.contains(section) || numbered.match(section).hasMatch();
}

bool isCjk(QChar c)
{
    return c.unicode() >= 0x4e00 && c.unicode() <= 0x9fff;
}

bool isLatin(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

//! Whether a blank is missing between a Chinese character and a Latin letter or digit.
bool isCramped(const QString &text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if ((isCjk(text[i - 1]) && isLatin(text[i])) || (isLatin(text[i - 1]) && isCjk(text[i])))
            return true;
    }
    return false;
}

} // namespace

void TestAnatomyText::check(const PartText &text, const QByteArray &what)
{
    QVERIFY2(!text.name.english.isEmpty() && !text.name.chinese.isEmpty(), what.constData());
    QVERIFY2(text.purpose.english.size() > 10 && text.purpose.english.endsWith(u'.'), what.constData());
    QVERIFY2(text.purpose.chinese.size() > 4 && text.purpose.chinese.endsWith(u'。'), what.constData());
    QVERIFY2(std::any_of(text.purpose.chinese.cbegin(), text.purpose.chinese.cend(), isCjk), what.constData());
    QVERIFY2(std::none_of(text.purpose.english.cbegin(), text.purpose.english.cend(), isCjk), what.constData());
    QVERIFY2(!isCramped(text.purpose.chinese) && !isCramped(text.name.chinese), what.constData());
    QVERIFY2(isSection(text.section), what.constData());
}

void TestAnatomyText::everyKind()
{
    QSet<QString> names;
    for (int i = 0; i < partKinds; ++i) {
        const PartText text = kindText(PartKind(i));
        check(text, QByteArray::number(i));
        QVERIFY2(PartKind(i) == PartKind::Unknown || !text.section.isEmpty(), QByteArray::number(i).constData());
        names.insert(text.name.english);
        names.insert(text.name.chinese);
    }
    QVERIFY2(names.size() >= 2 * partKinds - 1, "two kinds have one name");
}

void TestAnatomyText::everyCode()
{
    for (int opcode = 0; opcode <= 15; ++opcode)
        check(opcodeText(opcode), QByteArray::number(opcode));
    QVERIFY(opcodeText(16).isEmpty());
    // what the host and its clients answer and send
    for (const int status : {100, 101, 200, 201, 204, 304, 307, 400, 403, 404, 405, 408, 409,
                             413, 414, 417, 421, 426, 429, 431, 500, 501, 502, 503, 504, 505})
        check(statusText(status), QByteArray::number(status));
    QVERIFY(statusText(999).isEmpty());
    for (const int code :
         {1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015, 3000, 3999, 4000, 4999})
        check(closeCodeText(code), QByteArray::number(code));
    QVERIFY(closeCodeText(1004).isEmpty() && closeCodeText(5000).isEmpty());
    for (const char *method : {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"})
        check(methodText(method), method);
    for (const char *name : {"data", "event", "id", "retry"})
        check(eventFieldText(name), name);
    QVERIFY(eventFieldText("Data").isEmpty()); // names of events' fields have one case
}

void TestAnatomyText::fields_data()
{
    QTest::addColumn<QByteArrayList>("names");
    QTest::newRow("host") << QByteArrayList{"Allow",
                                            "Cache-Control",
                                            "Connection",
                                            "Content-Disposition",
                                            "Content-Length",
                                            "Content-Security-Policy",
                                            "Content-Type",
                                            "Date",
                                            "ETag",
                                            "Location",
                                            "Referrer-Policy",
                                            "Retry-After",
                                            "Sec-WebSocket-Accept",
                                            "Server",
                                            "Set-Cookie",
                                            "Transfer-Encoding",
                                            "Upgrade",
                                            "Vary",
                                            "X-Accel-Buffering",
                                            "X-Content-Type-Options",
                                            "X-Frame-Options"};
    QTest::newRow("browsers") << QByteArrayList{"Host",
                                                "User-Agent",
                                                "Accept",
                                                "Accept-Language",
                                                "Accept-Encoding",
                                                "Referer",
                                                "Origin",
                                                "Cookie",
                                                "If-None-Match",
                                                "Last-Event-ID",
                                                "Pragma",
                                                "Priority",
                                                "Sec-Fetch-Dest",
                                                "Sec-Fetch-Mode",
                                                "Sec-Fetch-Site",
                                                "Sec-Fetch-User",
                                                "Sec-GPC",
                                                "sec-ch-ua",
                                                "sec-ch-ua-mobile",
                                                "sec-ch-ua-platform",
                                                "Sec-WebSocket-Extensions",
                                                "Sec-WebSocket-Key",
                                                "Sec-WebSocket-Protocol",
                                                "Sec-WebSocket-Version",
                                                "Upgrade-Insecure-Requests",
                                                "X-Requested-With",
                                                "DNT",
                                                "TE"};
    QTest::newRow("QNetworkAccessManager") << QByteArrayList{"Accept-Encoding", "Accept-Language", "Authorization", "Connection",
                                                             "User-Agent"};
    QTest::newRow("nginx") << QByteArrayList{
        "X-Forwarded-For",           "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP",        "Keep-Alive",
        "Strict-Transport-Security", "Last-Modified",     "Accept-Ranges",    "Content-Encoding", "Via"};
}

void TestAnatomyText::fields()
{
    QFETCH(QByteArrayList, names);
    for (const QByteArray &name : names) {
        check(fieldText(name), name);
        QCOMPARE(fieldText(name.toLower()), fieldText(name.toUpper()));
    }
    QVERIFY(fieldText("X-Own").isEmpty() && fieldText("").isEmpty());
}

void TestAnatomyText::whatStandsThere()
{
    TrafficRecord record;
    record.kind = RecordKind::Answer;
    record.bytes = "HTTP/1.1 304 Not Modified\r\netag: \"1\"\r\nX-Own: 1\r\n\r\n";
    const QList<Part> parts = dissect(record);
    QCOMPARE(textOf(parts[0], record.bytes), kindText(PartKind::StatusLine));
    QCOMPARE(textOf(parts[0].parts[2], record.bytes), statusText(304));
    QCOMPARE(textOf(parts[1], record.bytes).name.english, u"ETag"_s);
    QCOMPARE(textOf(parts[2], record.bytes), kindText(PartKind::FieldLine));
    record.kind = RecordKind::Frame;
    record.bytes = QByteArray::fromHex("880203e9");
    const QList<Part> frame = dissect(record);
    QCOMPARE(textOf(frame[4], record.bytes), opcodeText(8));
    QCOMPARE(textOf(frame.last().parts[0], record.bytes), closeCodeText(1001));
    QCOMPARE(textOf(parts[1], "short"), kindText(PartKind::FieldLine)); // of another record's bytes
}

QTEST_GUILESS_MAIN(TestAnatomyText)
#include "tst_anatomytext.moc"

#include <algorithm>
