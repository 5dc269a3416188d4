// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files of recorded classes: whole ones, and what a block with the right checksum may hold.

#include "tests/fuzz/fuzztarget.h"

#include "server/protocol/wire/sessioncodec.h"
#include "server/protocol/wire/sessionreader.h"

#include <QBuffer>
#include <QDataStream>

using namespace pushlab::wire;
using pushlab::tests::require;

namespace {

QByteArray encodePart(const SessionPart &part)
{
    QByteArray content;
    QDataStream stream(&content, QIODevice::WriteOnly);
    setUpSessionStream(stream);
    writeSessionState(stream, part.before);
    for (const SessionMoment &moment : part.moments)
        writeSessionMoment(stream, moment);
    return content;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto part = readSessionPart(bytes)) {
        const auto again = readSessionPart(encodePart(*part));
        require(again && *again == *part, "reading and writing changes a part");
    }
    QBuffer file;
    file.setData(bytes);
    file.open(QIODevice::ReadOnly);
    const auto opened = SessionReader::open(file);
    if (const auto *const reader = std::get_if<std::unique_ptr<SessionReader>>(&opened)) {
        for (qsizetype i = 0; i < (*reader)->partCount(); ++i)
            static_cast<void>((*reader)->part(i));
        require((*reader)->partCount() > 0 || (*reader)->end() == 0, "an empty file has an end");
    }
    return 0;
}
