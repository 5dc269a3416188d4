// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/linereader.h"

#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

#include <unistd.h>

#include <array>

using namespace pushlab::app;

class TestLineReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAPipe();
    void readsAFile();
    void holdsBackWhilePaused();
    void cutsEndlessLines();
    void endsWithoutDescriptor();
};

namespace {

//! A pipe whose open ends are closed by the destructor.
class Pipe
{
    Q_DISABLE_COPY_MOVE(Pipe)

public:
    Pipe() { m_isOpen = ::pipe(m_ends.data()) == 0; }
    ~Pipe()
    {
        closeWriting();
        ::close(m_ends[0]);
    }
    int reading() const { return m_ends[0]; }
    void write(const QByteArray &bytes)
    {
        QCOMPARE(::write(m_ends[1], bytes.constData(), std::size_t(bytes.size())), ssize_t(bytes.size()));
    }
    void closeWriting()
    {
        if (std::exchange(m_isOpen, false))
            ::close(m_ends[1]);
    }

private:
    std::array<int, 2> m_ends{-1, -1};
    bool m_isOpen = false;
};

QByteArrayList linesOf(const QSignalSpy &spy)
{
    QByteArrayList lines;
    for (const QVariantList &arguments : spy)
        lines += arguments.first().toByteArray();
    return lines;
}

} // namespace

void TestLineReader::readsAPipe()
{
    Pipe pipe;
    LineReader reader(pipe.reading());
    const QSignalSpy lines(&reader, &LineReader::lineRead);
    const QSignalSpy end(&reader, &LineReader::ended);
    reader.resume();
    pipe.write("one\ntw");
    QTRY_COMPARE(linesOf(lines), QByteArrayList{"one"});
    pipe.write("o\n\nlast");
    QTRY_COMPARE(linesOf(lines), (QByteArrayList{"one", "two", ""}));
    QCOMPARE(end.size(), 0);
    pipe.closeWriting();
    QTRY_COMPARE(end.size(), 1);
    QCOMPARE(linesOf(lines), (QByteArrayList{"one", "two", "", "last"}));
    reader.resume();
    QCOMPARE(end.size(), 1);
}

void TestLineReader::readsAFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QByteArrayList wanted;
    for (int i = 0; i < 20'000; ++i)
        wanted += "line " + QByteArray::number(i);
    file.write(wanted.join('\n') + '\n');
    file.flush();
    file.seek(0);
    ::lseek(file.handle(), 0, SEEK_SET);

    LineReader reader(file.handle());
    const QSignalSpy lines(&reader, &LineReader::lineRead);
    const QSignalSpy end(&reader, &LineReader::ended);
    reader.resume();
    QTRY_COMPARE(end.size(), 1);
    QCOMPARE(linesOf(lines), wanted);
}

void TestLineReader::holdsBackWhilePaused()
{
    Pipe pipe;
    LineReader reader(pipe.reading());
    const QSignalSpy lines(&reader, &LineReader::lineRead);
    const QSignalSpy end(&reader, &LineReader::ended);
    connect(&reader, &LineReader::lineRead, &reader, &LineReader::pause);
    pipe.write("a\nb\nc");
    pipe.closeWriting();
    reader.resume();
    QTRY_COMPARE(linesOf(lines), QByteArrayList{"a"});
    reader.resume();
    QCOMPARE(linesOf(lines), (QByteArrayList{"a", "b"}));
    reader.resume();
    QTRY_COMPARE(linesOf(lines), (QByteArrayList{"a", "b", "c"}));
    QCOMPARE(end.size(), 0);
    reader.resume();
    QTRY_COMPARE(end.size(), 1);
}

void TestLineReader::cutsEndlessLines()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(QByteArray(LineReader::maxLineBytes + 100, 'x'));
    file.flush();
    ::lseek(file.handle(), 0, SEEK_SET);
    LineReader reader(file.handle());
    const QSignalSpy lines(&reader, &LineReader::lineRead);
    const QSignalSpy end(&reader, &LineReader::ended);
    reader.resume();
    QTRY_COMPARE(end.size(), 1);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(linesOf(lines).join().size(), LineReader::maxLineBytes + 100);
}

void TestLineReader::endsWithoutDescriptor()
{
    Pipe pipe;
    const int closed = ::dup(pipe.reading());
    ::close(closed);
    LineReader reader(closed);
    const QSignalSpy end(&reader, &LineReader::ended);
    reader.resume();
    QTRY_COMPARE(end.size(), 1);
}

QTEST_GUILESS_MAIN(TestLineReader)
#include "tst_linereader.moc"
