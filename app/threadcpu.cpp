// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/threadcpu.h"

#include <QDir>
#include <QFile>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

} // namespace

std::optional<double> cpuOfThread(QByteArrayView name)
{
    const QDir tasks(u"/proc/self/task"_s);
    const QStringList entries = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &task : entries) {
        if (contents(tasks.filePath(task + u"/comm"_s)) != name)
            continue;
        const QByteArray statistics = contents(tasks.filePath(task + u"/schedstat"_s)); // ns on the CPU, ns waiting, slices
        bool isNumber = false;
        const qint64 nanoseconds = statistics.left(statistics.indexOf(' ')).toLongLong(&isNumber);
        return isNumber ? std::optional(double(nanoseconds) / 1e6) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace pushlab::app
