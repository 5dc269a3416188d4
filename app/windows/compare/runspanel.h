// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/compare/runlistmodel.h"
#include "app/windows/compare/runstore.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace pushlab::app {

//! The runs of this session and of those before, and what can be done with one: save, open, export, remove.
class RunsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunsPanel)

public:
    explicit RunsPanel(QWidget *parent = nullptr);

    void addRun(const compare::RunResult &result); //!< and makes it the current one
    [[nodiscard]] int current() const; //!< row; -1: none
    [[nodiscard]] RunListModel &model() const { return *m_model; }
    //! Which of the runs kept before could not be read: a sentence for the user, in his language; empty when all could.
    [[nodiscard]] QString unreadable() const;

    //! Files that Save wrote. A sentence for the user, in his language, when one is none; the others are opened.
    [[nodiscard]] QString open(const QStringList &paths);

Q_SIGNALS:
    void shownChanged(); //!< the current run, a tick or a name
    void exportWanted(const QPoint &where); //!< of the current run; global
    void saveWanted();
    void failed(const QString &problem); //!< translated

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void loadKept();
    [[nodiscard]] QString add(const compare::RunResult &result, const QString &name); // what kept it from being kept
    void keepName(int row);
    void chooseFiles();
    void removeCurrent();
    void enableButtons();
    void retranslate();

    RunStore m_store;
    QStringList m_damaged;
    RunListModel *m_model;
    QLabel *m_title;
    QListView *m_list;
    QPushButton *m_open;
    QPushButton *m_save;
    QPushButton *m_export;
    QPushButton *m_remove;
};

} // namespace pushlab::app
