// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/report/harreport.h"

#include "client/compare/text/reporttext.h"
#include "client/compare/text/varianttext.h"
#include "server/protocol/wire/harfile.h"

#include <QJsonArray>

#include <algorithm>

namespace pushlab::compare {

bool isRecorded(const RunResult &result)
{
    return std::any_of(result.variants.begin(), result.variants.end(), [](const auto &one) { return !one.recording.isEmpty(); });
}

QByteArray harReport(const RunResult &result)
{
    QJsonArray entries;
    for (const VariantResult &one : result.variants) {
        wire::HarEntry entry;
        entry.frames = one.recording.frames;
        entry.comment = variantTitle(one.variant);
        for (const Exchange &exchange : one.recording.exchanges) {
            entry.exchange = exchange;
            entries.append(wire::harEntry(entry));
            entry.frames.clear(); // the first handshake opened their connection
        }
    }
    const QString comment = reportText(ReportPhrase::Id::Recorded).arg(Recording::maxExchanges);
    return wire::harFile(entries, result.provenance.version, comment);
}

} // namespace pushlab::compare
