// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/recordingoptions.h"

#include "app/commandlinetext.h"
#include "app/optionreader.h"

#include <QFileInfo>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

QList<QCommandLineOption> recordingOptions()
{
    return {
        {u"record"_s,
         CommandLineText::tr("With --headless: records the traffic into this new file, NAME.pcapng for Wireshark or NAME.pushlab."),
         u"FILE"_s},
        {u"record-numbered"_s, CommandLineText::tr("Leaves the members' names out of the recording, and numbers them.")},
        {u"record-secrets"_s,
         CommandLineText::tr("Leaves PIN, cookies, tokens and members' ids in the recording, which are masked otherwise.")},
    };
}

RecordingOptions readRecording(OptionReader &reader)
{
    RecordingOptions options;
    options.hasNames = !reader.has(u"record-numbered"_s);
    options.hasSecrets = reader.has(u"record-secrets"_s);
    if (!reader.has(u"record"_s)) {
        if (!options.hasNames || options.hasSecrets)
            reader.complain(CommandLineText::tr("--record-numbered and --record-secrets need --record."));
        return options;
    }
    const QFileInfo file(reader.text(u"record"_s));
    const QString suffix = file.suffix().toLower();
    options.file = file.absoluteFilePath();
    options.format = suffix == "pushlab"_L1 ? RecordingOptions::Format::Session : RecordingOptions::Format::Packets;
    if (suffix != "pushlab"_L1 && suffix != "pcapng"_L1)
        reader.complain(
            CommandLineText::tr("--record must be a file that ends in .pcapng or .pushlab, not \"%1\".").arg(reader.text(u"record"_s)));
    else if (file.exists() || file.isSymLink())
        reader.complain(CommandLineText::tr("--record writes a new file; \"%1\" is there already.").arg(reader.text(u"record"_s)));
    if (!reader.has(u"headless"_s))
        reader.complain(CommandLineText::tr("--record needs --headless."));
    return options;
}

} // namespace pushlab::app
