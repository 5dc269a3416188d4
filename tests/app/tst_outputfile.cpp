// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/outputfile.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <csignal>
#include <future>
#include <memory>

using namespace pushlab::app;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Reads until the other end is closed.
QByteArray readAll(int descriptor)
{
    QByteArray all;
    char piece[4096];
    while (true) {
        const ssize_t read = ::read(descriptor, piece, sizeof piece);
        if (read <= 0)
            break;
        all.append(piece, read);
    }
    ::close(descriptor);
    return all;
}

bool holdsAnything(int descriptor)
{
    pollfd wanted{descriptor, POLLIN, 0};
    return ::poll(&wanted, 1, 0) == 1 && (wanted.revents & POLLIN) != 0;
}

} // namespace

class TestOutputFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void replacesAPlainFile();
    void writesThroughALink();
    void writesIntoAPipe_data();
    void writesIntoAPipe();
    void doesNotWaitForeverForAReader();
    void writesIntoItsOwnDescriptor();
    void writesIntoItsOwnPlainFile();
    void writesIntoADevice();
    void saysWhatWentWrong();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray contents(const QString &name) const;
    [[nodiscard]] mode_t kind(const QString &name) const;
    [[nodiscard]] bool makePipe(const QString &name) const
    {
        return ::mkfifo(QFile::encodeName(path(name)).constData(), 0600) == 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOutputFile::initTestCase()
{
    std::signal(SIGPIPE, SIG_IGN); // as Qt has it in a program that uses the network
}

void TestOutputFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QByteArray TestOutputFile::contents(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

mode_t TestOutputFile::kind(const QString &name) const
{
    struct stat found = {};
    return ::lstat(QFile::encodeName(path(name)).constData(), &found) == 0 ? found.st_mode & S_IFMT : 0;
}

void TestOutputFile::replacesAPlainFile()
{
    for (const QByteArray &text : {"a long first text"_ba, "second"_ba}) {
        QCOMPARE(writeOutput(path(u"plain"_s), text, Patience::Endless), QString());
        QCOMPARE(contents(u"plain"_s), text);
    }
}

void TestOutputFile::writesThroughALink()
{
    for (const QString &target : {u"there"_s, u"not yet"_s}) {
        if (target == "there"_L1)
            QCOMPARE(writeOutput(path(target), "former", Patience::Endless), QString());
        const QString link = u"link to "_s + target;
        QVERIFY(QFile::link(target, path(link)));
        QCOMPARE(writeOutput(path(link), "text", Patience::Endless), QString());
        QCOMPARE(kind(link), mode_t(S_IFLNK));
        QCOMPARE(contents(target), "text");
    }
}

void TestOutputFile::writesIntoAPipe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Patience>("patience");

    QTest::newRow("by name") << u"pipe"_s << Patience::Endless;
    QTest::newRow("from a window") << u"pipe"_s << Patience::Short;
    QTest::newRow("by a link") << u"link"_s << Patience::Endless;
    QTest::newRow("by a link from a window") << u"link"_s << Patience::Short;
}

void TestOutputFile::writesIntoAPipe()
{
    QFETCH(QString, name);
    QFETCH(Patience, patience);
    QVERIFY(makePipe(u"pipe"_s) && QFile::link(u"pipe"_s, path(u"link"_s)));
    const QByteArray text(300'000, 'x'); // a pipe holds 65,536
    const int reader = ::open(QFile::encodeName(path(u"pipe"_s)).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    ::fcntl(reader, F_SETFL, 0);
    auto written = std::async(std::launch::async, [&] { return writeOutput(path(name), text, patience); });
    QTRY_VERIFY(holdsAnything(reader)); // reading would end at once while there is no writer
    QCOMPARE(readAll(reader), text);
    QCOMPARE(written.get(), QString());
    QCOMPARE(kind(u"pipe"_s), mode_t(S_IFIFO));
}

void TestOutputFile::doesNotWaitForeverForAReader()
{
    QVERIFY(makePipe(u"pipe"_s));
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(writeOutput(path(u"pipe"_s), "text", Patience::Short), u"nobody reads from it"_s);
    const int reader = ::open(QFile::encodeName(path(u"pipe"_s)).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QCOMPARE(writeOutput(path(u"pipe"_s), QByteArray(300'000, 'x'), Patience::Short), u"nobody reads from it"_s);
    ::close(reader);
    QVERIFY(clock.elapsed() < 20'000);
    QCOMPARE(kind(u"pipe"_s), mode_t(S_IFIFO));
}

void TestOutputFile::writesIntoItsOwnDescriptor()
{
    for (const char *const form : {"/dev/fd/%1", "/proc/self/fd/%1", "/proc/thread-self/fd/%1"}) {
        int ends[2];
        QVERIFY(::pipe2(ends, O_CLOEXEC) == 0);
        QCOMPARE(writeOutput(QString::fromLatin1(form).arg(ends[1]), "text", Patience::Endless), QString());
        QVERIFY(::write(ends[1], "!", 1) == 1); // it is open still
        ::close(ends[1]);
        QCOMPARE(readAll(ends[0]), "text!");
    }
}

// As in `compare --json /dev/stdout >file`: the file contains the table already.
void TestOutputFile::writesIntoItsOwnPlainFile()
{
    QFile table(path(u"table"_s));
    QVERIFY(table.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && table.write("table\n") == 6);
    QVERIFY(QFile::link(u"/dev/fd/%1"_s.arg(table.handle()), path(u"stdout"_s)));
    QCOMPARE(writeOutput(path(u"stdout"_s), "json\n", Patience::Endless), QString());
    QVERIFY(table.write("more\n") == 5);
    QCOMPARE(contents(u"table"_s), "table\njson\nmore\n");
}

// A device made for the test, as /dev/null is one.
void TestOutputFile::writesIntoADevice()
{
    if (::mknod(QFile::encodeName(path(u"null"_s)).constData(), S_IFCHR | 0600, makedev(1, 3)) != 0)
        QSKIP("A device may not be made here.");
    const QString problem = writeOutput(path(u"null"_s), "text", Patience::Short);
    QCOMPARE(kind(u"null"_s), mode_t(S_IFCHR));
    if (problem == qt_error_string(EACCES)) // mounted without devices
        QSKIP("A device may not be opened here.");
    QCOMPARE(problem, QString());
}

void TestOutputFile::saysWhatWentWrong()
{
    QVERIFY(!writeOutput(path(u"no folder/file"_s), "text", Patience::Endless).isEmpty());
    QVERIFY(!writeOutput(m_folder->path(), "text", Patience::Endless).isEmpty());
    QCOMPARE(writeOutput(u"/dev/fd/987654"_s, "text", Patience::Endless), qt_error_string(EBADF));
    int ends[2];
    QVERIFY(::pipe2(ends, O_CLOEXEC) == 0);
    ::close(ends[0]);
    QCOMPARE(writeOutput(u"/dev/fd/%1"_s.arg(ends[1]), "text", Patience::Endless), qt_error_string(EPIPE));
    ::close(ends[1]);
}

QTEST_GUILESS_MAIN(TestOutputFile)
#include "tst_outputfile.moc"
