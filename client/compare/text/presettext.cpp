// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/text/presettext.h"

#include "client/compare/result/runoptions.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PresetTexts
{
    QLatin1StringView name;
    const char *summary;
    const char *source = nullptr; //!< the text about the source, which replaces %1
    const char *remark = nullptr;
};

constexpr PresetTexts presetTexts[] = {
    {quickPreset,
     QT_TRANSLATE_NOOP("Compare", "All three techniques at once for 15 s, four messages a second: a first answer within 20 s.")},
    {"quiet"_L1, QT_TRANSLATE_NOOP("Compare", "A quiet class: 30 clients and a message every 10 s.")},
    {"busy"_L1, QT_TRANSLATE_NOOP("Compare", "A busy class: 30 clients and four messages a second, eight for each poll.")},
    {"slow-phone"_L1, QT_TRANSLATE_NOOP("Compare", "Phones on a slow network: four messages a second, 150 ms each way."), nullptr,
     QT_TRANSLATE_NOOP("Compare", "Long polling batches: fewer requests than messages, three transits at the worst.")},
    {"tutorial"_L1,
     QT_TRANSLATE_NOOP("Compare", "The tutorials' chat: poll every 2 s, hold 10 s, and their queue of one message beside it."), nullptr,
     QT_TRANSLATE_NOOP(
         "Compare",
         "The tutorials say of polling \"delay up to 5 s, too many requests\", of long polling \"hardly any delay, far fewer "
         "requests\", of WebSocket \"both sides send at any time\"; they also poll every 1 s or 5 s and hold for 30 s.")},
    {"lubbers"_L1,
     QT_TRANSLATE_NOOP("Compare", "1,000 clients, by polling every second or by WebSocket, 50 ms each way: what headers cost."),
     QT_TRANSLATE_NOOP("Compare", "A quantum leap in scalability (%1)."),
     QT_TRANSLATE_NOOP("Compare",
                       "Arithmetic only: headers without messages, TCP and IP. With 40 bytes of TCP/IP a segment and messages of 100 bytes "
                       "the ratio is about 7 : 1, not 435 : 1.")},
    {"rfc6202"_L1, QT_TRANSLATE_NOOP("Compare", "Long polling alone, 150 ms each way: how many transits a message takes."),
     QT_TRANSLATE_NOOP("Compare", "Long polling on a network that is far from fast (%1)."),
     QT_TRANSLATE_NOOP(
         "Compare",
         "The RFC gives multiples of a transit, not times: 150 ms is PushLab's choice. Under load messages come in batches.")},
    {"abril"_L1,
     QT_TRANSLATE_NOOP("Compare", "One client and five updates, one a second: how many requests and bytes each technique takes."),
     QT_TRANSLATE_NOOP("Compare", "Five updates, one a second (%1)."),
     QT_TRANSLATE_NOOP("Compare", "HTTP/1.1; the page is included, WebSocket's frames are not.")},
    {"vandevyvere"_L1, QT_TRANSLATE_NOOP("Compare", "Open data of 5.2 kB every 5 s, by polling twice a second or by WebSocket."),
     QT_TRANSLATE_NOOP("Compare", "Live open data: 5.2 kB every 5 s (%1)."),
     QT_TRANSLATE_NOOP(
         "Compare", "100 to 25,000 clients on one thread. Its rule: a host must bear users / acceptable delay requests a second.")},
    {"cometd"_L1,
     QT_TRANSLATE_NOOP("Compare", "A chat of 1,000 clients with 92 messages a second, by long polling alone: what a host bears."),
     QT_TRANSLATE_NOOP("Compare", "The chat benchmark of CometD (%1)."),
     QT_TRANSLATE_NOOP(
         "Compare", "Each client is in 10 of 100 rooms. The turn-around is not published; it follows from the answers a second.")},
};

QString textOfPreset(const QString &name, const char *PresetTexts::*member, Language language)
{
    const auto *const texts = std::find_if(std::begin(presetTexts), std::end(presetTexts),
                                           [&name](const PresetTexts &each) { return each.name == name; });
    return texts == std::end(presetTexts) || !(texts->*member) ? QString() : phrase(language, texts->*member);
}

} // namespace

QString presetSummary(const QString &name, Language language)
{
    return textOfPreset(name, &PresetTexts::summary, language);
}

QString presetSource(const QString &name, const QString &source, Language language)
{
    const QString text = textOfPreset(name, &PresetTexts::source, language);
    return text.isEmpty() ? source : text.arg(source);
}

QString presetRemark(const QString &name, Language language)
{
    return textOfPreset(name, &PresetTexts::remark, language);
}

} // namespace pushlab::compare
