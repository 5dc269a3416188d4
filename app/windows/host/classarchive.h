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

//! Whether a window keeps its classes, when no database was named: a file per room, where the system keeps programs' data.
enum class Records : quint8 { InMemory, PerRoom };

//! What is kept of the window's class, and the menu with which it is started afresh, exported and imported. Asks the window
//! to stop and to start, in between it works on the file. A child of the window.
class ClassArchive final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClassArchive)

public:
    //! \a database: the one that was named; empty: as \a records says.
    ClassArchive(Records records, QString database, QWidget *window);

    //! The file for that room's class, in a folder that is there; empty: none.
    [[nodiscard]] QString database(const QString &room) const;

    [[nodiscard]] QMenu *menu() const { return m_menu; }
    void setRunning(bool isRunning, const QString &room);
    //! How many others are in the class, whom stopping would cut off.
    void setMembers(qint64 members) { m_members = members; }
    void setRunOfClass(bool isMeasured) { m_isRunOfClass = isMeasured; } //!< a comparison goes on that measures the class
    //! Answers logWanted().
    void saveLog(const QList<QByteArray> &messages);
    void retranslate();

Q_SIGNALS:
    void stopWanted(); //!< at once
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
    QString m_exportFile; //!< chosen, and waiting for the log
    qint64 m_members = 0;
    bool m_isRunOfClass = false;
    bool m_isRunning = false;
};

} // namespace pushlab::app
