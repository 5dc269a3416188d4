// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/userpages.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pushlab::web;
using namespace Qt::Literals::StringLiterals;

namespace {

void write(const QString &name, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(name.section(u'/', 0, -2)));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class TestUserPages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void readsAnewEachTime();
    void ownLinksAreFollowed();
    void tooLarge();
    void withoutFolder();
    void folderBehindALink();

private:
    QTemporaryDir m_directory;
    QString m_pages;
};

void TestUserPages::initTestCase()
{
    QVERIFY(m_directory.isValid());
    m_pages = m_directory.path() + u"/pages"_s;
    write(m_pages + u"/index.html"_s, "root");
    write(m_pages + u"/chat.html"_s, "chat");
    write(m_pages + u"/style.css"_s, "p {}");
    write(m_pages + u"/script.js"_s, "f()");
    write(m_pages + u"/picture.png"_s, QByteArray("\x89PNG\0", 5));
    write(m_pages + u"/课 1.html"_s, "chinese");
    write(m_pages + u"/lesson/index.html"_s, "lesson");
    write(m_pages + u"/lesson/two.html"_s, "two");
    write(m_pages + u"/a.b/c..d.html"_s, "dots");
    write(m_pages + u"/empty/readme.txt"_s, "");
    write(m_pages + u"/.hidden.html"_s, "secret");
    write(m_pages + u"/.git/config"_s, "secret");
    write(m_directory.path() + u"/secret.html"_s, "secret");
    write(m_directory.path() + u"/pages-other/secret.html"_s, "secret"); // its path begins like the folder's
    QVERIFY(QFile::link(m_directory.path() + u"/secret.html"_s, m_pages + u"/link.html"_s));
    QVERIFY(QFile::link(m_directory.path() + u"/pages-other"_s, m_pages + u"/linked"_s));
}

void TestUserPages::finds_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body"); // null: not found
    QTest::addColumn<QByteArray>("type");

    const auto row = [](const char *path, const char *body = nullptr, const char *type = "text/html; charset=utf-8") {
        QTest::newRow(path) << QByteArray(path) << QByteArray(body) << QByteArray(type);
    };
    row("/", "root");
    row("/index.html", "root");
    row("/chat"); // a page stands at its own path only
    row("/chat/");
    row("/chat.html", "chat");
    row("/lesson", "lesson");
    row("/lesson/", "lesson");
    row("/lesson/two");
    row("/lesson/two.html/", "two");
    row("/%E8%AF%BE%201.html", "chinese");
    row("/a.b/c..d.html", "dots");
    row("/style.css", "p {}", "text/css; charset=utf-8");
    QTest::newRow("/picture.png") << QByteArray("/picture.png") << QByteArray("\x89PNG\0", 5) << QByteArray("image/png");

    row("/nowhere");
    row("/Chat");
    row("/empty");
    row("/chat%");
    row("/chat%00");
    row("/chat.html%00.png");
    row("*");
    // hidden
    row("/.hidden");
    row("/.hidden.html");
    row("/%2ehidden.html");
    row("/.git/config");
    row("/lesson/../.git/config");
    // outside
    row("/../secret.html");
    row("/../secret");
    row("/%2e%2e/secret.html");
    row("/..%2fsecret.html");
    row("/%2e%2e%2fsecret.html");
    row("/lesson/../../secret.html");
    row("/lesson/../chat.html"); // would be inside: no path with dots is looked up at all
    row("//../secret.html");
    row("/../pages-other/secret.html");
    row("/..\\secret.html");
    row("/link");
    row("/link.html");
    row("/linked/secret");
    row("/linked/secret.html");
}

void TestUserPages::finds()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    const auto response = UserPages(m_pages).find(path);
    QCOMPARE(response.has_value(), !body.isNull());
    QCOMPARE(UserPages(m_pages).contains(path), response.has_value());
    if (!response)
        return;
    QCOMPARE(response->status, 200);
    QCOMPARE(response->body, body);
    QCOMPARE(response->contentType, type);
}

void TestUserPages::readsAnewEachTime()
{
    const UserPages pages(m_pages);
    write(m_pages + u"/edited.html"_s, "one");
    QCOMPARE(pages.find("/edited.html")->body, QByteArray("one"));
    write(m_pages + u"/edited.html"_s, "two");
    QCOMPARE(pages.find("/edited.html")->body, QByteArray("two"));
    QVERIFY(QFile::remove(m_pages + u"/edited.html"_s));
    QVERIFY(!pages.find("/edited.html"));
    const auto script = pages.find("/script.js");
    QVERIFY(script);
    QVERIFY(script->contentType.contains("javascript"));
    QVERIFY(script->contentType.endsWith("; charset=utf-8"));
}

void TestUserPages::ownLinksAreFollowed()
{
    QVERIFY(QFile::link(m_pages + u"/chat.html"_s, m_pages + u"/same.html"_s));
    QCOMPARE(UserPages(m_pages).find("/same.html")->body, QByteArray("chat"));
}

void TestUserPages::tooLarge()
{
    QFile file(m_pages + u"/large.bin"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(UserPages::maxFileBytes));
    QCOMPARE(UserPages(m_pages).find("/large.bin")->body.size(), qsizetype(UserPages::maxFileBytes));
    QVERIFY(file.resize(UserPages::maxFileBytes + 1));
    QVERIFY(!UserPages(m_pages).find("/large.bin"));
}

void TestUserPages::withoutFolder()
{
    for (const QString &directory : {QString(), QString(m_directory.path() + u"/nowhere"_s)}) {
        const UserPages pages(directory);
        for (const char *path : {"/", "/etc/passwd", "/chat"})
            QVERIFY(!pages.find(path));
    }
}

void TestUserPages::folderBehindALink()
{
    const QString link = m_directory.path() + u"/shortcut"_s;
    QVERIFY(QFile::link(m_pages, link));
    QCOMPARE(UserPages(link + u'/').find("/chat.html")->body, QByteArray("chat"));
    QVERIFY(!UserPages(link).find("/../secret.html"));
}

QTEST_GUILESS_MAIN(TestUserPages)
#include "tst_userpages.moc"
