// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/storage.h"

#include <QHash>
#include <QStringList>

namespace pushlab::tests {

//! A storage that records its commands, and commits when tests tell it to.
class FakeStorage final : public room::Storage
{
public:
    void setListener(Listener *told) override { listener = told; }
    [[nodiscard]] bool isDurable() const override { return true; }
    void open(const room::LogName &log) override { note(u"open", log); }
    [[nodiscard]] bool append(const room::LogName &log, const protocol::Entry &entry, const QByteArray &) override
    {
        note(u"append", log, QString::number(protocol::seqOf(entry)));
        return false;
    }
    void trim(const room::LogName &log, qint64 oldest) override { note(u"trim", log, QString::number(oldest)); }
    void forget(const room::LogName &log) override { note(u"forget", log); }
    void clear() override { commands.append(QStringLiteral("clear")); }
    void setQueue(const room::LogName &log, const QString &user, qint64 cursor) override
    {
        note(u"queue", log, user + u' ' + QString::number(cursor));
    }
    void closeQueue(const room::LogName &log, const QString &user) override { note(u"close", log, user); }

    //! The commands since the last call.
    QStringList take() { return std::exchange(commands, {}); }

    QStringList commands; //!< such as "append lobby 1"
    QHash<QString, QString> epochs; //!< by room, as given last
    Listener *listener = nullptr;

private:
    void note(QStringView what, const room::LogName &log, const QString &rest = {})
    {
        epochs.insert(log.room, log.epoch);
        commands.append(QString(what + u' ' + log.room + (rest.isEmpty() ? QString() : QString(u' ' + rest))));
    }
};

} // namespace pushlab::tests
