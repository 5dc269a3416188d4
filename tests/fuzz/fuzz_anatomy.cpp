// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Recorded bytes: the first byte of the input is the kind of record. Whatever the bytes are, the parts together are the bytes.

#include "tests/fuzz/fuzztarget.h"
#include "tests/support/anatomycheck.h"

#include "server/protocol/wire/anatomyjson.h"
#include "server/protocol/wire/xray.h"

using namespace pushlab::wire;
using pushlab::tests::faultOf;
using pushlab::tests::rebuilt;
using pushlab::tests::require;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    constexpr RecordKind kinds[] = {RecordKind::Request, RecordKind::Answer, RecordKind::Event, RecordKind::Frame, RecordKind::Other};
    TrafficRecord record;
    record.number = 1;
    record.technique = pushlab::protocol::Technique::Polling;
    record.firstMessage = record.lastMessage = 1;
    record.kind = kinds[data[0] % std::size(kinds)];
    record.bytes = QByteArray(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    record.size = record.bytes.size();

    const QList<Part> parts = dissect(record);
    if (const char *const fault = faultOf(parts, 0, record.bytes.size()))
        require(false, fault);
    require(rebuilt(parts, record.bytes) == record.bytes, "the leaves are other bytes");
    require(leavesOf(parts).size() < maxParts + 20, "more parts than are allowed");
    for (const XorStep &step : xorSteps(parts, record.bytes))
        require((step.masked ^ step.key) == step.plain, "a step of unmasking is wrong");
    const XrayBar bar = xrayOf(1, {record}).sent.first();
    require(bar.size() == record.size && bar.payload() == payloadBytesOf(parts), "the bar has other bytes");
    require(!pathTo(parts, 0).isEmpty() || record.bytes.isEmpty(), "the first byte is in no part");
    (void)encodeRecord(record, false);
    (void)acceptSteps(record.bytes);
    return 0;
}

#include <iterator>
