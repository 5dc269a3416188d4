// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! The first table of the contract, route by route, to the byte. See tst_queues for queues.
class TestTutorialRoutes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answers_data();
    void answers();
    void pages_data();
    void pages();
    void headIsGetWithoutBody_data();
    void headIsGetWithoutBody();
    void headHasNoEffect();
    void polling();
    void pollingFromAnywhere_data();
    void pollingFromAnywhere();
    void textArrivesAsItWas_data();
    void textArrivesAsItWas();
    void unknownParametersAreIgnored();
    void formData();
    void roomsAreApart();
    void emptyRoomIsTheLobby();
    void roomNames_data();
    void roomNames();
    void longAnswersComeInParts();
    void optionsOfOwnPages();
    void everyTechniqueReachesAll_data();
    void everyTechniqueReachesAll();

private:
    std::unique_ptr<TestHost> m_host;
};

namespace {

//! Both spellings of a path: with and without its trailing slash.
QList<QByteArray> spellings(const QByteArray &target)
{
    const qsizetype slash = target.indexOf('?') < 0 ? target.size() - 1 : target.indexOf('?') - 1;
    return {target, QByteArray(target).remove(slash, 1)};
}

void checkFields(const HttpAnswer &answer)
{
    QCOMPARE(answer.fieldCount("content-length"), 1);
    QCOMPARE(answer.field("content-length").toLongLong(), answer.body.size());
    QCOMPARE(answer.fieldCount("content-encoding"), 0);
    // RFC 9110 5.6.7, 6.6.1
    static const QRegularExpression date(u"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$"_s);
    QCOMPARE(answer.fieldCount("date"), 1);
    QVERIFY(date.match(QString::fromLatin1(answer.field("date"))).hasMatch());
}

QJsonObject send(TestHost &host, const QByteArray &way, const QByteArray &text)
{
    const QByteArray escaped = text.toPercentEncoding();
    HttpAnswer answer;
    if (way == "GET /send/msg/")
        answer = host.get("/send/msg/?text=" + escaped);
    else if (way == "GET /send/message/")
        answer = host.get("/send/message/?text=" + escaped);
    else if (way == "POST /send_msg/")
        answer = host.postForm("/send_msg/", "content=" + escaped);
    else if (way == "API")
        answer = host.postJson("/api/rooms/lobby/messages", {{u"text"_s, QString::fromUtf8(text)}});
    if (way == "WebSocket") {
        RawWebSocket socket(host.port(), "/ws/chat/lobby/");
        socket.sendText("{\"message\":\"" + text + "\"}");
        return socket.readJson();
    }
    return {{u"status"_s, answer.status}};
}

} // namespace

void TestTutorialRoutes::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

void TestTutorialRoutes::answers_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("changes");
    const auto row = [](const QByteArray &method, const QByteArray &target, const char *type, const char *body, bool changes = true) {
        for (const QByteArray &spelling : spellings(target)) {
            QTest::addRow("%s %s", method.constData(), spelling.constData())
                << method << spelling << QByteArray(type) << QByteArray(body) << changes;
        }
    };
    row("GET", "/send/msg/?text=hello", "text/plain", "OK");
    row("GET", "/send/msg/?text=", "text/plain", "OK");
    row("GET", "/send/message/?text=hello", "text/plain", "OK");
    row("POST", "/send_msg/", "text/plain", "OK");
    row("GET", "/get/msg/?index=0", "application/json", R"({"data":["seed"],"index":1,"max_index":1})");
    row("GET", "/get/msg/?index=1", "application/json", R"({"data":[],"index":1,"max_index":1})");
    row("GET", "/get/message/?uid=tony", "application/json", R"({"status":true,"data":"seed","msg":"seed"})");
    row("GET", "/get_msg/?name=tony", "application/json", R"({"status":true,"data":"seed","msg":"seed"})");
    row("POST", "/ab_dy/", "application/json", R"({"username":"tony"})", false);
    row("POST", "/ab_dy/?plain=1", "text/html", R"({"username":"tony"})", false);
}

void TestTutorialRoutes::answers()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(bool, changes);
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    QCOMPARE(m_host->append("seed"), 1);
    const HttpAnswer answer = method == "GET" ? m_host->get(target) : m_host->postForm(target, "content=hello&csrf=1");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType(), type);
    QCOMPARE(answer.body, body);
    checkFields(answer);
    if (changes)
        QCOMPARE(answer.field("cache-control"), "no-store");
}

void TestTutorialRoutes::pages_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"/home/", "/home/?name=tony", "/lang/?uid=tony", "/ab_b1/?name=tony", "/ab_dy/", "/echo/", "/handshake/",
                               "/web/", "/web/lobby/", "/web/%E6%95%99%E5%AE%A4/", "/home/?interval=5", "/home/?room=other"}) {
        for (const QByteArray &spelling : spellings(target))
            QTest::newRow(spelling) << spelling;
    }
}

void TestTutorialRoutes::pages()
{
    QFETCH(QByteArray, target);
    const HttpAnswer answer = m_host->get(target);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType(), "text/html");
    QVERIFY(answer.field("content-type").toLower().contains("utf-8"));
    QVERIFY(answer.body.trimmed().toLower().startsWith("<!doctype html>"));
    checkFields(answer);
    QCOMPARE(m_host->get("/static/jquery.min.js").status, 200);
}

void TestTutorialRoutes::headIsGetWithoutBody_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target :
         {"/home/", "/web/lobby/", "/static/jquery.min.js", "/get/msg/?index=0", "/get/message/?uid=tony",
          "/send/msg/?text=hello", "/ab_dy/", "/api/rooms/lobby/messages?after=1&wait=0", "/nothing/", "/get/msg/?index=x"}) {
        QTest::newRow(target) << QByteArray(target);
    }
}

// RFC 9110 9.3.2
void TestTutorialRoutes::headIsGetWithoutBody()
{
    QFETCH(QByteArray, target);
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    QCOMPARE(m_host->append("seed"), 1);
    RawClient client(m_host->port());
    client.send(getRequest(m_host->port(), target).replace(0, 3, "HEAD"));
    const auto head = client.readAnswer(true);
    QVERIFY2(head, qPrintable(client.fault()));
    QVERIFY(client.survives()); // which a body would have spoilt
    const HttpAnswer get = m_host->get(target);
    QCOMPARE(head->status, get.status);
    QCOMPARE(head->field("content-type"), get.field("content-type"));
    QCOMPARE(head->field("cache-control"), get.field("cache-control"));
    if (!target.startsWith("/api/")) // `now` may have another length
        QCOMPARE(head->field("content-length"), get.field("content-length"));
}

void TestTutorialRoutes::headHasNoEffect()
{
    for (const char *target : {"/home/?name=ghost", "/lang/?uid=ghost", "/ab_b1/?name=ghost"}) {
        QCOMPARE(m_host->head(target).status, 200);
        QCOMPARE(m_host->get("/get_msg/?name=ghost").status, 404);
    }
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    QCOMPARE(m_host->append("only"), 1);
    (void)m_host->head("/send/msg/?text=bad");
    (void)m_host->head("/send/message/?text=bad");
    QCOMPARE(m_host->texts(), QStringList{u"only"_s});
    QCOMPARE(m_host->head("/get_msg/?name=tony").status, 200);
    QCOMPARE(m_host->head("/get/message/?uid=tony").status, 200);
    QCOMPARE(m_host->get("/get_msg/?name=tony").body, R"({"status":true,"data":"only","msg":"only"})");
}

void TestTutorialRoutes::polling()
{
    QCOMPARE(m_host->get("/get/msg/?index=0").body, R"({"data":[],"index":0,"max_index":0})");
    QCOMPARE(m_host->get("/send/msg/?text=one").body, "OK");
    QCOMPARE(m_host->get("/send/msg/?text=two").body, "OK");
    QCOMPARE(m_host->get("/get/msg/?index=0").body, R"({"data":["one","two"],"index":2,"max_index":2})");
    QCOMPARE(m_host->get("/get/msg/?index=1").body, R"({"data":["two"],"index":2,"max_index":2})");
    QCOMPARE(m_host->get("/get/msg/?index=2").body, R"({"data":[],"index":2,"max_index":2})");
    QCOMPARE(m_host->get("/send/msg/?text=three").body, "OK");
    QCOMPARE(m_host->get("/get/msg/?index=2").body, R"({"data":["three"],"index":3,"max_index":3})");
}

void TestTutorialRoutes::pollingFromAnywhere_data()
{
    QTest::addColumn<QByteArray>("index");
    QTest::newRow("past the end") << QByteArray("9");
    QTest::newRow("far past the end") << QByteArray("9223372036854775807");
}

// A page that stayed open while the host restarted gets the end of the log at once, and continues there.
void TestTutorialRoutes::pollingFromAnywhere()
{
    QFETCH(QByteArray, index);
    QCOMPARE(m_host->append("one"), 1);
    QCOMPARE(m_host->get("/get/msg/?index=" + index).body, R"({"data":[],"index":1,"max_index":1})");
}

void TestTutorialRoutes::textArrivesAsItWas_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("blank as plus") << QByteArray("a+b") << u"a b"_s;
    QTest::newRow("blank and plus escaped") << QByteArray("a%20b%2Bc") << u"a b+c"_s;
    QTest::newRow("separators escaped") << QByteArray("a%26b%3Dc%23d%3Fe") << u"a&b=c#d?e"_s;
    QTest::newRow("equals sign as it is") << QByteArray("a=b") << u"a=b"_s;
    QTest::newRow("markup") << QByteArray("%3Cb%3E%22x%22%3C/b%3E") << u"<b>\"x\"</b>"_s;
    QTest::newRow("backslash and quote") << QByteArray("%5C%22%5Cu0041") << u"\\\"\\u0041"_s;
    QTest::newRow("control characters") << QByteArray("a%00b%09c%0Ad%1Fe%7F") << u"a\0b\tc\nd\u001fe\u007f"_s;
    QTest::newRow("Chinese") << QByteArray("%E4%BD%A0%E5%A5%BD") << u"你好"_s;
    QTest::newRow("lower-case escapes") << QByteArray("%e4%bd%a0") << u"你"_s;
    QTest::newRow("beyond the BMP") << QByteArray("%F0%9F%98%80") << u"😀"_s;
    QTest::newRow("line separators") << QByteArray("%E2%80%A8%E2%80%A9") << u"\u2028\u2029"_s;
    QTest::newRow("8 KB") << QByteArray(8000, 'x') << QString(8000, u'x');
}

void TestTutorialRoutes::textArrivesAsItWas()
{
    QFETCH(QByteArray, sent);
    QFETCH(QString, text);
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/");
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    QCOMPARE(m_host->get("/send/msg/?text=" + sent).body, "OK");
    QCOMPARE(m_host->postForm("/send_msg/", "content=" + sent).body, "OK");
    const QJsonArray both{text, text};
    QCOMPARE(m_host->get("/get/msg/?index=0").json()[u"data"_s].toArray(), both);
    QCOMPARE(m_host->get("/get_msg/?name=tony").json()[u"data"_s].toString(), text);
    QCOMPARE(m_host->get("/get_msg/?name=tony").json()[u"msg"_s].toString(), text);
    QCOMPARE(socket.readJson()[u"message"_s].toString(), text);
    QCOMPARE(m_host->texts(), (QStringList{text, text}));
}

void TestTutorialRoutes::unknownParametersAreIgnored()
{
    QCOMPARE(m_host->get("/send/msg/?csrf=%zz&text=one&=&&x").body, "OK");
    QCOMPARE(m_host->postForm("/send_msg/", "csrfmiddlewaretoken=abc&content=two&x=%zz").body, "OK");
    QCOMPARE(m_host->get("/get/msg/?_=1700000000000&index=0&callback=x").body, R"({"data":["one","two"],"index":2,"max_index":2})");
    QCOMPARE(m_host->get("/home/?name=tony&utm=1").status, 200);
}

// RFC 7578: what jQuery sends for a FormData object.
void TestTutorialRoutes::formData()
{
    const QByteArray body =
        "--X\r\nContent-Disposition: form-data; name=\"csrfmiddlewaretoken\"\r\n\r\nabc\r\n"
        "--X\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\na+b%41 \xe6\x95\x99\r\n"
        "--X\r\nContent-Disposition: form-data; name=\"room\"\r\n\r\nforms\r\n--X--\r\n";
    RawClient client(m_host->port());
    const auto post = [&](const QByteArray &content) {
        client.send(postRequest(m_host->port(), "/send_msg/", content, "multipart/form-data; boundary=X"));
        return client.readAnswer().value_or(HttpAnswer());
    };
    QCOMPARE(post(body).body, "OK");
    QCOMPARE(m_host->texts("forms"), QStringList{u"a+b%41 教"_s});
    QCOMPARE(post(QByteArray(body).replace("content", "other")).json()[u"code"_s].toString(), u"missing-content"_s);
    QCOMPARE(post(body.chopped(60)).status, 400);
    QCOMPARE(m_host->texts("forms").size(), 1);
    QVERIFY(client.survives());
}

void TestTutorialRoutes::roomsAreApart()
{
    QCOMPARE(m_host->get("/home/?name=tony&room=a").status, 200);
    QCOMPARE(m_host->get("/home/?name=tony&room=b").status, 200);
    QCOMPARE(m_host->get("/send/msg/?text=one&room=a").body, "OK");
    QCOMPARE(m_host->get("/send/message/?text=two&room=b").body, "OK");
    QCOMPARE(m_host->postForm("/send_msg/?room=b", "content=three").body, "OK");
    QCOMPARE(m_host->postForm("/send_msg/", "content=four&room=b").body, "OK");
    QCOMPARE(m_host->texts("a"), QStringList{u"one"_s});
    QCOMPARE(m_host->texts("b"), (QStringList{u"two"_s, u"three"_s, u"four"_s}));
    QCOMPARE(m_host->texts("lobby"), QStringList());
    QCOMPARE(m_host->get("/get/msg/?index=0&room=a").body, R"({"data":["one"],"index":1,"max_index":1})");
    QCOMPARE(m_host->get("/get/msg/?index=0").body, R"({"data":[],"index":0,"max_index":0})");
    QCOMPARE(m_host->get("/get_msg/?name=tony&room=b").json()[u"data"_s].toString(), u"two"_s);
    QCOMPARE(m_host->get("/get_msg/?name=tony&room=a").json()[u"data"_s].toString(), u"one"_s);
    QCOMPARE(m_host->get("/get_msg/?name=tony").status, 404);
}

// As a form sends an empty field.
void TestTutorialRoutes::emptyRoomIsTheLobby()
{
    QCOMPARE(m_host->get("/home/?name=tony&room=").status, 200);
    QCOMPARE(m_host->get("/lang/?uid=anna&room=").status, 200);
    QCOMPARE(m_host->get("/send/msg/?text=one&room=").body, "OK");
    QCOMPARE(m_host->get("/send/message/?text=two&room").body, "OK");
    QCOMPARE(m_host->postForm("/send_msg/", "content=three&room=").body, "OK");
    QCOMPARE(m_host->postForm("/send_msg/?room=", "content=four").body, "OK");
    QCOMPARE(m_host->postForm("/send_msg/?room=", "content=five&room=b").body, "OK");
    QCOMPARE(m_host->texts(), (QStringList{u"one"_s, u"two"_s, u"three"_s, u"four"_s}));
    QCOMPARE(m_host->texts("b"), QStringList{u"five"_s});
    QCOMPARE(m_host->get("/get/msg/?index=3&room=").body, R"({"data":["four"],"index":4,"max_index":4})");
    QCOMPARE(m_host->get("/get_msg/?name=tony&room=").json()[u"data"_s].toString(), u"one"_s);
    QCOMPARE(m_host->get("/get/message/?uid=anna&room=").json()[u"data"_s].toString(), u"one"_s);
}

void TestTutorialRoutes::roomNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("one character") << QByteArray("x");
    QTest::newRow("64 characters") << QByteArray(64, 'x');
    QTest::newRow("Chinese") << QByteArray("%E6%95%99%E5%AE%A4");
    QTest::newRow("64 Chinese characters") << QByteArray("%E6%95%99").repeated(64);
    QTest::newRow("blanks and marks") << QByteArray("room%20no.%207%20%3F%23%25%26");
}

void TestTutorialRoutes::roomNames()
{
    QFETCH(QByteArray, name);
    RawWebSocket socket(m_host->port(), "/ws/chat/" + name + '/');
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    QCOMPARE(m_host->get("/send/msg/?text=one&room=" + name).body, "OK");
    QCOMPARE(socket.readJson()[u"message"_s].toString(), u"one"_s);
    QCOMPARE(m_host->get("/get/msg/?index=0&room=" + name).body, R"({"data":["one"],"index":1,"max_index":1})");
    QCOMPARE(m_host->texts(name), QStringList{u"one"_s});
    QCOMPARE(m_host->get("/web/" + name + '/').status, 200);
}

void TestTutorialRoutes::longAnswersComeInParts()
{
    constexpr int count = 20;
    for (int i = 0; i < count; ++i)
        QCOMPARE(m_host->append(QByteArray::number(i).rightJustified(60'000, '.')), i + 1);
    QStringList texts;
    int answers = 0;
    for (qint64 index = 0; texts.size() < count && answers < count; ++answers) {
        const HttpAnswer answer = m_host->get("/get/msg/?index=" + QByteArray::number(index));
        QVERIFY(answer.body.size() <= protocol::maxAnswerBytes);
        const QJsonArray data = answer.json()[u"data"_s].toArray();
        QVERIFY(!data.isEmpty());
        for (const QJsonValue &text : data)
            texts.append(text.toString());
        index = answer.json()[u"index"_s].toInteger();
        QCOMPARE(index, texts.size()); // the position after its last text
        QCOMPARE(answer.json()[u"max_index"_s].toInteger(), index);
    }
    QVERIFY(answers > 1 && answers <= 4); // filled, not dribbled
    for (int i = 0; i < count; ++i)
        QCOMPARE(texts[i], QString::number(i).rightJustified(60'000, u'.'));
}

// RFC 9110 9.3.7: a file of --pages counts as a route.
void TestTutorialRoutes::optionsOfOwnPages()
{
    const QTemporaryDir pages;
    QFile page(pages.filePath(u"chat.html"_s));
    QVERIFY(page.open(QIODevice::WriteOnly) && page.write("<p>") == 3);
    page.close();
    server::HostOptions options;
    options.pagesDirectory = pages.path();
    options.pin = u"739152"_s;
    TestHost host(options);
    const auto statusOf = [&host](const QByteArray &method, const QByteArray &path) -> QByteArray {
        RawClient client(host.port());
        client.send(getRequest(host.port(), path).replace(0, 3, method));
        const HttpAnswer answer = client.readAnswer().value_or(HttpAnswer());
        return QByteArray::number(answer.status) + ' ' + answer.field("allow");
    };
    QCOMPARE(statusOf("OPTIONS", "/chat.html"), "403 "); // a client without admission is told nothing
    QCOMPARE(statusOf("OPTIONS", "/other.html"), "403 ");
    host.host().setPin({});
    QTRY_COMPARE(statusOf("OPTIONS", "/chat.html"), "204 GET, HEAD, OPTIONS");
    QCOMPARE(statusOf("OPTIONS", "/chat.html/"), "204 GET, HEAD, OPTIONS");
    QCOMPARE(statusOf("DELETE", "/chat.html"), "405 GET, HEAD, OPTIONS");
    QCOMPARE(statusOf("GET", "/chat.html"), "200 ");
    QCOMPARE(statusOf("OPTIONS", "/other.html"), "404 ");
}

void TestTutorialRoutes::everyTechniqueReachesAll_data()
{
    QTest::addColumn<QByteArray>("way");
    for (const char *way : {"GET /send/msg/", "GET /send/message/", "POST /send_msg/", "WebSocket", "API"})
        QTest::newRow(way) << QByteArray(way);
}

void TestTutorialRoutes::everyTechniqueReachesAll()
{
    QFETCH(QByteArray, way);
    QCOMPARE(m_host->get("/lang/?uid=tony").status, 200);
    RawWebSocket plain(m_host->port(), "/ws/chat/lobby/");
    RawWebSocket own(m_host->port(), "/ws/chat/lobby/?after=0&member=m&v=1");
    QVERIFY(plain.isOpen() && own.isOpen());
    QVERIFY(own.readJson().contains(u"welcome"_s));
    RawClient held(m_host->port());
    held.send(getRequest(m_host->port(), "/get/message/?uid=tony"));
    RawClient waiting(m_host->port());
    waiting.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?after=0&wait=20"));
    QVERIFY(held.staysSilent(100ms));

    QVERIFY(!send(*m_host, way, "to all").isEmpty());
    QCOMPARE(plain.readMessage().value_or(Frame()).payload, R"({"message":"to all"})");
    QCOMPARE(own.readJson()[u"message"_s].toString(), u"to all"_s);
    QCOMPARE(held.readAnswer().value_or(HttpAnswer()).body, R"({"status":true,"data":"to all","msg":"to all"})");
    const HttpAnswer batch = waiting.readAnswer().value_or(HttpAnswer());
    QCOMPARE(batch.json()[u"messages"_s][0][u"text"_s].toString(), u"to all"_s);
    QCOMPARE(m_host->get("/get/msg/?index=0").body, R"({"data":["to all"],"index":1,"max_index":1})");
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestTutorialRoutes)

#include "tst_tutorialroutes.moc"
