// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/worksheetdialog.h"

#include "app/classroom/classroom.h"
#include "app/classroom/lessonplayer.h"
#include "app/classroom/worksheet.h"
#include "app/windows/host/lessonpage.h"
#include "app/windows/worksheetprinter.h"
#include "client/widgets/problemlabel.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QPaintEngine>
#include <QPdfWriter>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::Classroom;
using app::WorksheetDialog;

namespace {

//! Keeps the texts that are painted, by page.
class TextEngine final : public QPaintEngine
{
public:
    explicit TextEngine(QStringList &pages) : QPaintEngine(AllFeatures), m_pages(pages) {}
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawTextItem(const QPointF &, const QTextItem &item) override { m_pages.last() += item.text(); }
    Type type() const override { return User; }

private:
    QStringList &m_pages;
};

//! A4 as PDF has it, of which the words are read.
class ReadPaper final : public QPdfWriter
{
public:
    ReadPaper() : QPdfWriter(u"/dev/null"_s), m_engine(m_pages)
    {
        setResolution(300);
        setPageLayout({QPageSize(QPageSize::A4), QPageLayout::Portrait, {15, 15, 15, 15}, QPageLayout::Millimeter});
    }
    bool newPage() override
    {
        m_pages += QString();
        return true;
    }
    QStringList pages() const { return m_pages; }

protected:
    QPaintEngine *paintEngine() const override { return &m_engine; }

private:
    QStringList m_pages{QString()};
    mutable TextEngine m_engine;
};

QStringList pagesOf(const protocol::Worksheet &sheet, bool isChinese)
{
    ReadPaper paper;
    app::printWorksheet(paper, sheet, isChinese);
    return paper.pages();
}

protocol::Worksheet builtInSheet()
{
    return app::worksheetOf(app::loadLessons({}).first());
}

} // namespace

//! The worksheet on paper and as PDF, from the teacher's window.
class TestWorksheetDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pagesHaveAllWords_data();
    void pagesHaveAllWords();
    void noQuestionIsTornApart();
    void whatIsLongerThanAPageGoesOn();
    void savesWhatIsChosen();
    void offersWhatTheClassHasComeTo();

private:
    template <typename T>
    static T *find(const QWidget &in, const QString &name)
    {
        T *const found = in.findChild<T *>(name);
        Q_ASSERT(found);
        return found;
    }

    QTemporaryDir m_directory;
};

void TestWorksheetDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestWorksheetDialog::pagesHaveAllWords_data()
{
    QTest::addColumn<bool>("isChinese");
    QTest::newRow("English") << false;
    QTest::newRow("Chinese") << true;
}

void TestWorksheetDialog::pagesHaveAllWords()
{
    QFETCH(const bool, isChinese);
    const protocol::Worksheet sheet = builtInSheet();
    const QStringList pages = pagesOf(sheet, isChinese);
    QVERIFY(pages.size() >= 2);
    QString all = pages.join(QString()).remove(u' ');
    for (const protocol::WorksheetQuestion &question : sheet.questions) {
        QString text = question.question.text.in(isChinese);
        text.remove(u' ');
        QVERIFY2(all.contains(text), qPrintable(text + u" in "_s + all));
    }
    QVERIFY(all.contains(isChinese ? u"学习单" : u"Worksheet"));
    QVERIFY(all.contains(isChinese ? u"班级测得" : u"Measuredbytheclass"));
    for (qsizetype i = 0; i < pages.size(); ++i)
        QVERIFY2(pages[i].contains(u"%1/%2"_s.arg(i + 1).arg(pages.size())), qPrintable(pages[i]));
}

void TestWorksheetDialog::noQuestionIsTornApart()
{
    const protocol::Worksheet sheet = builtInSheet();
    const QStringList pages = pagesOf(sheet, false);
    for (qsizetype i = 0; i < sheet.questions.size(); ++i) {
        const QString title = u"%1. "_s.arg(i + 1) + sheet.questions[i].title.english;
        const auto page = std::ranges::find_if(pages, [&title](const QString &one) { return one.contains(title); });
        QVERIFY2(page != pages.cend(), qPrintable(title));
        const QString behind = page->sliced(page->indexOf(title));
        const qsizetype next = behind.indexOf(u"Predict", title.size()); // of the next question, if it is on this page
        QVERIFY2(behind.first(next < 0 ? behind.size() : next).contains(u"Why?"), qPrintable(behind));
    }
}

void TestWorksheetDialog::whatIsLongerThanAPageGoesOn()
{
    protocol::Worksheet sheet = builtInSheet();
    QString text;
    for (int i = 0; i < 400; ++i)
        text += u"word%1 and some more "_s.arg(i);
    sheet.questions.first().text = protocol::sameInBoth(text);
    const QStringList pages = pagesOf(sheet, false);
    const QString all = pages.join(QString());
    for (const int i : {0, 150, 399})
        QVERIFY2(all.contains(u"word%1"_s.arg(i)), qPrintable(QString::number(i)));
    QVERIFY(pages.last().contains(u"What the techniques cost"));
}

void TestWorksheetDialog::savesWhatIsChosen()
{
    Classroom classroom({});
    QWidget window;
    WorksheetDialog dialog(classroom, app::loadLessons({}).first(), &window);
    dialog.show();
    QCOMPARE(find<QComboBox>(dialog, u"sheet-language"_s)->currentText(), u"English"_s);
    QVERIFY(find<QRadioButton>(dialog, u"sheet-empty"_s)->isChecked());
    QVERIFY(!find<QRadioButton>(dialog, u"sheet-filled"_s)->isEnabled()); // there is no class
    find<QComboBox>(dialog, u"sheet-language"_s)->setCurrentIndex(1);
    find<QPushButton>(dialog, u"sheet-save"_s)->click();
    auto *const chooser = dialog.findChild<QFileDialog *>();
    QVERIFY(chooser);
    QVERIFY2(chooser->selectedFiles().constFirst().endsWith(u"/学习单 预测、测量、解释：45 分钟.pdf"),
             qPrintable(chooser->selectedFiles().constFirst()));
    const QString name = m_directory.filePath(u"sheet.pdf"_s);
    Q_EMIT chooser->fileSelected(name);
    chooser->close();
    QFile file(name);
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
    QCOMPARE(pdf.count("/Type /Page\n"), pagesOf(builtInSheet(), true).size());
    QVERIFY(!dialog.isVisible());
    dialog.show();
    dialog.saveTo(m_directory.filePath(u"none/sheet.pdf"_s));
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.findChild<widgets::ProblemLabel *>()->text().contains(u"cannot be written"));
}

void TestWorksheetDialog::offersWhatTheClassHasComeTo()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    Classroom classroom(options);
    app::LessonPlayer player(classroom);
    app::LessonPage page(player);
    page.show();
    QSignalSpy started(&classroom, &Classroom::started);
    classroom.start();
    QTRY_COMPARE(started.count(), 1);
    page.setRunning(true);
    player.start(player.lessons().first().id);
    player.next(); // asks the first question
    QSignalSpy read(&classroom, &Classroom::worksheetRead);
    find<QPushButton>(page, u"worksheet"_s)->click();
    auto *const dialog = page.findChild<WorksheetDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(read.count(), 1);
    auto *const filled = find<QRadioButton>(*dialog, u"sheet-filled"_s);
    QVERIFY(filled->isEnabled() && filled->isChecked());
    dialog->close();
}

QTEST_MAIN(TestWorksheetDialog)
#include "tst_worksheetdialog.moc"
