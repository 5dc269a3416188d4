// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/marktext.h"

#include "client/widgets/networktext.h"
#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"

#include <QCoreApplication>
#include <QLocale>

#include <chrono>

namespace pushlab::app {

namespace {

struct MarkWords
{
    Q_DECLARE_TR_FUNCTIONS(Marks)
};

QString secondsOf(std::chrono::milliseconds duration)
{
    return QLocale().toString(double(duration.count()) / 1000, 'g', 4);
}

QString techniqueWords(const protocol::ClassSettings &settings)
{
    if (settings.isSplit)
        return MarkWords::tr("class split");
    return settings.technique ? widgets::techniqueTitle(*settings.technique) : MarkWords::tr("students choose");
}

} // namespace

QString markText(const server::ClassMark &mark)
{
    using Kind = server::ClassMark::Kind;
    const protocol::ClassSettings &settings = mark.settings;
    switch (mark.kind) {
    case Kind::Named:
        return widgets::shownName(mark.name);
    case Kind::Technique:
        return techniqueWords(settings);
    case Kind::Network:
        if (!settings.roomConditioners.isEmpty())
            return MarkWords::tr("network of a room");
        return settings.conditioner.isOn() ? widgets::networkNotice(settings.conditioner) : MarkWords::tr("network as it is");
    case Kind::Pace:
        return MarkWords::tr("poll every %1 s").arg(secondsOf(settings.pollInterval));
    case Kind::Hold:
        return MarkWords::tr("hold %1 s").arg(secondsOf(settings.hold));
    case Kind::Generator:
        if (!settings.generator.isOn())
            return MarkWords::tr("generator off");
        return MarkWords::tr("generator %1/s").arg(QLocale().toString(settings.generator.perSecond, 'g', 4));
    case Kind::Cleared:
        return MarkWords::tr("cleared");
    }
    Q_UNREACHABLE();
}

} // namespace pushlab::app
