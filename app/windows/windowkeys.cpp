// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/windowkeys.h"

#include "app/windows/appearance.h"
#include "app/windows/compare/runspanel.h"
#include "app/windows/host/membersview.h"
#include "app/windows/traffic/ladderview.h"
#include "client/widgets/messageinput.h"
#include "client/widgets/messageview.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

QString written(const QList<QKeySequence> &keys)
{
    return keys.isEmpty() ? QString() : keys.constFirst().toString(QKeySequence::NativeText);
}

//! What fields and lists do with keys themselves.
void addKeysInside(const QWidget &window, QList<KeyHelp> &list)
{
    const auto add = [&list](const QKeySequence &keys, const QString &use) {
        list.append({keys.toString(QKeySequence::NativeText), use});
    };
    if (window.findChild<widgets::MessageInput *>()) {
        add(Qt::Key_Return, WindowKeys::tr("Send the message"));
        add(Qt::SHIFT | Qt::Key_Return, WindowKeys::tr("Break the line in a message"));
        add(Qt::Key_Up, WindowKeys::tr("Bring back what was sent before"));
    }
    if (window.findChild<widgets::MessageView *>())
        add(QKeySequence::Copy, WindowKeys::tr("Copy the chosen messages"));
    if (window.findChild<MembersView *>())
        add(Qt::SHIFT | Qt::Key_F10, WindowKeys::tr("Menu of the chosen member: mute, rename, send out"));
    if (window.findChild<LadderView *>()) {
        add(Qt::Key_Space, WindowKeys::tr("Freeze the ladder, or let it go on"));
        add(Qt::Key_Down, WindowKeys::tr("Step to the ladder's next arrow"));
    }
    if (window.findChild<RunsPanel *>()) {
        add(Qt::Key_Space, WindowKeys::tr("Lay the run over the one that is chosen"));
        add(Qt::Key_F2, WindowKeys::tr("Change the name of the chosen run"));
    }
}

QTableWidgetItem *cell(const QString &text)
{
    auto *const item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

} // namespace

WindowKeys::WindowKeys(QWidget *window)
    : QObject(window)
    , m_larger(new QShortcut(window))
    , m_smaller(new QShortcut(window))
    , m_usual(new QShortcut(window))
    , m_help(new QShortcut(window))
{
    // The key of + needs Shift on some keyboards; without it, it is =.
    m_larger->setKeys({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    m_smaller->setKeys({Qt::CTRL | Qt::Key_Minus});
    m_usual->setKeys({Qt::CTRL | Qt::Key_0});
    m_help->setKeys({Qt::Key_F1});
    connect(m_larger, &QShortcut::activated, this, [] { chooseScale(nextScale(currentScale(), 1)); });
    connect(m_smaller, &QShortcut::activated, this, [] { chooseScale(nextScale(currentScale(), -1)); });
    connect(m_usual, &QShortcut::activated, this, [] { chooseScale(usualScale); });
    connect(m_help, &QShortcut::activated, this, [window] { showKeys(window); });
    window->installEventFilter(this);
    retranslate();
}

bool WindowKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void WindowKeys::retranslate()
{
    m_larger->setWhatsThis(tr("Show everything larger"));
    m_smaller->setWhatsThis(tr("Show everything smaller"));
    m_usual->setWhatsThis(tr("Show everything in its usual size"));
    m_help->setWhatsThis(tr("Show these keys"));
}

QList<KeyHelp> keysOf(const QWidget &window)
{
    QList<KeyHelp> list;
    addKeysInside(window, list);
    const auto shortcuts = window.findChildren<QShortcut *>();
    for (const QShortcut *const shortcut : shortcuts)
        list.append({written(shortcut->keys()), shortcut->whatsThis()});
    const auto actions = window.findChildren<QAction *>();
    for (const QAction *const action : actions)
        list.append({written(action->shortcuts()), action->text().remove(u'&')});
    list.removeIf([](const KeyHelp &help) { return help.keys.isEmpty() || help.use.isEmpty(); });
    return list;
}

void showKeys(QWidget *window)
{
    const int em = window->fontMetrics().height();
    auto *const dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(WindowKeys::tr("Keys"));
    const QList<KeyHelp> keys = keysOf(*window);
    auto *const table = new QTableWidget(int(keys.size()), 2, dialog);
    table->setAccessibleName(WindowKeys::tr("Keys"));
    table->setHorizontalHeaderLabels({WindowKeys::tr("Keys"), WindowKeys::tr("What they do")});
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    for (int row = 0; row < table->rowCount(); ++row) {
        table->setItem(row, 0, cell(keys.at(row).keys));
        table->setItem(row, 1, cell(keys.at(row).use));
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);
    auto *const buttons = new QDialogButtonBox(dialog);
    QObject::connect(buttons->addButton(WindowKeys::tr("Close"), QDialogButtonBox::RejectRole), &QPushButton::clicked, dialog,
                     &QDialog::close);
    auto *const column = new QVBoxLayout(dialog);
    column->addWidget(table);
    column->addWidget(buttons);
    dialog->resize(em * 34, em * 24);
    dialog->show();
}

} // namespace pushlab::app
