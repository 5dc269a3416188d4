// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace pushlab::app {

//! Whether a window stores its classes when no database is given: in one file per room, in the program's data location.
enum class Records : quint8 { InMemory, PerRoom };

//! The stored class of a window, and the menu to start it afresh, to export and to import it. It asks the window to stop and to
//! start, and works on the file in between. A child of the window.
class ClassArchive final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClassArchive)

public:
    //! \a database: the given one; empty: as \a records says.
    ClassArchive(Records records, QString database, QWidget *window);

    //! The file for the class of that room, in an existing folder; empty: none.
    [[nodiscard]] QString database(const QString &room) const;

    //! Before the class of that \a room is opened in place of the \a former one: asks whether to go on with one that is kept.
    //! Calls \a proceed unless the user does not want either.
    void askToOpen(const QString &room, const QString &former, const std::function<void()> &proceed);

    [[nodiscard]] QMenu *menu() const { return m_menu; }
    void setRunning(bool isRunning, const QString &room);
    //! The number of other members, whom stopping would disconnect.
    void setMembers(qint64 members) { m_members = members; }
    //! Whether a comparison that measures the class is running.
    void setRunOfClass(bool isMeasured) { m_isRunOfClass = isMeasured; }
    //! To be called with the answer to logWanted().
    void saveLog(const QList<QByteArray> &messages);
    void retranslate();

Q_SIGNALS:
    void stopWanted(); //!< immediately
    void startWanted();
    void logWanted(const QString &room);
    void clearWanted(); //!< at once
    void problemFound(const QString &problem);

private:
    void askToClear();
    void askToStartAfresh();
    void askWhereToExport();
    void askWhatToImport();
    void askToImport(const QString &file);
    [[nodiscard]] QString whereTheyGo() const;
    [[nodiscard]] QString withMembers(const QString &details) const;
    void startAgain(const std::function<QString(const QString &database)> &fill);

    Records m_records;
    QString m_given;
    QWidget *m_window;
    QMenu *m_menu;
    QAction *m_export;
    QAction *m_import;
    QAction *m_clear;
    QAction *m_afresh;
    QString m_room;
    QString m_exportFile; //!< chosen by the user, while waiting for the log
    qint64 m_members = 0;
    bool m_isRunOfClass = false;
};

} // namespace pushlab::app
