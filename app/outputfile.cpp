// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/outputfile.h"

#include <QByteArrayView>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <optional>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostLinks = 40; // as in Linux
constexpr auto shortPatience = 2s;

//! The descriptor of this process that \a path leads to. Even if it refers to a plain file, the file must not be replaced,
//! because others write to it through the same descriptor.
std::optional<int> ownDescriptor(QString path)
{
    const QString process = QFileInfo(u"/proc/self"_s).canonicalFilePath();
    for (int links = 0; links < mostLinks && !process.isEmpty(); ++links) {
        const QFileInfo file(path);
        const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
        const bool isThread = folder.startsWith(process + u"/task/"_s) && folder.endsWith("/fd"_L1);
        if (isThread || folder == process + u"/fd"_s) {
            bool isNumber = false;
            const int descriptor = file.fileName().toInt(&isNumber);
            return isNumber ? std::optional(descriptor) : std::nullopt;
        }
        if (!file.isSymLink())
            break;
        path = file.symLinkTarget();
    }
    return std::nullopt;
}

QString nobodyReads()
{
    return QCoreApplication::translate("OutputFile", "nobody reads from it");
}

//! While this object exists, SIGINT and SIGTERM end the program: a writer that waits for a reader runs no event loop that would
//! handle them.
class EndedBySignals final
{
    Q_DISABLE_COPY_MOVE(EndedBySignals)

public:
    EndedBySignals()
    {
        for (size_t i = 0; i < signalsOfAnEnd.size(); ++i) {
            ::sigaction(signalsOfAnEnd[i], nullptr, &m_former[i]);
            struct sigaction byDefault = {};
            // Ignored when it was before, as under nohup.
            byDefault.sa_handler = m_former[i].sa_handler == SIG_IGN ? SIG_IGN : SIG_DFL;
            ::sigaction(signalsOfAnEnd[i], &byDefault, nullptr);
        }
    }
    ~EndedBySignals()
    {
        for (size_t i = 0; i < signalsOfAnEnd.size(); ++i)
            ::sigaction(signalsOfAnEnd[i], &m_former[i], nullptr);
    }

private:
    static constexpr std::array<int, 2> signalsOfAnEnd{SIGINT, SIGTERM};
    std::array<struct sigaction, 2> m_former{};
};

//! Waits until \a descriptor takes more or has an error, or until \a deadline.
bool waitFor(int descriptor, const QDeadlineTimer &deadline)
{
    pollfd wanted{descriptor, POLLOUT, 0};
    int ready = 0;
    do
        ready = ::poll(&wanted, 1, int(deadline.remainingTime()));
    while (ready < 0 && errno == EINTR);
    return ready != 0;
}

//! Writes to a descriptor that may be a pipe, and may be non-blocking; a missing reader is an error, because Qt ignores SIGPIPE.
QString writeAll(int descriptor, QByteArrayView left, Patience patience)
{
    // A pipe that is ready takes this much at once; more might block.
    const qsizetype most = patience == Patience::Short ? PIPE_BUF : left.size();
    const QDeadlineTimer deadline = patience == Patience::Short ? QDeadlineTimer(shortPatience)
                                                                : QDeadlineTimer(QDeadlineTimer::Forever);
    while (!left.isEmpty()) {
        if (!waitFor(descriptor, deadline))
            return nobodyReads();
        const ssize_t written = ::write(descriptor, left.data(), size_t(std::min(left.size(), most)));
        if (written >= 0)
            left = left.sliced(written);
        else if (errno != EINTR && errno != EAGAIN)
            return qt_error_string(errno);
    }
    return {};
}

//! Writes to \a descriptor, which is negative when opening failed, and closes it.
QString writeAndClose(int descriptor, const QByteArray &contents, Patience patience)
{
    if (descriptor < 0)
        return qt_error_string(errno);
    const QString problem = writeAll(descriptor, contents, patience);
    // Some devices report only now that they could not store the data.
    const bool isClosed = ::close(descriptor) == 0 || errno == EINTR;
    return !problem.isEmpty() || isClosed ? problem : qt_error_string(errno);
}

QString replaceFile(const QString &path, const QByteArray &contents)
{
    QSaveFile file(path);
    // commit() of Qt 6.4 does not see that the last bytes could not be written, and would replace the file by a part of itself.
    if (file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size() && file.flush() && file.commit())
        return {};
    return file.errorString();
}

} // namespace

QString writeOutput(const QString &path, const QByteArray &contents, Patience patience)
{
    const std::optional<int> own = ownDescriptor(path);
    const QByteArray name = QFile::encodeName(path);
    struct stat found = {};
    if (!own && (::stat(name.constData(), &found) != 0 || S_ISREG(found.st_mode) || S_ISDIR(found.st_mode)))
        return replaceFile(path, contents);
    std::optional<EndedBySignals> ended;
    if (patience == Patience::Endless)
        ended.emplace();
    if (own)
        return writeAndClose(::fcntl(*own, F_DUPFD_CLOEXEC, 0), contents, patience);
    const int descriptor = ::open(name.constData(), O_WRONLY | O_CLOEXEC | O_NOCTTY | (patience == Patience::Short ? O_NONBLOCK : 0));
    if (descriptor < 0 && errno == ENXIO && S_ISFIFO(found.st_mode))
        return nobodyReads();
    return writeAndClose(descriptor, contents, patience);
}

} // namespace pushlab::app
