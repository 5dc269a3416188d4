// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/ledger/delayfigures.h"
#include "server/ledger/sparsehistogram.h"
#include "server/protocol/delayreport.h"
#include "server/protocol/technique.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <array>

namespace pushlab::ledger {

//! A member, by its room and its key.
struct MemberKey
{
    QString room;
    QByteArray member;

    friend bool operator==(const MemberKey &, const MemberKey &) = default;
    friend size_t qHash(const MemberKey &key, size_t seed = 0) { return qHashMulti(seed, key.room, key.member); }
};

//! What became of a report.
enum class ReportTaken : quint8 {
    Counted,
    CountedBefore, //!< the same report came again
    OtherSequence, //!< its number is far behind: two clients report under one id
};

//! The delays that members have reported, by technique and by member; bounded. A plain class; server's thread.
class Delays
{
public:
    //! Adds a report. \a current: the technique that the member uses now, to which its own figures refer. A report whose number
    //! came before, or is far behind, adds nothing.
    ReportTaken add(const MemberKey &from, const protocol::DelayReport &report, protocol::Technique current);

    [[nodiscard]] TechniqueDelays of(protocol::Technique technique) const;
    //! The figures of a member; \a current as in add(). Empty for a member that has not reported.
    [[nodiscard]] MemberDelays member(const MemberKey &key, protocol::Technique current) const;

    //! Forgets the members for which \a isGone(key) is true; the technique's totals keep what they reported.
    template <typename Predicate>
    void dropIf(Predicate isGone)
    {
        m_members.removeIf([&isGone](typename QHash<MemberKey, Member>::iterator it) { return isGone(it.key()); });
    }
    [[nodiscard]] qsizetype memberCount() const { return m_members.size(); }

    //! Appends `,"delay":{"n":…,"p50":…,"p95":…,"p99":…,"max":…,"setAside":…},"keypressDelay":{…}` to an object; ms, null where
    //! there are no samples.
    void appendJson(QByteArray &json, protocol::Technique technique) const;
    //! Summaries in Prometheus' text format, in seconds.
    void appendPrometheus(QByteArray &text) const;

private:
    struct Total
    {
        protocol::DelayHistogram delivery;
        protocol::DelayHistogram keypress;
        qint64 setAside = 0;
    };
    struct Member
    {
        SparseHistogram delivery; //!< of the technique below
        protocol::Technique technique = protocol::Technique::Polling;
        qint64 lastNumber = 0;
        quint64 seenBefore = 0; //!< bit i: the report with number lastNumber - 1 - i has come, too
        MemberDelays figures; //!< as of the last report
    };

    [[nodiscard]] static ReportTaken noteNumber(Member &member, qint64 number);
    [[nodiscard]] ReportTaken noteMember(const MemberKey &from, const protocol::DelayReport &report, protocol::Technique current);

    std::array<Total, protocol::allTechniques.size()> m_totals;
    QHash<MemberKey, Member> m_members;
};

} // namespace pushlab::ledger
