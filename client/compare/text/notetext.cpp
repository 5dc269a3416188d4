// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/text/notetext.h"

#include "client/compare/result/wording.h"
#include "client/compare/text/presettext.h"
#include "client/compare/text/runtext.h"
#include "client/compare/text/varianttext.h"

#include <QCoreApplication>

namespace pushlab::compare {

namespace {

constexpr const char *oneRoom = QT_TRANSLATE_NOOP(
    "Compare",
    "Scaled: one room here, where each client receives %1 messages a second, instead of %2 rooms of which each client is in %3.");
constexpr const char *pollTimerRunsOn = QT_TRANSLATE_NOOP(
    "Compare", "Their poll's timer runs on; here the next poll is counted from the answer, one round trip later.");
constexpr const char *interrupted = QT_TRANSLATE_NOOP("Compare", "The run was interrupted; this is what was measured until then.");
constexpr const char *loadWasBusy = QT_TRANSLATE_NOOP(
    "Compare",
    "The load generator was the bottleneck: its thread was busy for %1 % of the time. Delays and rates are not the host's.");
constexpr const char *segmentsEstimated = QT_TRANSLATE_NOOP(
    "Compare", "TCP-IP bytes are an estimate: the segments that the kernel counted, times their usual headers.");
constexpr const char *theoryGoesBy = QT_TRANSLATE_NOOP(
    "Compare",
    "Theory goes by the rate of messages as they came and by what was measured: R = %1 ms, and the sizes of headers and messages.");
constexpr const char *queueHasNoClock = QT_TRANSLATE_NOOP(
    "Compare", "The tutorial's answers carry no time: their delay counts from the sending and half of the shortest round trip.");
constexpr const char *fewerClients = QT_TRANSLATE_N_NOOP("Compare", "Scaled: %n client(s) here, up to %1 there.");
constexpr const char *clockKnownTo = QT_TRANSLATE_NOOP("Compare", "The host's clock is known to ± %1 ms.");

QString failuresText(const Note &note, Language language)
{
    return phrase(language, QT_TRANSLATE_N_NOOP("Compare", "%1: %n request(s) or connection(s) failed and had to be tried again."),
                  int(note.figures[0]))
        .arg(variantTitle(note.variant.value_or(Variant::Polling), language));
}

QString exactMilliseconds(double milliseconds)
{
    return QString::number(milliseconds, 'f', 3);
}

} // namespace

QString noteText(const Note &note, Language language)
{
    switch (note.kind) {
    case Note::Kind::PresetSummary:
        return presetSummary(note.name, language);
    case Note::Kind::PresetSource:
        return presetSource(note.name, note.source, language);
    case Note::Kind::PresetRemark:
        return presetRemark(note.name, language);
    case Note::Kind::FewerClients:
        return phrase(language, fewerClients, int(note.figures[0])).arg(note.figures[1]);
    case Note::Kind::OneRoom:
        return phrase(language, oneRoom).arg(note.figures[0]).arg(note.figures[1]).arg(note.figures[2]);
    case Note::Kind::PollTimerRunsOn:
        return phrase(language, pollTimerRunsOn);
    case Note::Kind::StoppedBy:
        return note.error ? errorText(*note.error, language) : QString();
    case Note::Kind::Interrupted:
        return phrase(language, interrupted);
    case Note::Kind::LoadWasBusy:
        return phrase(language, loadWasBusy).arg(qRound(note.figures[0] * 100));
    case Note::Kind::ClockKnownTo:
        return phrase(language, clockKnownTo).arg(exactMilliseconds(note.figures[0]));
    case Note::Kind::SegmentsEstimated:
        return phrase(language, segmentsEstimated);
    case Note::Kind::TheoryGoesBy:
        return phrase(language, theoryGoesBy).arg(exactMilliseconds(note.figures[0]));
    case Note::Kind::RequestsFailed:
        return failuresText(note, language);
    case Note::Kind::QueueHasNoClock:
        return phrase(language, queueHasNoClock);
    case Note::Kind::Stated:
        return note.source;
    }
    Q_UNREACHABLE();
}

QStringList noteTexts(const RunResult &result, Language language)
{
    QStringList texts;
    for (const Note &note : notesOn(result))
        texts += noteText(note, language);
    return texts;
}

QString cautionText(const RunResult &result)
{
    QStringList lines;
    for (const Note &note : cautionsOn(result))
        lines += noteText(note);
    return lines.join(u'\n');
}

} // namespace pushlab::compare
