// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"

#include <QString>

#include <unistd.h>

#include <cstdio>

namespace pushlab::app {

bool printLine(QByteArrayView line)
{
    std::fwrite(line.data(), 1, std::size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    return std::fflush(stdout) == 0;
}

void tell(QStringView sentence)
{
    const QByteArray line = "pushlab: " + sentence.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr); // stderr is not buffered
}

bool mayColourErrors()
{
    return isErrorsTerminal() && qEnvironmentVariableIsEmpty("NO_COLOR");
}

bool isErrorsTerminal()
{
    return ::isatty(STDERR_FILENO) == 1;
}

} // namespace pushlab::app
