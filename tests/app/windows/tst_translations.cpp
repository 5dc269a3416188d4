// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

//! The translations are complete: no text is unfinished, and none of the sources is missing.
class TestTranslations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsMissing();
    void placeholdersSurvive();
    void oneAndSeveralInEnglish();
    void blanksStandBesideLatin();
    void pluralsAreTranslated();
    void comparisonSpeaksInOnePlace();

private:
    struct Entry
    {
        QString source;
        QString translation;
        bool finished = true;
        QStringList forms; // of a count
    };
    static QList<Entry> entries(const QString &file);
    static void readTranslation(QXmlStreamReader &reader, Entry &entry);
};

QList<TestTranslations::Entry> TestTranslations::entries(const QString &file)
{
    QList<Entry> list;
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return list;
    QXmlStreamReader reader(&device);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"source") {
            list.append({reader.readElementText(), {}, true, {}});
        } else if (reader.name() == u"translation") {
            list.last().finished = reader.attributes().value(u"type"_s) != u"unfinished";
            readTranslation(reader, list.last());
        }
    }
    return list;
}

void TestTranslations::readTranslation(QXmlStreamReader &reader, Entry &entry)
{
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::Characters) {
            entry.translation += reader.text();
        } else if (token == QXmlStreamReader::StartElement) {
            entry.forms += reader.readElementText();
            entry.translation += entry.forms.constLast();
        } else if (token == QXmlStreamReader::EndElement) {
            break;
        }
    }
    if (!entry.forms.isEmpty())
        entry.translation = entry.forms.join(u' ');
}

void TestTranslations::nothingIsMissing()
{
    const QString sources = QStringLiteral(SOURCE_DIRECTORY);
    QTemporaryDir directory;
    const QString copy = directory.filePath(u"pushlab_zh_CN.ts"_s);
    QVERIFY(QFile::copy(sources + u"/translations/pushlab_zh_CN.ts"_s, copy));
    QProcess lupdate;
    lupdate.setWorkingDirectory(sources);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"LD_LIBRARY_PATH"_s); // a Qt for sanitized tests is none for Qt's tools
    lupdate.setProcessEnvironment(environment);
    lupdate.start(QStringLiteral(LUPDATE), {u"-silent"_s, u"-I"_s, sources, u"app"_s, u"client"_s, u"-ts"_s, copy});
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    const auto list = entries(copy);
    QVERIFY(list.size() > 100);
    for (const Entry &entry : list)
        QVERIFY2(entry.finished && !entry.translation.isEmpty(), qPrintable(entry.source));
}

void TestTranslations::placeholdersSurvive()
{
    for (const Entry &entry : entries(QStringLiteral(SOURCE_DIRECTORY) + u"/translations/pushlab_zh_CN.ts"_s)) {
        for (const QString &placeholder : {u"%1"_s, u"%2"_s})
            QVERIFY2(entry.source.contains(placeholder) == entry.translation.contains(placeholder), qPrintable(entry.source));
    }
}

//! What counts something has a word for one and another for several, and no "1 messages".
void TestTranslations::oneAndSeveralInEnglish()
{
    const QString file = QStringLiteral(SOURCE_DIRECTORY) + u"/translations/pushlab_en.ts"_s;
    const auto list = entries(file);
    QVERIFY(list.size() > 10);
    for (const Entry &entry : list) {
        QVERIFY2(entry.finished, qPrintable(entry.source));
        QCOMPARE(entry.forms.size(), 2);
        QVERIFY2(!entry.translation.contains(u"(s)"_s), qPrintable(entry.source));
    }
    // A count in front of a word is a matter of these.
    static const QRegularExpression counted(u"^%[0-9] (messages|clients|requests|members|runs|times)\\b"_s);
    for (const Entry &entry : entries(QStringLiteral(SOURCE_DIRECTORY) + u"/translations/pushlab_zh_CN.ts"_s))
        QVERIFY2(!entry.source.contains(counted), qPrintable(entry.source));
}

//! "WebSocket 最快": between Chinese and Latin, and what is filled in, stands a blank.
void TestTranslations::blanksStandBesideLatin()
{
    static const QRegularExpression close(
        u"[\\x{3400}-\\x{9fff}](?:[A-Za-z0-9]|%[0-9nL])|(?:[A-Za-z0-9]|%[0-9n])[\\x{3400}-\\x{9fff}]"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    QVERIFY(u"WebSocket最快"_s.contains(close) && u"共%1次"_s.contains(close) && !u"共 %1 次（Poisson）"_s.contains(close));
    for (const Entry &entry : entries(QStringLiteral(SOURCE_DIRECTORY) + u"/translations/pushlab_zh_CN.ts"_s))
        QVERIFY2(!entry.translation.contains(close), qPrintable(entry.translation));
}

//! In the language of the sources each text of a count says for which number it stands.
void TestTranslations::pluralsAreTranslated()
{
    for (const Entry &entry : entries(QStringLiteral(SOURCE_DIRECTORY) + u"/translations/pushlab_zh_CN.ts"_s)) {
        if (entry.source.contains(u"%n"_s) || entry.source.contains(u"%Ln"_s))
            QVERIFY2(entry.forms.size() == 1 && entry.translation.contains(QRegularExpression(u"%L?n"_s)), qPrintable(entry.source));
    }
}

//! Only client/compare/text contains texts of the comparison for people, so that they can be translated.
void TestTranslations::comparisonSpeaksInOnePlace()
{
    static const QRegularExpression literal(u"\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    static const QRegularExpression sentence(u"[A-Za-z]+ [a-z]{2,} [a-z]{2,}"_s);
    const QString folder = QStringLiteral(SOURCE_DIRECTORY) + u"/client/compare"_s;
    int files = 0;
    for (QDirIterator found(folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories); found.hasNext();) {
        QFile file(found.next());
        if (QFileInfo(file).dir().dirName() == u"text")
            continue;
        ++files;
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (const QString &line : lines) {
            for (auto match = literal.globalMatch(line.section(u"//"_s, 0, 0)); match.hasNext();) {
                const QString text = match.next().captured(1);
                QVERIFY2(!text.contains(sentence), qPrintable(QString(file.fileName() + u": "_s + text)));
            }
        }
    }
    QVERIFY(files > 40);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
