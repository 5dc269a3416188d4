// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/oldclassesdialog.h"

#include "app/classfile.h"
#include "app/datetext.h"
#include "app/storagefaulttext.h"
#include "app/windows/question.h"
#include "client/session/hanspacing.h"
#include "client/widgets/figures.h"
#include "client/widgets/problemlabel.h"
#include "client/widgets/shownname.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace pushlab::app {

namespace {

enum OldClassColumn { OldClassName, OldClassDate, OldClassSize };

} // namespace

OldClassesDialog::OldClassesDialog(QWidget *parent)
    : QDialog(parent)
    , m_note(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_problem(new widgets::ProblemLabel(this))
    , m_delete(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    m_note->setWordWrap(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setColumnCount(OldClassSize + 1);
    m_list->header()->setStretchLastSection(false);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_delete, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    m_delete->setAutoDefault(false); // Enter must not press it
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_note);
    column->addWidget(m_list, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &OldClassesDialog::showChoice);
    connect(m_delete, &QPushButton::clicked, this, &OldClassesDialog::askToDelete);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    load();
    retranslate();
    const int em = fontMetrics().height();
    resize(em * 34, em * 22);
}

void OldClassesDialog::load()
{
    m_classes = classesUnusedFor(longUnused);
    m_list->clear();
    for (const KeptClass &kept : std::as_const(m_classes)) {
        auto *row = new QTreeWidgetItem(m_list);
        row->setText(OldClassName, widgets::shownName(kept.name));
        row->setText(OldClassDate, dateText(kept.lastUsed.date()));
        row->setText(OldClassSize, classSizeText(kept.bytes));
        row->setTextAlignment(OldClassSize, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_list->header()->setSectionResizeMode(OldClassName, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(OldClassDate, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(OldClassSize, QHeaderView::ResizeToContents);
    if (QTreeWidgetItem *const first = m_list->topLevelItem(0))
        m_list->setCurrentItem(first, OldClassName, QItemSelectionModel::NoUpdate); // for the keyboard
    showChoice();
}

void OldClassesDialog::showChoice()
{
    m_delete->setEnabled(!m_list->selectedItems().isEmpty());
}

QList<KeptClass> OldClassesDialog::chosen() const
{
    QList<KeptClass> classes;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->isSelected())
            classes += m_classes.at(row);
    }
    return classes;
}

void OldClassesDialog::askToDelete()
{
    QStringList files;
    QStringList names;
    for (const auto classes = chosen(); const KeptClass &kept : classes) {
        files += kept.file;
        names += widgets::isolatedName(kept.name);
    }
    const QString question = names.size() == 1 ? session::closedUp(tr("Delete the class %1?").arg(names.constFirst()))
                                               : tr("Delete the chosen classes? Classes: %1").arg(widgets::countText(names.size()));
    askFirst(this,
             {question,
              tr("Its messages, those that were set aside, and its PIN are deleted from this computer. Nobody can bring them back."),
              tr("Delete")},
             [this, files] { deleteChosen(files); });
}

//! Of \a files those that are still unused: one may have been opened meanwhile.
void OldClassesDialog::deleteChosen(const QStringList &files)
{
    QStringList problems;
    QStringList used = files;
    for (const auto classes = classesUnusedFor(longUnused); const KeptClass &kept : classes) {
        if (used.removeAll(kept.file) == 0)
            continue;
        if (const auto fault = deleteClass(kept))
            problems += session::closedUp(
                tr("The class %1 was not deleted: %2").arg(widgets::isolatedName(kept.name), storageFaultText(*fault)));
    }
    for (const QString &file : std::as_const(used))
        problems += session::closedUp(
            tr("The class %1 was used meanwhile, and stays.").arg(widgets::isolatedName(roomOfClassFile(file))));
    load();
    m_problem->setProblem(problems.join(QChar(u'\n')));
    Q_EMIT deleted();
}

void OldClassesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OldClassesDialog::retranslate()
{
    setWindowTitle(tr("Old classes"));
    m_note->setText(tr("These classes were not used for 30 days. They stay until you delete them."));
    m_list->setHeaderLabels({tr("Class"), tr("Last used"), tr("Size")});
    m_list->setAccessibleName(m_note->text());
    m_delete->setText(tr("Delete…"));
    m_close->setText(tr("Close"));
}

} // namespace pushlab::app
