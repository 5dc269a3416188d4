// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classfile.h"
#include "app/windows/host/classarchive.h"
#include "app/windows/host/hostwindow.h"
#include "app/windows/host/joinpanel.h"
#include "client/widgets/chatpane.h"
#include "client/widgets/messageinput.h"
#include "client/widgets/messagemodel.h"
#include "tests/support/filesizelimit.h"

#include <QAction>
#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::HostWindow;
using app::Records;

namespace {

enum Entry { Export, Import, Clear, Afresh };

void trigger(const HostWindow &window, Entry entry)
{
    QList<QAction *> actions = window.findChild<app::ClassArchive *>()->menu()->actions();
    actions.removeIf([](const QAction *action) { return action->isSeparator(); });
    QVERIFY(actions.at(entry)->isEnabled());
    actions.at(entry)->trigger();
}

void say(const HostWindow &window, const QString &text)
{
    auto *const input = window.findChild<widgets::ChatPane *>()->findChild<widgets::MessageInput *>();
    QTest::keyClicks(input, text);
    QTest::keyClick(input, Qt::Key_Return);
}

//! The number of messages in the chat that the host has delivered.
int received(const HostWindow &window)
{
    const auto *const pane = window.findChild<widgets::ChatPane *>();
    int count = 0;
    for (int row = 0; pane && row < pane->messages().rowCount(); ++row)
        count += pane->messages().row(row).state == widgets::MessageRow::State::Received;
    return count;
}

void answer(const HostWindow &window)
{
    QTRY_VERIFY(window.findChild<QMessageBox *>());
    const auto *const box = window.findChild<QMessageBox *>();
    for (QAbstractButton *const button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole) {
            button->click();
            return;
        }
    }
    QFAIL("nothing to accept");
}

void choose(const HostWindow &window, const QString &file)
{
    QTRY_VERIFY(window.findChild<QFileDialog *>());
    Q_EMIT window.findChild<QFileDialog *>()->fileSelected(file);
    window.findChild<QFileDialog *>()->close();
    QTRY_VERIFY(!window.findChild<QFileDialog *>());
}

bool showsProblem(const HostWindow &window, const QString &words)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

} // namespace

//! What a window stores of its class.
class TestClassArchive final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QVERIFY(m_folder.isValid()); }

    void namesFilesByRoom();
    void keepsTheClass();
    void keepsThePin();
    void clears();
    void startsAfresh();
    void exportsAndImports();
    void keepsAnExportWhenTheDiskIsFull();
    void exportsIntoAPipe();
    void refusesADamagedFile();
    void saysThatItIsInMemoryOnly();
    void leavesAnothersFileAlone();

private:
    [[nodiscard]] std::unique_ptr<HostWindow> open(Records records = Records::PerRoom) const;
    [[nodiscard]] QString room() const { return u"class "_s + QString::fromLatin1(QTest::currentTestFunction()); }

    QTemporaryDir m_folder;
};

void TestClassArchive::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

std::unique_ptr<HostWindow> TestClassArchive::open(Records records) const
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    options.room = room();
    auto window = std::make_unique<HostWindow>(options, records);
    QSignalSpy started(window.get(), &HostWindow::started);
    window->show();
    window->start();
    [&] { QTRY_COMPARE(started.count(), 1); }();
    return window;
}

void TestClassArchive::namesFilesByRoom()
{
    QVERIFY(app::classFile(u"a"_s).startsWith(m_folder.path()));
    QVERIFY(app::classFile(u"a"_s) != app::classFile(u"A"_s));
    const QString lengthy(64, u'课');
    QVERIFY(QFileInfo(app::classFile(lengthy)).fileName().size() < 200);
    QVERIFY(app::classFile(lengthy) != app::classFile(QString(lengthy.chopped(1) + u'堂')));
    QVERIFY(!QFileInfo(app::classFile(u"../x"_s)).fileName().contains(u'/'));
    QCOMPARE(QFileInfo(app::classFile(u".."_s)).absolutePath(), QFileInfo(app::classFile(u"a"_s)).absolutePath());
}

void TestClassArchive::keepsTheClass()
{
    {
        const auto window = open();
        say(*window, u"kept"_s);
        QTRY_COMPARE(received(*window), 1);
    }
    QVERIFY(QFile::exists(app::classFile(room())));
    {
        const auto window = open();
        QTRY_COMPARE(received(*window), 1);
    }
    const auto window = open(Records::InMemory);
    say(*window, u"another"_s);
    QTRY_COMPARE(received(*window), 1);
}

void TestClassArchive::keepsThePin()
{
    const QString file = app::classFile(room()) + u".pin"_s;
    QString pin;
    {
        const auto window = open();
        QVERIFY(window->pin().isEmpty());
        window->findChild<app::JoinPanel *>()->findChild<QCheckBox *>()->click();
        pin = window->pin();
        QVERIFY(!pin.isEmpty());
        const auto permissions = QFile::permissions(file);
        QVERIFY(permissions & QFile::ReadOwner);
        QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    }
    {
        const auto window = open();
        QCOMPARE(window->pin(), pin);
        QVERIFY(window->findChild<app::JoinPanel *>()->findChild<QCheckBox *>()->isChecked());
        QVERIFY(window->findChild<app::JoinPanel *>()->urlWithPin().fragment().endsWith(pin));
        window->findChild<app::JoinPanel *>()->findChild<QCheckBox *>()->click();
    }
    QVERIFY(!QFile::exists(file));
    QVERIFY(open()->pin().isEmpty()); // taken off, it stays off
}

void TestClassArchive::clears()
{
    const auto window = open();
    QSignalSpy started(window.get(), &HostWindow::started);
    say(*window, u"of yesterday"_s);
    QTRY_COMPARE(received(*window), 1);
    trigger(*window, Clear);
    QTRY_VERIFY(window->findChild<QMessageBox *>());
    window->findChild<QMessageBox *>()->reject(); // asked first
    QTRY_VERIFY(!window->findChild<QMessageBox *>());
    QVERIFY(!QFile::exists(app::previousOf(app::classFile(room()))));
    trigger(*window, Clear);
    answer(*window);
    const auto &messages = window->findChild<widgets::ChatPane *>()->messages();
    const auto isToldOfIt = [&messages] {
        for (int row = 0; row < messages.rowCount(); ++row) {
            if (messages.row(row).kind == widgets::MessageRow::Kind::Gap && messages.row(row).gap.isCleared)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(isToldOfIt());
    say(*window, u"of today"_s);
    QTRY_COMPARE(messages.row(messages.rowCount() - 1).message.seq, 1);
    QVERIFY(started.isEmpty()); // nobody was disconnected
    QTRY_VERIFY(QFile::exists(app::previousOf(app::classFile(room()))));
}

void TestClassArchive::startsAfresh()
{
    const auto window = open();
    QSignalSpy started(window.get(), &HostWindow::started);
    say(*window, u"of yesterday"_s);
    QTRY_COMPARE(received(*window), 1);
    trigger(*window, Afresh);
    answer(*window);
    QTRY_COMPARE(started.count(), 1);
    say(*window, u"of today"_s);
    QTRY_COMPARE(received(*window), 1);
    QVERIFY(QFile::exists(app::previousOf(app::classFile(room()))));
}

void TestClassArchive::exportsAndImports()
{
    const QString file = m_folder.filePath(u"class.jsonl"_s);
    const auto window = open();
    QSignalSpy started(window.get(), &HostWindow::started);
    say(*window, u"one"_s);
    say(*window, u"two"_s);
    QTRY_COMPARE(received(*window), 2);
    trigger(*window, Export);
    choose(*window, file);
    QTRY_VERIFY(QFile::exists(file));
    say(*window, u"three"_s);
    QTRY_COMPARE(received(*window), 3);
    trigger(*window, Import);
    choose(*window, file);
    answer(*window);
    QTRY_COMPARE(started.count(), 1);
    QTRY_COMPARE(received(*window), 2);
}

void TestClassArchive::keepsAnExportWhenTheDiskIsFull()
{
    QFile file(m_folder.filePath(u"full.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("of yesterday") > 0 && file.flush());
    file.close();
    const auto window = open();
    say(*window, u"one"_s);
    QTRY_COMPARE(received(*window), 1);
    {
        const tests::FileSizeLimit full(100);
        trigger(*window, Export);
        choose(*window, file.fileName());
        QTRY_VERIFY(showsProblem(*window, u"full.jsonl cannot be written"_s));
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "of yesterday");
}

void TestClassArchive::exportsIntoAPipe()
{
    const QString pipe = m_folder.filePath(u"pipe"_s);
    const QByteArray name = QFile::encodeName(pipe);
    QCOMPARE(::mkfifo(name.constData(), 0600), 0);
    const auto window = open();
    say(*window, u"through"_s);
    QTRY_COMPARE(received(*window), 1);
    trigger(*window, Export);
    choose(*window, pipe);
    QTRY_VERIFY(showsProblem(*window, u"nobody reads from it"_s));
    const int reader = ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    trigger(*window, Export);
    choose(*window, pipe);
    QByteArray all;
    const auto readOn = [&] {
        char piece[4096];
        const ssize_t read = ::read(reader, piece, sizeof piece);
        return all.append(piece, std::max<ssize_t>(0, read));
    };
    QTRY_VERIFY(readOn().contains("\"text\":\"through\""));
    ::close(reader);
}

void TestClassArchive::refusesADamagedFile()
{
    QFile file(m_folder.filePath(u"damaged.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"schema\":\"pushlab-room\",\"version\":1,\"room\":\"x\",\"messages\":1}\n{\"seq\":1,\"te");
    file.close();
    const auto window = open();
    say(*window, u"stays"_s);
    QTRY_COMPARE(received(*window), 1);
    trigger(*window, Import);
    choose(*window, file.fileName());
    QTRY_VERIFY(showsProblem(*window, u"line 2"_s));
    QCOMPARE(received(*window), 1);
}

void TestClassArchive::saysThatItIsInMemoryOnly()
{
    open().reset(); // makes the folder
    QFile file(app::classFile(room()));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("no database");
    file.close();
    const auto window = open();
    QVERIFY(showsProblem(*window, u"in memory only"_s));
    QSignalSpy started(window.get(), &HostWindow::started);
    trigger(*window, Afresh); // moves it out of the way
    answer(*window);
    QTRY_COMPARE(started.count(), 1);
    QVERIFY(!showsProblem(*window, u"in memory only"_s));
}

void TestClassArchive::leavesAnothersFileAlone()
{
    const auto first = open();
    say(*first, u"of the first"_s);
    QTRY_COMPARE(received(*first), 1);
    const auto second = open();
    QVERIFY(showsProblem(*second, u"in use by another host"_s));
    QSignalSpy started(second.get(), &HostWindow::started);
    trigger(*second, Afresh);
    answer(*second);
    QTRY_COMPARE(started.count(), 1);
    QVERIFY(!QFile::exists(app::previousOf(app::classFile(room()))));
}

QTEST_MAIN(TestClassArchive)
#include "tst_classarchive.moc"

#include <algorithm>
