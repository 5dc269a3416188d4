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

//! The runs of this session and the stored ones, with buttons to save, open, export and remove.
class RunsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunsPanel)

public:
    explicit RunsPanel(QWidget *parent = nullptr);

    void addRun(const compare::RunResult &result); //!< also makes it the current one
    [[nodiscard]] int current() const; //!< row; -1: none
    [[nodiscard]] RunListModel &model() const { return *m_model; }
    //! A translated sentence on stored runs that could not be read; empty when all could.
    [[nodiscard]] QString unreadable() const;

    //! Opens saved files. Returns a translated sentence when one is invalid; the others are opened.
    [[nodiscard]] QString open(const QStringList &paths);

Q_SIGNALS:
    void shownChanged(); //!< the current run, a check box or a name
    void exportWanted(const QPoint &where); //!< of the current run; \a where is in global coordinates
    void saveWanted();
    void failed(const QString &problem); //!< translated

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void loadKept();
    [[nodiscard]] QString add(const compare::RunResult &result, const QString &name); // returns why the run cannot be stored
    void keepName(int row);
    void chooseFiles();
    void removeCurrent();
    void enableButtons();
    void showHint();
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
    QLabel *m_hint;
};

} // namespace pushlab::app
