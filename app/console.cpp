// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"

#include "app/commandlinetext.h"
#include "app/messageline.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

bool printText(QByteArrayView text)
{
    const auto size = std::size_t(text.size());
    if (std::fwrite(text.data(), 1, size, stdout) == size && std::fflush(stdout) == 0)
        return true;
    if (const int error = errno; error != EPIPE)
        tell(CommandLineText::tr("cannot write to stdout: %1").arg(qt_error_string(error)));
    return false;
}

bool printLine(QByteArrayView line)
{
    return printText(QByteArray(line.toByteArray() + '\n'));
}

void tell(QStringView sentence)
{
    const QByteArray line = "pushlab: " + sentence.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr); // stderr is not buffered
}

void tellVisibly(const QString &sentence)
{
    tell(visibleText(sentence));
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
