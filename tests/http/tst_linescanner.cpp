// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/linescanner.h"

#include <QList>
#include <QTest>

using namespace pushlab::http;
using Event = LineScanner::Event;
using Kind = LineScanner::Kind;

class TestLineScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsLines_data();
    void findsLines();
};

void TestLineScanner::findsLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isRequestLine");
    QTest::addColumn<QList<Event>>("events"); // of all lines, the last one NeedMore or a fault
    QTest::addColumn<qsizetype>("end");

    const auto row = [](const char *name, const QByteArray &bytes, bool isRequestLine, const QList<Event> &events,
                        qsizetype end) { QTest::newRow(name) << bytes << isRequestLine << events << end; };
    row("nothing", "", false, {Event::NeedMore}, 0);
    row("part of a line", "abc", false, {Event::NeedMore}, 3);
    row("line", "abc\r\n", false, {Event::Line, Event::NeedMore}, 5);
    row("line without its LF", "abc\r", false, {Event::NeedMore}, 4);
    row("two lines and the end", "a\r\nb c\r\n\r\n", false, {Event::Line, Event::Line, Event::EmptyLine, Event::NeedMore}, 10);
    row("LF alone", "abc\n", false, {Event::BadLineEnd}, 3);
    row("CR alone", "abc\rd", false, {Event::BadLineEnd}, 4);
    row("two CR", "abc\r\r\n", false, {Event::BadLineEnd}, 4);
    row("tab and bytes from 0x80 on", "a\tb\x80\xff\r\n", false, {Event::Line, Event::NeedMore}, 7);
    row("tab in a request line", "a\tb", true, {Event::BadByte}, 1);
    row("UTF-8 in a request line", "a\xc3\xa9", true, {Event::BadByte}, 1);
    row("blanks in a request line", "a b\r\n", true, {Event::Line, Event::NeedMore}, 5);
    row("NUL", QByteArray("a\0b", 3), false, {Event::BadByte}, 1);
    row("DEL", "a\x7f", false, {Event::BadByte}, 1);
    row("fold", "a\r\n b\r\n", false, {Event::Line, Event::Folded}, 3);
    row("fold with a tab", "a\r\n\tb\r\n", false, {Event::Line, Event::Folded}, 3);
}

void TestLineScanner::findsLines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isRequestLine);
    QFETCH(QList<Event>, events);
    QFETCH(qsizetype, end);
    const Kind kind = isRequestLine ? Kind::RequestLine : Kind::Field;

    for (const bool byteByByte : {false, true}) {
        LineScanner scanner;
        QList<Event> seen;
        qsizetype position = 0;
        for (qsizetype available = byteByByte ? 0 : bytes.size(); available <= bytes.size(); ++available) {
            Event event = scanner.next(QByteArrayView(bytes).first(available), position, kind);
            while (event == Event::Line || event == Event::EmptyLine) {
                seen.append(event);
                event = scanner.next(QByteArrayView(bytes).first(available), position, kind);
            }
            if (event != Event::NeedMore || available == bytes.size()) {
                seen.append(event);
                break;
            }
        }
        QCOMPARE(seen, events);
        QCOMPARE(position, end);
    }
}

QTEST_GUILESS_MAIN(TestLineScanner)
#include "tst_linescanner.moc"
