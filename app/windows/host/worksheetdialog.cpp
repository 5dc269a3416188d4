// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/worksheetdialog.h"

#include "app/classroom/classroom.h"
#include "app/classroom/worksheet.h"
#include "app/classroom/worksheethtml.h"
#include "app/outputfile.h"
#include "app/windows/filequestion.h"
#include "app/windows/worksheetprinter.h"
#include "client/widgets/problemlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

bool hasFigures(const protocol::Worksheet &sheet)
{
    return sheet.isFilled
        || std::ranges::any_of(sheet.questions, [](const protocol::WorksheetQuestion &one) { return one.asked.has_value(); });
}

} // namespace

WorksheetDialog::WorksheetDialog(Classroom &classroom, const Lesson &lesson, QWidget *parent)
    : QDialog(parent)
    , m_emptySheet(worksheetOf(lesson))
    , m_languageCaption(new QLabel(this))
    , m_language(new QComboBox(this))
    , m_empty(new QRadioButton(this))
    , m_filled(new QRadioButton(this))
    , m_problem(new widgets::ProblemLabel(this))
    , m_print(new QPushButton(this))
    , m_save(new QPushButton(this))
{
    layOut();
    connect(m_print, &QPushButton::clicked, this, &WorksheetDialog::askHowToPrint);
    connect(m_save, &QPushButton::clicked, this, &WorksheetDialog::askForFile);
    connect(&classroom, &Classroom::worksheetRead, this, &WorksheetDialog::takeSheet);
    classroom.readWorksheet(lesson.id);
    retranslate();
}

void WorksheetDialog::layOut()
{
    const std::pair<QWidget *, QString> names[] = {{m_language, u"sheet-language"_s},
                                                   {m_empty, u"sheet-empty"_s},
                                                   {m_filled, u"sheet-filled"_s},
                                                   {m_print, u"sheet-print"_s},
                                                   {m_save, u"sheet-save"_s}};
    for (const auto &[widget, name] : names)
        widget->setObjectName(name);
    m_languageCaption->setBuddy(m_language);
    // Each language by its own name, as everywhere.
    m_language->addItem(u"English"_s, false);
    m_language->addItem(u"简体中文"_s, true);
    m_language->setCurrentIndex(QLocale().language() == QLocale::Chinese ? 1 : 0);
    m_empty->setChecked(true);
    m_filled->setEnabled(false);
    auto *language = new QHBoxLayout;
    language->addWidget(m_languageCaption);
    language->addWidget(m_language, 1);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_print, QDialogButtonBox::ActionRole);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    column->addLayout(language);
    column->addWidget(m_empty);
    column->addWidget(m_filled);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addWidget(buttons);
}

//! What the class has come to is chosen by itself, once.
void WorksheetDialog::takeSheet(const protocol::Worksheet &sheet)
{
    if (sheet.lesson != m_emptySheet.lesson || !hasFigures(sheet))
        return;
    const bool isFirst = m_classSheet.lesson.isEmpty();
    m_classSheet = sheet;
    m_filled->setEnabled(true);
    if (isFirst)
        m_filled->setChecked(true);
}

const protocol::Worksheet &WorksheetDialog::chosenSheet() const
{
    return m_filled->isChecked() ? m_classSheet : m_emptySheet;
}

bool WorksheetDialog::isChinese() const
{
    return m_language->currentData().toBool();
}

void WorksheetDialog::askHowToPrint()
{
    auto *dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this](QPrinter *printer) { printTo(*printer); });
    dialog->open();
}

void WorksheetDialog::printTo(QPrinter &printer) const
{
    printWorksheet(printer, chosenSheet(), isChinese());
}

void WorksheetDialog::askForFile()
{
    static const QRegularExpression unfit(u"[\\\\/:*?\"<>|\\p{C}]"_s);
    QString name = worksheetHeading(isChinese()) + u' ' + chosenSheet().title.in(isChinese()) + u".pdf"_s;
    askWhereToSave(this, {tr("Save the worksheet"), tr("PDF (*.pdf)"), u"pdf"_s, name.replace(unfit, u"_"_s)},
                   [this](const QString &file) { saveTo(file); });
}

void WorksheetDialog::saveTo(const QString &file)
{
    const QString problem = writeOutput(file, worksheetPdf(chosenSheet(), isChinese()), Patience::Short);
    m_problem->setProblem(problem.isEmpty() ? QString()
                                            : tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(file), problem));
    if (problem.isEmpty())
        close();
}

void WorksheetDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WorksheetDialog::retranslate()
{
    setWindowTitle(tr("Worksheet for the students"));
    m_languageCaption->setText(tr("Language of the worksheet:"));
    m_empty->setText(tr("Empty, to fill in by hand"));
    m_filled->setText(tr("With what the class has predicted and measured"));
    m_print->setText(tr("Print…"));
    m_save->setText(tr("Save as PDF…"));
    m_close->setText(tr("Close"));
}

} // namespace pushlab::app
