// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file that is imported as a room.

#include "tests/fuzz/fuzztarget.h"

#include "server/protocol/entrycodec.h"
#include "server/storage/archive.h"

#include <QBuffer>

#include <limits>

using namespace pushlab;
using namespace pushlab::storage;
using tests::require;

namespace {

std::variant<Archive, LineFault> read(QByteArray file)
{
    QBuffer in(&file);
    in.open(QIODevice::ReadOnly);
    return readArchive(in);
}

QByteArray write(const Archive &archive)
{
    QList<QByteArray> entries;
    for (const protocol::Entry &entry : archive.entries)
        entries.append(protocol::encodeEntry(entry).json);
    QByteArray file;
    QBuffer out(&file);
    out.open(QIODevice::WriteOnly);
    require(writeArchive(out, archive.room, entries), "it cannot be written");
    return file;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray file(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto result = read(file);
    if (const auto *const fault = std::get_if<LineFault>(&result)) {
        require(fault->line >= 1 && fault->line <= file.count('\n') + 2, "a line that the file does not have");
        require(!fault->what.isEmpty(), "a fault without a reason");
        return 0;
    }
    // An imported archive that is exported and imported again is the same.
    const auto &archive = std::get<Archive>(result);
    const QByteArray written = write(archive);
    const auto again = read(written);
    require(std::holds_alternative<Archive>(again), "what was imported is exported so that it cannot be imported");
    require(write(std::get<Archive>(again)) == written, "importing and exporting changes it");
    for (const protocol::Entry &entry : archive.entries)
        require(protocol::seqOf(entry) <= std::numeric_limits<qint64>::max() / 2,
                "a number after which the room cannot go on counting");
    return 0;
}
