// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/webpages.h"

#include "server/web/pagetemplate.h"
#include "server/web/plainpages.h"
#include "server/web/webresource.h"
#include "server/web/webtechniques.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab::web;

class TestWebPages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersEveryPage_data();
    void rendersEveryPage();
    void dataNeverBecomesMarkup();
    void choosesLanguage_data();
    void choosesLanguage();
    void namesStayAsTheyAreTyped();
    void hashedFilesAreImmutable();
    void jqueryHasAStableAddress();
    void techniquesComeFromTheTable();
    void repeatsBlocks();
    void unknownFiles_data();
    void unknownFiles();
    void policyNamesTheHost_data();
    void policyNamesTheHost();
    void plainPagesLoadNothing();
    void languagesHaveTheSameKeys();
    void everyKeyExistsAndIsUsed();
    void placeholdersAgree();

private:
    const WebPages m_pages;
};

namespace {

QJsonObject strings(Language language, const QString &section)
{
    const QByteArray json = webResource(u"strings/" + QString::fromLatin1(languageTag(language)) + u".json");
    return QJsonDocument::fromJson(json).object()[section].toObject();
}

QSet<QString> keys(const QJsonObject &object)
{
    const QStringList list = object.keys();
    return {list.begin(), list.end()};
}

QString everything(const QString &folder)
{
    QString text;
    for (const QString &name : webResourceNames(folder))
        text += QString::fromUtf8(webResource(folder + u'/' + name));
    return text;
}

QSet<QString> captured(const QString &pattern, const QString &text)
{
    QSet<QString> found;
    for (auto match = QRegularExpression(pattern).globalMatch(text); match.hasNext();)
        found.insert(match.next().captured(1));
    return found;
}

} // namespace

void TestWebPages::rendersEveryPage_data()
{
    QTest::addColumn<WebPages::Page>("page");
    QTest::addColumn<Language>("language");
    for (const Language language : allLanguages) {
        for (const WebPages::Page page : WebPages::allPages)
            QTest::addRow("%d %s", int(page), languageTag(language).toByteArray().constData()) << page << language;
    }
}

void TestWebPages::rendersEveryPage()
{
    QFETCH(const WebPages::Page, page);
    QFETCH(const Language, language);
    const QByteArray html = m_pages.render(page, language, {{u"room"_s, u"房间"_s}});
    QVERIFY(html.startsWith("<!DOCTYPE html>"));
    const QByteArray root = "<html lang=\"" + languageTag(language).toByteArray() + "\">";
    QVERIFY(html.contains(root));
    QVERIFY(html.contains("<script type=\"application/json\" id=\"page-data\">{\"room\":\"房间\"}</script>"));
    QVERIFY(html.contains("<h1>"));
    QVERIFY(!html.contains("{{"));
    // The policy allows no inline script or style and nothing from elsewhere.
    QVERIFY(!html.contains("<style") && !html.contains("style=\"") && !html.contains(" onclick") && !html.contains("//cdn"));

    const QString text = QString::fromUtf8(html);
    const QSet<QString> files = captured(u"(?:src|href)=\"(/static/[^\"]*)\""_s, text);
    QVERIFY(files.size() > 4);
    for (const QString &file : files)
        QVERIFY2(m_pages.staticFile(file.toUtf8()).has_value(), qPrintable(file));
    QVERIFY(!text.contains(u"src=\"\""_s) && !text.contains(u"href=\"\""_s));
}

void TestWebPages::dataNeverBecomesMarkup()
{
    const QString evil = u"</script><script>alert(1)</script><!--"_s;
    const QByteArray html = m_pages.render(WebPages::Page::WebRoom, Language::English, {{u"room"_s, evil}});
    QVERIFY(!html.contains("alert(1)</script>"));
    const qsizetype begin = html.indexOf("id=\"page-data\">") + 15;
    const QByteArray json = html.sliced(begin, html.indexOf("</script>", begin) - begin);
    QVERIFY(!json.contains('<'));
    QCOMPARE(QJsonDocument::fromJson(json).object()[u"room"].toString(), evil);
}

void TestWebPages::choosesLanguage_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QByteArray>("cookie");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<Language>("language");
    const QByteArray none;
    const auto english = Language::English;
    const auto chinese = Language::SimplifiedChinese;
    QTest::newRow("nothing") << none << none << none << english;
    QTest::newRow("accept zh") << "zh-CN,zh;q=0.9,en;q=0.8"_ba << none << none << chinese;
    QTest::newRow("accept en first") << "en-GB,en;q=0.9,zh;q=0.8"_ba << none << none << english;
    QTest::newRow("weights decide") << "en;q=0.3, zh ; q=0.7"_ba << none << none << chinese;
    QTest::newRow("zero refuses") << "zh;q=0, en;q=0.1"_ba << none << none << english;
    QTest::newRow("weight is no number") << "zh;q=x"_ba << none << none << english;
    QTest::newRow("others") << "fr-FR,de;q=0.5,*;q=0.1"_ba << none << none << english;
    QTest::newRow("other before zh") << "fr, zh-TW;q=0.2"_ba << none << none << chinese;
    QTest::newRow("case") << "ZH-hans"_ba << none << none << chinese;
    QTest::newRow("no prefix match") << "zho, english"_ba << none << none << english;
    QTest::newRow("commas only") << ",;,="_ba << none << none << english;
    QTest::newRow("cookie beats accept") << "en"_ba
                                         << "a=b; lang=zh-CN; c=d"_ba << none << chinese;
    QTest::newRow("another cookie") << "en"_ba
                                    << "slang=zh-CN"_ba << none << english;
    QTest::newRow("unknown cookie") << "zh"_ba
                                    << "lang=fr"_ba << none << chinese;
    QTest::newRow("query beats cookie") << "zh"_ba
                                        << "lang=zh-CN"_ba
                                        << "room=a&lang=en"_ba << english;
    QTest::newRow("unknown query") << "zh"_ba << none << "lang=fr"_ba << chinese;
    QTest::newRow("malformed query") << "zh"_ba << none << "lang=%zz"_ba << chinese;
}

void TestWebPages::choosesLanguage()
{
    QFETCH(const QByteArray, accept);
    QFETCH(const QByteArray, cookie);
    QFETCH(const QByteArray, query);
    QTEST(WebPages::languageFor(accept, cookie, query), "language");
}

// The keyboard of a phone would capitalise "anna", which then would be another member: rooms, names, PINs and keys must stay as
// typed. Messages may be corrected.
void TestWebPages::namesStayAsTheyAreTyped()
{
    int names = 0;
    const QString markup = everything(u"pages"_s);
    for (auto match = QRegularExpression(u"<input\\s[^>]*>"_s).globalMatch(markup); match.hasNext();) {
        const QString field = match.next().captured();
        static const QRegularExpression others(u"type=\"(radio|checkbox|number)\"|id=\"text\""_s);
        if (field.contains(others))
            continue;
        ++names;
        for (const QString &attribute : {u"autocapitalize=\"none\""_s, u"autocorrect=\"off\""_s, u"spellcheck=\"false\""_s})
            QVERIFY2(field.contains(attribute), qPrintable(field));
    }
    QVERIFY(names >= 11);
}

void TestWebPages::hashedFilesAreImmutable()
{
    const QString html = QString::fromUtf8(m_pages.render(WebPages::Page::Join, Language::English, {}));
    const QSet<QString> styles = captured(u"href=\"(/static/pushlab\\.[0-9a-f]{10}\\.css)\""_s, html);
    QCOMPARE(styles.size(), 1);
    const QByteArray address = styles.begin()->toUtf8();
    const auto style = m_pages.staticFile(address);
    QVERIFY(style);
    QVERIFY(style->immutable);
    QCOMPARE(style->contentType, "text/css; charset=utf-8");
    QCOMPARE(style->body, webResource(u"style/pushlab.css"_s) + techniqueStyle());
    QCOMPARE(m_pages.staticFile(QByteArray(address + '/'))->body, style->body);
}

void TestWebPages::jqueryHasAStableAddress()
{
    const auto jquery = m_pages.staticFile("/static/jquery.min.js");
    QVERIFY(jquery);
    QVERIFY(!jquery->immutable);
    QCOMPARE(jquery->contentType, "text/javascript; charset=utf-8");
    QVERIFY(jquery->body.contains("jQuery"));
    QVERIFY(m_pages.staticFile("/static/jquery.min.js/"));
}

void TestWebPages::techniquesComeFromTheTable()
{
    const QByteArray html = m_pages.render(WebPages::Page::WebRoom, Language::English, {});
    const QByteArray style = techniqueStyle();
    const QByteArray script = techniqueScript();
    const qsizetype begin = script.indexOf('[');
    const QJsonArray table = QJsonDocument::fromJson(script.sliced(begin, script.indexOf(';') - begin)).array();
    const QByteArrayList names = techniqueNameList();
    QCOMPARE(table.size(), names.size());
    const auto holds = [](const QByteArray &text, const QByteArray &part) { return text.contains(part); };
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QByteArray &name = names.at(i);
        QCOMPARE(table[i][u"name"_s].toString().toUtf8(), name);
        QVERIFY(holds(
            html, "<label class=\"technique " + name + "\"><input type=\"radio\" name=\"technique\" value=\"" + name + "\">"));
        QVERIFY(holds(html, "<th scope=\"col\" class=\"technique " + name + "\">"));
        QVERIFY(holds(style, " --" + name + ": #"));
        QVERIFY(holds(style, "\n." + name + " { --of: var(--" + name + "); --mark: \""));
    }
    QVERIFY(script.contains("PushLab.defaultTechnique = \"websocket\";"));
    QVERIFY(style.contains(".polling { --of: var(--polling); --mark: \"●\"; --shape: circle(50%); --edge:2px dotted;"));
    const QByteArray dark = style.sliced(style.indexOf("@media"));
    QVERIFY(dark.contains("--long-polling: #56b4e9;"));
}

void TestWebPages::repeatsBlocks()
{
    QCOMPARE(repeatBlocks("a{{each:x}}[{{x}} {{t:k.{{x}}}}]{{end}}b{{each:x}}{{x}}{{end}}", "x", {"1", "2"}),
             QByteArray("a[1 {{t:k.1}}][2 {{t:k.2}}]b12"));
    QCOMPARE(repeatBlocks("a{{x}}{{end}}", "x", {"1"}), QByteArray("a{{x}}{{end}}"));
    QCOMPARE(repeatBlocks("a{{each:x}}b{{end}}c", "x", {}), QByteArray("ac"));
}

void TestWebPages::unknownFiles_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/static/", "/static", "", "/", "/static/common.js", "/static/../strings/en.json",
                             "/static/jquery.min.0000000000.js", "/static/jquery.min.js//"}) {
        QTest::newRow(path) << QByteArray(path);
    }
}

void TestWebPages::unknownFiles()
{
    QFETCH(const QByteArray, path);
    QVERIFY(!m_pages.staticFile(path));
}

void TestWebPages::policyNamesTheHost_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("sources");
    const QByteArray anyHost = "connect-src 'self' ws: wss:;";
    QTest::newRow("address") << "192.168.1.20:8000"_ba
                             << "connect-src 'self' ws://192.168.1.20:8000 wss://192.168.1.20:8000;"_ba;
    QTest::newRow("name") << "my-pc"_ba
                          << "connect-src 'self' ws://my-pc wss://my-pc;"_ba;
    QTest::newRow("none") << QByteArray() << anyHost;
    QTest::newRow("IPv6") << "[fe80::1]:8000"_ba << anyHost;
    QTest::newRow("injection") << "a; script-src *"_ba << anyHost;
    QTest::newRow("comma") << "a,b"_ba << anyHost;
}

void TestWebPages::policyNamesTheHost()
{
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, sources);
    const QByteArray policy = WebPages::contentSecurityPolicy(host);
    QVERIFY2(policy.contains(sources), policy.constData());
    QVERIFY(policy.startsWith("default-src 'none'; script-src 'self'; "));
    QVERIFY(!WebPages::contentSecurityPolicy().contains("unsafe"));
}

void TestWebPages::plainPagesLoadNothing()
{
    const PlainPages pages;
    for (const Language language : allLanguages) {
        for (const char *code : {"wrong-host", "wrong-scheme", "header-too-large", "too-many-fields"}) {
            const QByteArray html = pages.render(code, language, 421, u"<b>no & no</b> {{lang}}"_s).value_or(QByteArray());
            const QByteArray root = "<html lang=\"" + languageTag(language).toByteArray() + "\">";
            QVERIFY2(html.contains(root), code);
            QVERIFY(html.contains("421 · <span lang=\"en\">&lt;b&gt;no &amp; no&lt;/b&gt; {{lang}}</span>"));
            for (const char *loads : {"src=", "href=", "<script", "url(", "@import", "style=\""})
                QVERIFY2(!html.contains(loads), loads);
            const qsizetype begin = html.indexOf("<style>") + 7;
            const QByteArray style = html.sliced(begin, html.indexOf("</style>") - begin);
            const QByteArray hash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
            QVERIFY2(pages.contentSecurityPolicy().contains(QByteArray("style-src 'sha256-" + hash + "';")),
                     pages.contentSecurityPolicy());
        }
        QVERIFY(!pages.render("not-found", language, 404, {}));
    }
    QVERIFY(pages.contentSecurityPolicy().startsWith("default-src 'none'; "));
}

void TestWebPages::languagesHaveTheSameKeys()
{
    for (const QString &section : {u"pages"_s, u"scripts"_s}) {
        const QSet<QString> reference = keys(strings(Language::English, section));
        QVERIFY(!reference.isEmpty());
        for (const Language language : allLanguages)
            QCOMPARE(keys(strings(language, section)), reference);
    }
}

void TestWebPages::everyKeyExistsAndIsUsed()
{
    const QByteArray raw = (everything(u"."_s) + everything(u"pages"_s) + everything(u"plain"_s)).toUtf8();
    const QString markup = QString::fromUtf8(repeatBlocks(raw, "technique", techniqueNameList()));
    QSet<QString> inPages = captured(u"\\{\\{t:([^}]*)\\}\\}"_s, markup);
    for (const QString &name : webResourceNames(u"pages"_s))
        inPages.insert(QString(name).replace(u".html"_s, u".title"_s));
    QCOMPARE(inPages, keys(strings(Language::English, u"pages"_s)));

    // Scripts contain keys in full, so that they are found here: t('…'), or the entry of a table, key: '…'.
    const QString scripts = everything(u"scripts"_s);
    QVERIFY(!scripts.isEmpty());
    // A key that ends with a dot is a prefix for the names of techniques.
    QSet<QString> inScripts;
    for (const QString &key : captured(u"(?:\\bt\\(|\\bkey: )'([^']*)'"_s, scripts)) {
        if (!key.endsWith(u'.')) {
            inScripts.insert(key);
            continue;
        }
        for (const QByteArray &technique : techniqueNameList())
            inScripts.insert(key + QString::fromUtf8(technique));
    }
    QCOMPARE(inScripts, keys(strings(Language::English, u"scripts"_s)));
}

void TestWebPages::placeholdersAgree()
{
    for (const QString &section : {u"pages"_s, u"scripts"_s}) {
        const QJsonObject english = strings(Language::English, section);
        const QJsonObject chinese = strings(Language::SimplifiedChinese, section);
        for (auto it = english.begin(); it != english.end(); ++it) {
            const QString other = chinese[it.key()].toString();
            QVERIFY2(!other.isEmpty(), qPrintable(it.key()));
            const QString placeholder = u"\\{(\\w+)\\}"_s;
            QVERIFY2(captured(placeholder, it->toString()) == captured(placeholder, other), qPrintable(it.key()));
            QVERIFY2(it->toString().count(u'`') == other.count(u'`') && other.count(u'`') % 2 == 0, qPrintable(it.key()));
        }
    }
}

QTEST_GUILESS_MAIN(TestWebPages)
#include "tst_webpages.moc"
