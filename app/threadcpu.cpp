// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/threadcpu.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

} // namespace

std::optional<int> newestThread(QByteArrayView name)
{
    const QDir tasks(u"/proc/self/task"_s);
    const QStringList entries = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::optional<int> newest;
    for (const QString &task : entries) {
        if (contents(tasks.filePath(task + u"/comm"_s)) == name)
            newest = std::max(newest.value_or(0), task.toInt()); // ids usually ascend
    }
    return newest;
}

std::optional<double> cpuOfThread(int thread)
{
    // Fields: ns on the CPU, ns waiting, number of time slices.
    const QByteArray statistics = contents(u"/proc/self/task/%1/schedstat"_s.arg(thread));
    bool isNumber = false;
    const qint64 nanoseconds = statistics.left(statistics.indexOf(' ')).toLongLong(&isNumber);
    return isNumber ? std::optional(double(nanoseconds) / 1e6) : std::nullopt;
}

} // namespace pushlab::app
