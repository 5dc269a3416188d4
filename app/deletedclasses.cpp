// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/deletedclasses.h"

#include "app/classfile.h"
#include "app/commandlinetext.h"
#include "app/console.h"
#include "app/datetext.h"
#include "app/keptclasses.h"
#include "app/storagefaulttext.h"

namespace pushlab::app {

void deleteUnusedClasses(std::chrono::milliseconds time, const QString &spared)
{
    const QString sparedFile = spared.isEmpty() ? QString() : classFile(spared);
    const auto old = classesUnusedFor(time);
    for (const KeptClass &kept : old) {
        if (kept.file == sparedFile)
            continue;
        if (const auto fault = deleteClass(kept))
            tell(CommandLineText::tr("The class \"%1\" was not deleted: %2").arg(kept.name, storageFaultText(*fault)));
        else
            tell(CommandLineText::tr("Deleted the class \"%1\", last used on %2 (%3).")
                     .arg(kept.name, dateText(kept.lastUsed.date()), classSizeText(kept.bytes)));
    }
}

} // namespace pushlab::app
