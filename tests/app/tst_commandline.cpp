// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include "app/themeoption.h"
#include "server/tls/tlsidentitystore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pushlab;
using namespace pushlab::app;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! The words of \a text, separated by single blanks.
Command parse(const QString &line)
{
    return parseCommandLine(QStringList{u"pushlab"_s} + line.split(u' ', Qt::SkipEmptyParts));
}

QString complaintOf(const Command &command)
{
    const auto *error = std::get_if<UsageError>(&command);
    return error ? error->sentence : QString();
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithoutCommand();
    void takesTheme();
    void hostsByDefault();
    void takesAllHostOptions();
    void splitsAndGenerates();
    void pinInOtherDigits();
    void takesCertificates();
    void joinsByDefault();
    void takesAllJoinOptions();
    void opensTheDemo();
    void readsHostAddresses_data();
    void readsHostAddresses();
    void readsBindAddresses_data();
    void readsBindAddresses();
    void showsTexts_data();
    void showsTexts();
    void refuses_data();
    void refuses();
};

void TestCommandLine::startsWithoutCommand()
{
    const Command command = parse(u""_s);
    QVERIFY(std::holds_alternative<StartCommand>(command));
    QCOMPARE(std::get<StartCommand>(parse(u"--lang zh_CN"_s)).language, u"zh_CN"_s);
}

void TestCommandLine::pinInOtherDigits()
{
    const Command host = parse(u"host --pin １２３４"_s);
    QVERIFY2(std::holds_alternative<HostCommand>(host), qPrintable(complaintOf(host)));
    QCOMPARE(std::get<HostCommand>(host).options.pin, u"1234"_s);
    QVERIFY(!complaintOf(parse(u"host --pin ١٢٣٤"_s)).isEmpty());
}

void TestCommandLine::takesTheme()
{
    QVERIFY(std::holds_alternative<StartCommand>(parse(u"--theme dark"_s)));
    QVERIFY(std::holds_alternative<DemoCommand>(parse(u"demo --theme=light"_s)));
    QVERIFY(std::holds_alternative<HostCommand>(parse(u"--theme system host"_s)));
    QCOMPARE(themeOption({u"pushlab"_s, u"--theme"_s, u"dark"_s, u"demo"_s}), Theme::Dark);
    QCOMPARE(themeOption({u"pushlab"_s, u"demo"_s, u"--theme=light"_s}), Theme::Light);
    QVERIFY(!themeOption({u"pushlab"_s, u"demo"_s}));
}

void TestCommandLine::hostsByDefault()
{
    const Command command = parse(u"host"_s);
    QVERIFY2(std::holds_alternative<HostCommand>(command), qPrintable(complaintOf(command)));
    const auto &host = std::get<HostCommand>(command);
    QVERIFY(!host.isHeadless);
    QCOMPARE(host.options.port, quint16(8000));
    QVERIFY(host.options.portMayMove);
    QCOMPARE(host.options.bind, QHostAddress(QHostAddress::Any));
    QCOMPARE(host.options.room, u"lobby"_s);
    QCOMPARE(host.options.settings.hold, 10s);
    QCOMPARE(host.options.settings.pollInterval, 2s);
    QVERIFY(!host.options.settings.technique);
    QVERIFY(host.options.pagesDirectory.isEmpty());
    QVERIFY(host.options.allowedHosts.isEmpty());
    QCOMPARE(host.options.maxConnections, 0);
    QVERIFY(!host.options.limitLoopback);
    QCOMPARE(host.options.settings.conditioner.delay, 0ms);
    QCOMPARE(host.options.settings.conditioner.jitter, 0ms);
    QCOMPARE(host.options.settings.conditioner.bitsPerSecond, 0);
}

void TestCommandLine::takesAllHostOptions()
{
    const QTemporaryDir pages;
    const Command command = parse(
        u"--lang en host --port 0 --bind 127.0.0.1 --room 课堂 --hold 1m --hold 30 --poll-interval 500ms "
        "--technique long-polling --allow-host a.example --allow-host b --max-connections 50 "
        "--limit-loopback --delay 150ms --jitter 20ms --rate 1Mbit --headless --synchronous full --pages "_s
        + pages.path() + u" --database "_s + pages.filePath(u"class.sqlite"_s));
    QVERIFY2(std::holds_alternative<HostCommand>(command), qPrintable(complaintOf(command)));
    const auto &host = std::get<HostCommand>(command);
    QVERIFY(host.isHeadless);
    QCOMPARE(host.language, u"en"_s);
    QCOMPARE(host.options.port, quint16(0));
    QVERIFY(!host.options.portMayMove);
    QCOMPARE(host.options.bind, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(host.options.room, u"课堂"_s);
    QCOMPARE(host.options.settings.hold, 30s); // the last one counts
    QCOMPARE(host.options.settings.pollInterval, 500ms);
    QCOMPARE(host.options.settings.technique, protocol::Technique::LongPolling);
    QCOMPARE(host.options.pagesDirectory, pages.path());
    QCOMPARE(host.options.allowedHosts, (QStringList{u"a.example"_s, u"b"_s}));
    QCOMPARE(host.options.maxConnections, 50);
    QVERIFY(host.options.limitLoopback);
    QCOMPARE(host.options.database, pages.filePath(u"class.sqlite"_s));
    QVERIFY(host.options.needsDatabase && host.options.isPowerSafe);
    QCOMPARE(host.options.settings.conditioner.delay, 150ms);
    QCOMPARE(host.options.settings.conditioner.jitter, 20ms);
    QCOMPARE(host.options.settings.conditioner.bitsPerSecond, 1'000'000);
}

void TestCommandLine::splitsAndGenerates()
{
    const Command command = parse(u"host --split --generate 4/s,200,poisson"_s);
    QVERIFY2(std::holds_alternative<HostCommand>(command), qPrintable(complaintOf(command)));
    const protocol::ClassSettings &settings = std::get<HostCommand>(command).options.settings;
    QVERIFY(settings.isSplit && !settings.technique);
    QCOMPARE(settings.generator, (protocol::Generator{4, 200, true}));
    QVERIFY(complaintOf(parse(u"host --generate 4"_s)).contains(u"--generate"_s));
    QVERIFY(complaintOf(parse(u"host --split --technique sse"_s)).contains(u"--split"_s));
}

void TestCommandLine::takesCertificates()
{
    const QTemporaryDir directory;
    const auto stored = tls::storedTlsIdentity(directory.path(), {{u"localhost"_s}, {}});
    QVERIFY(std::holds_alternative<tls::TlsIdentity>(stored));
    const QString file = directory.filePath(u"selfsigned.pem"_s);
    const QString certificate = u"host --tls-cert "_s + file;
    for (const QString &line : {certificate, QString(certificate + u" --tls-key "_s + file)}) {
        const Command command = parse(line);
        QVERIFY2(std::holds_alternative<HostCommand>(command), qPrintable(complaintOf(command)));
        const auto &host = std::get<HostCommand>(command);
        QVERIFY(host.options.tls && !host.isSelfSigned);
        QCOMPARE(host.options.tls->fingerprint, std::get<tls::TlsIdentity>(stored).fingerprint);
    }
    const Command command = parse(u"host --tls-self-signed"_s);
    QVERIFY(std::get<HostCommand>(command).isSelfSigned);
    QVERIFY(!std::get<HostCommand>(command).options.tls); // made when the host is
    const Command join = parse(u"join https://h --fingerprint "_s + QString(64, u'a'));
    QCOMPARE(std::get<JoinCommand>(join).options.fingerprint, QByteArray(32, char(0xaa)));
}

void TestCommandLine::joinsByDefault()
{
    qputenv("USER", "ann");
    const Command command = parse(u"join http://127.0.0.1:8000/"_s);
    QVERIFY2(std::holds_alternative<JoinCommand>(command), qPrintable(complaintOf(command)));
    const auto &join = std::get<JoinCommand>(command);
    QCOMPARE(join.options.host, QUrl(u"http://127.0.0.1:8000"_s));
    QCOMPARE(join.options.room, u"lobby"_s);
    QCOMPARE(join.options.name, u"ann"_s);
    QCOMPARE(join.options.technique, protocol::Technique::WebSocket);
    QVERIFY(!join.options.pollInterval);
    QVERIFY(!join.options.hold);
    QVERIFY(join.options.fromStart);
    QVERIFY(!join.isHeadless);
    QVERIFY(!join.asJson);
    QVERIFY(!join.staysAtEnd);

    qunsetenv("USER");
    QCOMPARE(std::get<JoinCommand>(parse(u"join a"_s)).options.name, u"guest"_s);
}

void TestCommandLine::takesAllJoinOptions()
{
    const Command command = parse(
        u"join --room R --name N --technique polling --poll-interval 0.2 --hold 55s --headless --json --stay "
        "--lang zh_CN http://h:9000"_s);
    QVERIFY2(std::holds_alternative<JoinCommand>(command), qPrintable(complaintOf(command)));
    const auto &join = std::get<JoinCommand>(command);
    QCOMPARE(join.options.host, QUrl(u"http://h:9000"_s));
    QCOMPARE(join.options.room, u"R"_s);
    QCOMPARE(join.options.name, u"N"_s);
    QCOMPARE(join.options.technique, protocol::Technique::Polling);
    QCOMPARE(join.options.pollInterval, std::optional(200ms));
    QCOMPARE(join.options.hold, std::optional<std::chrono::milliseconds>(55s));
    QVERIFY(join.isHeadless);
    QVERIFY(join.asJson);
    QVERIFY(join.staysAtEnd);
    QCOMPARE(join.language, u"zh_CN"_s);
}

void TestCommandLine::opensTheDemo()
{
    QVERIFY(std::holds_alternative<DemoCommand>(parse(u"demo"_s)));
    QCOMPARE(std::get<DemoCommand>(parse(u"--lang zh_CN demo"_s)).language, u"zh_CN"_s);
    QVERIFY(!std::get<ShowText>(parse(u"demo --help"_s)).text.contains("headless"_L1));
}

void TestCommandLine::readsHostAddresses_data()
{
    QTest::addColumn<QString>("url");

    const auto row = [](const char *typed, const char *url) { QTest::newRow(typed) << QString::fromLatin1(url); };
    row("http://192.168.1.20:8000/", "http://192.168.1.20:8000");
    row("http://192.168.1.20:8000/web/lobby/?a#b", "http://192.168.1.20:8000");
    row("http://192.168.1.20", "http://192.168.1.20:80");
    row("https://192.168.1.20:8000/", "https://192.168.1.20:8000");
    row("192.168.1.20", "http://192.168.1.20:8000");
    row("192.168.1.20:9000", "http://192.168.1.20:9000");
    row("teacher.local", "http://teacher.local:8000");
    row("http://[::1]:8000", "http://[::1]:8000");
    row("[::1]", "http://[::1]:8000");
}

void TestCommandLine::readsHostAddresses()
{
    const Command command = parse(u"join "_s + QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(std::holds_alternative<JoinCommand>(command), qPrintable(complaintOf(command)));
    QTEST(std::get<JoinCommand>(command).options.host.toString(), "url");
}

void TestCommandLine::readsBindAddresses_data()
{
    QTest::addColumn<QHostAddress>("address");

    QTest::newRow("0.0.0.0") << QHostAddress(QHostAddress::AnyIPv4);
    QTest::newRow("::") << QHostAddress(QHostAddress::Any);
    QTest::newRow("[::]") << QHostAddress(QHostAddress::Any);
    QTest::newRow("::ffff:192.168.1.20") << QHostAddress(u"192.168.1.20"_s);
    QTest::newRow("[::1]") << QHostAddress(QHostAddress::LocalHostIPv6);
    QTest::newRow("localhost") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("192.168.1.20") << QHostAddress(u"192.168.1.20"_s);
}

void TestCommandLine::readsBindAddresses()
{
    const Command command = parse(u"host --bind "_s + QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(std::holds_alternative<HostCommand>(command), qPrintable(complaintOf(command)));
    QTEST(std::get<HostCommand>(command).options.bind, "address");
}

void TestCommandLine::showsTexts_data()
{
    QTest::addColumn<QString>("part");

    QTest::newRow("--help") << u"Commands:"_s;
    QTest::newRow("-h") << u"Commands:"_s;
    QTest::newRow("--version") << u"pushlab " PUSHLAB_VERSION "\n"_s;
    QTest::newRow("-v") << u"pushlab "_s;
    QTest::newRow("host --help") << u"--poll-interval TIME"_s;
    QTest::newRow("host --port x --help") << u"Usage: pushlab host"_s;
    QTest::newRow("host --version") << u"pushlab "_s;
    QTest::newRow("join --help") << u"Usage: pushlab join URL"_s;
    QTest::newRow("join -h --nonsense") << u"--json"_s;
    QTest::newRow("demo --help") << u"Usage: pushlab demo"_s;
    QTest::newRow("--help ") << u"  demo "_s;
    QTest::newRow("join http://h --version") << u"pushlab "_s;
}

void TestCommandLine::showsTexts()
{
    QFETCH(QString, part);
    const Command command = parse(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(std::holds_alternative<ShowText>(command), qPrintable(complaintOf(command)));
    const QString text = std::get<ShowText>(command).text;
    QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY(text.endsWith(u'\n'));
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QString>("part"); // of the sentence

    const auto row = [](const char *line, const char *part) { QTest::newRow(line) << QString::fromLatin1(part); };
    row("hots", "no command \"hots\"");
    row("--nonsense", "nonsense");
    row("--lang", "lang");
    row("--theme pink", "theme");
    row("demo --theme", "theme");
    row("host --nonsense", "nonsense");
    row("host more", "\"more\"");
    row("host --port", "port");
    row("host --port x", "--port");
    row("host --port -1", "--port");
    row("host --port 65536", "65535");
    for (const char *name : {"https://x/", "*.x", "a,b", "x/y", "a..b"})
        row(QByteArray("host --allow-host ").append(name).constData(), "--allow-host");
    for (const char *proxy : {"proxy", "10.0.0.1/33", "10", "10.0.0.1/", "10.0.0.1/x", "fd00::/129"})
        row(QByteArray("host --trusted-proxy ").append(proxy).constData(), "--trusted-proxy");
    row("host --bind here", "--bind");
    row("host --bind 127.1", "--bind");
    row("host --bind 300.0.0.1", "--bind");
    row("host --room a/b", "--room");
    row("host --hold 56", "55s");
    row("host --hold 0.5", "1s");
    row("host --hold soon", "--hold");
    row("host --poll-interval 31", "30s");
    row("host --poll-interval 100ms", "200ms");
    row("host --technique smoke", "long-polling");
    row("host --technique Polling", "polling");
    row("host --pages /no/such/folder", "/no/such/folder");
    row("host --lessons /no/such/folder", "/no/such/folder");
    row("lesson", "check");
    row("lesson eat x.json", "check");
    row("lesson worksheet", "worksheet");
    row("lesson check x.json -o x.html", "worksheet");
    row("lesson worksheet x.json -o x.odt", ".pdf or .html");
    row("host --database /no/such/folder/file", "/no/such/folder/file");
    row("host --synchronous off", "full");
    row("export", "--database");
    row("export --database /no/such/file", "/no/such/file");
    row("import file.jsonl", "--database");
    row("import --database a", "one file");
    row("import --database a --room a/b b.jsonl", "--room");
    row("host --max-connections 0", "--max-connections");
    row("host --delay 61", "1m");
    row("host --delay -1", "--delay");
    row("host --jitter soon", "--jitter");
    row("host --rate 999", "1kbit");
    row("host --rate 1mb", "--rate");
    row("host --tls-key key.pem", "--tls-cert");
    row("host --tls-cert /no/such/file", "Cannot read /no/such/file");
    row("host --tls-cert /dev/null", "/dev/null holds no certificate");
    row("host --tls-cert /dev/null --tls-self-signed", "exclude each other");
    row("host --json", "json");
    row("demo --headless", "window");
    row("demo more", "\"more\"");
    row("demo --port 1", "port");
    row("join", "address");
    row("join http://a http://b", "http://b");
    row("join ftp://a", "ftp://a");
    row("join http://", "http://");
    row("join http://u@h", "http://u@h");
    row("join http://h:99999", "http://h:99999");
    row("join http://h:0", "http://h:0");
    row("join h --technique ws", "--technique");
    row("join h --poll-interval 1h", "--poll-interval");
    row("join h --hold 2m", "--hold");
    row("join h --json", "--headless");
    row("join h --stay", "--headless");
    row("join h --port 1", "port");
    row("join https://h --fingerprint AB:CD", "64 hexadecimal digits");
    row("join http://h --fingerprint 0000000000000000000000000000000000000000000000000000000000000000", "https://");
}

void TestCommandLine::refuses()
{
    QFETCH(QString, part);
    const Command command = parse(QString::fromLatin1(QTest::currentDataTag()));
    const QString complaint = complaintOf(command);
    QVERIFY(!complaint.isEmpty());
    QVERIFY2(complaint.contains(part), qPrintable(complaint));
    QVERIFY2(complaint.endsWith(u'.'), qPrintable(complaint));

    QVERIFY(!complaintOf(parseCommandLine({u"pushlab"_s, u"host"_s, u"--allow-host"_s, QString()})).isEmpty());
    QVERIFY(!complaintOf(parseCommandLine({u"pushlab"_s, u"host"_s, u"--room"_s, QString()})).isEmpty());
    QVERIFY(!complaintOf(parseCommandLine({u"pushlab"_s, u"join"_s, u"h"_s, u"--name"_s, QString()})).isEmpty());
    QVERIFY(!complaintOf(parseCommandLine({u"pushlab"_s, u"host"_s, u"--pages"_s, QString()})).isEmpty());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
