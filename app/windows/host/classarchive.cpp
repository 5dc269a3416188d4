// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/classarchive.h"

#include "app/classfile.h"
#include "app/outputfile.h"
#include "app/storagefaulttext.h"
#include "app/windows/filequestion.h"
#include "app/windows/question.h"
#include "app/windows/usedname.h"
#include "client/widgets/figures.h"
#include "server/archive.h"

#include <QAction>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMenu>

#include <memory>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

ClassArchive::ClassArchive(Records records, QString database, QWidget *window)
    : QObject(window)
    , m_records(records)
    , m_given(std::move(database))
    , m_window(window)
    , m_menu(new QMenu(window))
    , m_export(m_menu->addAction(QString()))
    , m_import(m_menu->addAction(QString()))
{
    m_menu->addSeparator();
    m_clear = m_menu->addAction(QString());
    m_afresh = m_menu->addAction(QString());
    m_menu->setToolTipsVisible(true);
    connect(m_export, &QAction::triggered, this, &ClassArchive::askWhereToExport);
    connect(m_import, &QAction::triggered, this, &ClassArchive::askWhatToImport);
    connect(m_clear, &QAction::triggered, this, &ClassArchive::askToClear);
    connect(m_afresh, &QAction::triggered, this, &ClassArchive::askToStartAfresh);
    setRunning(false, {});
    retranslate();
}

QString ClassArchive::database(const QString &room) const
{
    if (!m_given.isEmpty() || m_records == Records::InMemory)
        return m_given;
    const QString file = classFile(room);
    QDir().mkpath(QFileInfo(file).absolutePath()); // on failure, opening the file reports the error
    return file;
}

void ClassArchive::askToOpen(const QString &room, const QString &former, const std::function<void()> &proceed)
{
    if (room != former && m_given.isEmpty() && m_records != Records::InMemory)
        askAboutUsedName(m_window, room, proceed);
    else
        proceed();
}

void ClassArchive::setRunning(bool isRunning, const QString &room)
{
    m_room = room;
    m_export->setEnabled(isRunning);
    m_import->setEnabled(isRunning && !database(room).isEmpty());
    m_clear->setEnabled(isRunning);
    m_afresh->setEnabled(isRunning);
}

//! \a details, extended by the number of members that are disconnected, and by a comparison that would end.
QString ClassArchive::withMembers(const QString &details) const
{
    QStringList parts{details};
    if (m_members > 0)
        parts += tr("Members who are disconnected and have to come back: %1").arg(widgets::countText(m_members));
    if (m_isRunOfClass)
        parts += tr("The comparison of this class is not finished: what it has measured is lost.");
    return parts.join(u"\n\n"_s);
}

//! Where the messages go that the class is to be without.
QString ClassArchive::whereTheyGo() const
{
    const QString file = database(m_room);
    return file.isEmpty() ? tr("They are not kept anywhere.")
                          : tr("They are moved to %1, in place of what is there.").arg(QDir::toNativeSeparators(previousOf(file)));
}

void ClassArchive::askToClear()
{
    const QStringList details{whereTheyGo(), tr("All rooms begin anew, for everybody; nobody is disconnected.")};
    askFirst(m_window, {tr("Clear the messages of the class?"), details.join(u"\n\n"_s), tr("Clear")},
             [this] { Q_EMIT clearWanted(); });
}

void ClassArchive::askToStartAfresh()
{
    askFirst(m_window, {tr("Start the class afresh, without its messages?"), withMembers(whereTheyGo()), tr("Start afresh")},
             [this] { startAgain([](const QString &) { return QString(); }); });
}

//! \a fill writes to the new database, or returns why it cannot.
void ClassArchive::startAgain(const std::function<QString(const QString &database)> &fill)
{
    const QString file = database(m_room);
    Q_EMIT stopWanted(); // after which the file is closed
    QString problem;
    if (!file.isEmpty() && server::isInUse(file)) // another window has the same class open
        problem = tr("The file %1 is in use by another host.").arg(QDir::toNativeSeparators(file));
    else if (!file.isEmpty())
        problem = moveAside(file) ? fill(file) : tr("The file %1 cannot be moved.").arg(QDir::toNativeSeparators(file));
    Q_EMIT startWanted();
    if (!problem.isEmpty())
        Q_EMIT problemFound(problem);
}

void ClassArchive::askWhereToExport()
{
    askWhereToSave(m_window, {tr("Export messages"), tr("Messages, one a line (*.jsonl)"), u"jsonl"_s}, [this](const QString &file) {
        m_exportFile = file;
        Q_EMIT logWanted(m_room);
    });
}

void ClassArchive::saveLog(const QList<QByteArray> &messages)
{
    if (m_exportFile.isEmpty())
        return;
    const QString file = std::exchange(m_exportFile, {});
    QBuffer archive;
    const bool isWhole = archive.open(QIODevice::WriteOnly) && server::writeArchive(archive, m_room, messages);
    const QString problem = isWhole ? writeOutput(file, archive.data(), Patience::Short) : archive.errorString();
    if (!problem.isEmpty())
        Q_EMIT problemFound(tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(file), problem));
}

void ClassArchive::askWhatToImport()
{
    askWhatToOpen(m_window, {tr("Import messages"), tr("Messages, one a line (*.jsonl)")},
                  [this](const QString &file) { askToImport(file); });
}

void ClassArchive::askToImport(const QString &file)
{
    const QString shown = QDir::toNativeSeparators(file);
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) {
        Q_EMIT problemFound(tr("%1 cannot be read: %2").arg(shown, in.errorString()));
        return;
    }
    auto read = server::readArchive(in);
    if (const auto *const fault = std::get_if<server::LineFault>(&read)) {
        Q_EMIT problemFound(tr("Nothing was imported: %1, line %2: %3").arg(shown, QString::number(fault->line), fault->what));
        return;
    }
    const auto archive = std::make_shared<server::Archive>(std::get<server::Archive>(std::move(read)));
    const QString previous = QDir::toNativeSeparators(previousOf(database(m_room)));
    const QString details = tr("Messages in it: %1. The present ones are moved to %2, in place of what is there.")
                                .arg(widgets::countText(qint64(archive->messageCount())), previous);
    askFirst(m_window, {tr("Start the class again with the messages of %1?").arg(shown), withMembers(details), tr("Import")},
             [this, archive] {
                 startAgain([this, archive](const QString &database) {
                     const auto fault = server::importRoom(database, m_room, *archive);
                     return fault ? tr("Nothing was imported: %1").arg(storageFaultText(*fault)) : QString();
                 });
             });
}

void ClassArchive::retranslate()
{
    m_export->setText(tr("Export messages…"));
    m_import->setText(tr("Import messages…"));
    m_clear->setText(tr("Clear…"));
    m_clear->setToolTip(tr("All rooms begin anew, empty; nobody is disconnected"));
    m_afresh->setText(tr("Start afresh…"));
}

} // namespace pushlab::app
