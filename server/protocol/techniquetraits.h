// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"

#include <QLatin1StringView>

//! The table of techniques: everything in which they differ for pages, style sheets, reports, charts, options and the ledger,
//! none of which compares with a technique by name. Their behaviour is in their handlers, transports and models.
namespace pushlab::protocol {

//! Shapes that distinguish techniques where colour does not. The diamond stands for the tutorials' queues.
enum class Mark : quint8 { Circle, Square, Triangle, Diamond, DownTriangle };
enum class LineStyle : quint8 { Dotted, Dashed, Solid, DashDotted, DashDotDotted };

//! Colours are 0xRRGGBB.
struct TechniqueTraits
{
    QByteArrayView name; //!< on the wire, on the command line, in files and as a class in style sheets
    QLatin1StringView title; //!< as in an English sentence
    bool isPaced; //!< sends requests repeatedly, at a pace that the class sets
    bool holdsConnection; //!< one request opens a connection that stays: a member without one does not use the technique any more
    bool sendsInBand; //!< sends messages on the connection that receives; otherwise each send is a request of its own
    bool isDefault; //!< offered unless the teacher chooses
    quint32 colour; //!< from Okabe and Ito's palette
    quint32 inkOnLight; //!< readable on white
    quint32 inkOnDark; //!< readable on black
    quint8 terminalColour; //!< the nearest of the 256 terminal colours
    Mark mark;
    LineStyle line;
};

//! The row of \a technique; nullopt for a number that is no technique's.
// NOLINTNEXTLINE(readability-function-size): a table
[[nodiscard]] constexpr std::optional<TechniqueTraits> findTechniqueRow(Technique technique)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wswitch" // a technique without a row does not compile
    switch (technique) {
    case Technique::Polling:
        return TechniqueTraits{"polling",    QLatin1StringView("short polling"),
                               true,         false,
                               false,        true,
                               0xe69f00,     0xb36b00,
                               0xe69f00,     172,
                               Mark::Circle, LineStyle::Dotted};
    case Technique::LongPolling:
        return TechniqueTraits{"long-polling", QLatin1StringView("long polling"),
                               true,           false,
                               false,          true,
                               0x0072b2,       0x0072b2,
                               0x56b4e9,       32,
                               Mark::Square,   LineStyle::Dashed};
    case Technique::WebSocket:
        return TechniqueTraits{"websocket",    QLatin1StringView("WebSocket"),
                               false,          true,
                               true,           true,
                               0x009e73,       0x007a59,
                               0x1fc795,       36,
                               Mark::Triangle, LineStyle::Solid};
    case Technique::Sse:
        return TechniqueTraits{"sse",
                               QLatin1StringView("server-sent events"),
                               false,
                               true,
                               false,
                               false,
                               0xd55e00,
                               0xb34f00,
                               0xff8a3d,
                               166,
                               Mark::DownTriangle,
                               LineStyle::DashDotted};
    }
#pragma GCC diagnostic pop
    return std::nullopt;
}

static_assert(!findTechniqueRow(Technique(allTechniques.size())), "allTechniques lacks one that has a row");

//! Indexed by Technique.
inline constexpr auto techniqueTable = [] {
    std::array<TechniqueTraits, allTechniques.size()> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = findTechniqueRow(Technique(i)).value();
    return table;
}();

[[nodiscard]] constexpr const TechniqueTraits &traitsOf(Technique technique)
{
    return techniqueTable[std::size_t(technique)];
}

//! "polling, long-polling or websocket", for the message about an unknown name.
[[nodiscard]] QByteArray techniqueNames();

//! What a client uses unless it is told otherwise.
inline constexpr Technique defaultTechnique = Technique::WebSocket;

//! The mark as a character.
[[nodiscard]] constexpr QChar markSign(Mark mark)
{
    constexpr char16_t signs[] = {u'●', u'■', u'▲', u'◆', u'▼'};
    return signs[std::size_t(mark)];
}

} // namespace pushlab::protocol
