// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/runspanel.h"

#include "app/windows/filequestion.h"
#include "app/windows/question.h"
#include "client/compare/result/resultcodec.h"
#include "client/session/hanspacing.h"
#include "client/widgets/composing.h"
#include "client/widgets/shownname.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStyledItemDelegate>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 maxFile = 64 * 1024 * 1024;

//! Edits names; Enter is left to the input method while it composes.
class RunNameDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    //! Here, because the view adds its own filter of the editor's keys after it was made, and the last one is asked first.
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        QStyledItemDelegate::setEditorData(editor, index);
        if (!editor->findChild<widgets::Composing *>())
            new widgets::Composing(editor);
    }
};

} // namespace

RunsPanel::RunsPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new RunListModel(this))
    , m_title(new QLabel(this))
    , m_list(new QListView(this))
    , m_open(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_hint(new QLabel(this))
{
    const int em = fontMetrics().height();
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RunNameDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setFixedHeight(em * 5);
    m_list->setTabKeyNavigation(false);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(em / 4);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_list, 1, 0, 2, 1);
    grid->addWidget(m_open, 1, 1);
    grid->addWidget(m_save, 1, 2);
    grid->addWidget(m_remove, 2, 1);
    grid->addWidget(m_export, 2, 2);
    m_hint->setObjectName(u"hint"_s);
    m_hint->setTextFormat(Qt::PlainText); // names of runs are in it
    m_hint->setWordWrap(true);
    grid->addWidget(m_hint, 3, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    loadKept();
    follow();
    retranslate();
    enableButtons();
}

void RunsPanel::follow()
{
    connect(m_open, &QPushButton::clicked, this, &RunsPanel::chooseFiles);
    connect(m_save, &QPushButton::clicked, this, &RunsPanel::saveWanted);
    connect(m_export, &QPushButton::clicked, this,
            [this] { Q_EMIT exportWanted(m_export->mapToGlobal(QPoint(0, m_export->height()))); });
    connect(m_remove, &QPushButton::clicked, this, &RunsPanel::removeCurrent);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RunsPanel::shownChanged);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RunsPanel::showHint);
    connect(m_model, &RunListModel::renamed, this, &RunsPanel::keepName);
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row) {
            if (!m_model->file(row).isEmpty())
                m_store.remove(m_model->file(row));
        }
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        enableButtons();
        Q_EMIT shownChanged();
    });
}

void RunsPanel::addRun(const compare::RunResult &result)
{
    if (const QString problem = add(result, {}); !problem.isEmpty())
        Q_EMIT failed(problem);
}

void RunsPanel::loadKept()
{
    const QList<StoredRun> runs = m_store.load(m_damaged);
    for (const StoredRun &run : runs)
        m_model->setFile(m_model->add(run.result, run.name), run.file);
    m_list->scrollToBottom(); // the newest
}

QString RunsPanel::unreadable() const
{
    if (m_damaged.isEmpty())
        return {};
    return tr("Runs in %1 that cannot be read are left out: %2").arg(m_store.folder(), m_damaged.join(tr(", ", "in a list")));
}

QString RunsPanel::add(const compare::RunResult &result, const QString &name)
{
    const int row = m_model->add(result, name);
    const QString file = m_store.add(m_model->name(row), result);
    m_model->setFile(row, file);
    m_list->setCurrentIndex(m_model->index(row));
    return file.isEmpty()
        ? tr("The run cannot be kept in %1 (%2). Save it to a file of your own.").arg(m_store.folder(), m_store.errorString())
        : QString();
}

void RunsPanel::keepName(int row)
{
    if (!m_model->file(row).isEmpty() && !m_store.rename(m_model->file(row), m_model->name(row), m_model->result(row)))
        Q_EMIT failed(tr("The name cannot be kept in %1 (%2).").arg(m_store.folder(), m_store.errorString()));
}

int RunsPanel::current() const
{
    return m_list->currentIndex().row();
}

QString RunsPanel::open(const QStringList &paths)
{
    QStringList problems;
    for (const QString &path : paths) {
        QFile file(path);
        const bool isReadable = file.open(QIODevice::ReadOnly);
        const auto result = isReadable && file.size() <= maxFile ? compare::decodeResult(file.readAll()) : std::nullopt;
        if (result)
            problems += add(*result, QFileInfo(path).completeBaseName());
        else if (!isReadable)
            problems += tr("%1 cannot be read: %2").arg(QFileInfo(path).fileName(), file.errorString());
        else
            problems += tr("%1 holds no run of PushLab, or one of a later version. Open a file that Save has written.")
                            .arg(QFileInfo(path).fileName());
    }
    problems.removeAll(QString());
    return problems.join(u'\n');
}

void RunsPanel::chooseFiles()
{
    askWhichToOpen(this, {tr("Open runs"), tr("Runs (*.json)")}, [this](const QStringList &paths) {
        Q_EMIT failed(open(paths)); // empty: takes away what was said before
    });
}

void RunsPanel::removeCurrent()
{
    const QPersistentModelIndex run = m_list->currentIndex();
    if (!run.isValid())
        return;
    const QString what = m_model->file(run.row()).isEmpty()
        ? tr("It is kept nowhere else.")
        : tr("Its file in %1 is removed, too.").arg(QDir::toNativeSeparators(m_store.folder()));
    askFirst(window(),
             {session::closedUp(tr("Remove the run %1?").arg(widgets::isolatedName(m_model->name(run.row())))), what, tr("Remove")},
             [this, run] {
                 if (run.isValid())
                     m_model->remove(run.row());
                 enableButtons();
                 Q_EMIT shownChanged();
             });
}

void RunsPanel::enableButtons()
{
    for (QPushButton *button : {m_save, m_export, m_remove})
        button->setEnabled(current() >= 0);
    showHint();
}

//! What lies over the chosen run, or how to lay one there.
void RunsPanel::showHint()
{
    QStringList overlaid;
    for (const ShownRun &run : m_model->shownWith(current())) {
        if (!run.isCurrent)
            overlaid += widgets::isolatedName(run.name);
    }
    m_hint->setVisible(m_model->rowCount() > 1 && current() >= 0);
    if (current() < 0)
        return;
    m_hint->setText(overlaid.isEmpty() ? tr("Tick another run to lay it over this one, paler.")
                                       : session::closedUp(tr("Laid over %1, paler, with rows of their own in the table: %2")
                                                               .arg(widgets::isolatedName(m_model->name(current())),
                                                                    overlaid.join(tr(", ", "in a list")))));
}

void RunsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunsPanel::retranslate()
{
    m_title->setText(tr("Runs"));
    m_list->setAccessibleName(tr("Runs"));
    m_list->setToolTip(tr("A tick lays a run over the one that is chosen. F2 changes its name."));
    m_open->setText(tr("Open…"));
    m_save->setText(tr("Save…"));
    m_export->setText(tr("Export"));
    m_remove->setText(tr("Remove"));
    showHint();
}

} // namespace pushlab::app
