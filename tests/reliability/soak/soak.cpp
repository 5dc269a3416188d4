// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/soak/soak.h"

#include "tests/reliability/soak/logreader.h"

#include <QEventLoop>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 mostBytes = 60'000; // of a connection, before it is reset
constexpr StallPace stallPace{40s, 10s}; // up to 20 s: longer than a client waits for an answer
constexpr std::chrono::milliseconds settling = 5min; // or half of a shorter soak
constexpr std::chrono::milliseconds sampleEvery = 2s;
constexpr std::chrono::milliseconds mostPerLine = 1min;
constexpr std::chrono::milliseconds mostArriving = 10s; // until all members are there, or a quarter of a shorter soak
constexpr double messagesPerSpeech = 1.5; // bursts counted in
constexpr std::chrono::milliseconds patienceWithAll = 1min; // at the end
constexpr std::chrono::milliseconds patience = 6min; // with groups, on a busy machine
constexpr size_t groupSize = 25;

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

double seconds(std::chrono::milliseconds time)
{
    return double(time.count()) / 1000;
}

QString megabytes(qint64 kb)
{
    return QString::number(double(kb) / 1000, 'f', 1);
}

} // namespace

Soak::Soak(const SoakOptions &options)
    : m_options(options)
    , m_random(options.seed)
    , m_host(options.program, freeFixedPort(), options.inMemory ? QString() : m_folder.filePath(u"soak.sqlite"_s))
    , m_resetting(m_host.port(), m_random.generate(), mostBytes)
    , m_stalling(m_host.port(), m_random.generate(), stallPace)
    , m_teacher(m_host,
                {[this] { return m_book.some(m_random.generate()); },
                 [this] { return m_members.at(m_random.bounded(quint32(m_members.size())))->id(); }},
                m_random.generate())
    , m_memory(std::min<std::chrono::milliseconds>(settling, options.duration / 2), options.mayGrow)
{
    QObject::connect(&m_sampling, &QTimer::timeout, &m_sampling, [this] { sample(); });
}

Soak::~Soak() = default;

Soak::Verdict Soak::run()
{
    if (!m_host.start())
        return Verdict::NotStarted;
    m_clock.start();
    populate();
    m_teacher.start();
    m_sampling.start(std::min(sampleEvery, m_options.duration / 10));
    spend(m_options.duration);
    m_sampling.stop();
    sample();
    if (!m_memory.isFlat())
        complain(u"The host's memory is not flat."_s);
    for (int i = 0; i < m_options.restarts; ++i)
        restart(i % 2 == 0);
    if (settle())
        audit();
    judge();
    if (m_host.isRunning() && !m_host.terminate())
        complain(u"The host does not end as it should."_s);
    report(metrics());
    return m_complaints == 0 ? Verdict::Good : Verdict::Faulty;
}

//! Half of the members connect through resetting proxies, a quarter through stalling ones.
void Soak::populate()
{
    const QUrl direct(u"http://127.0.0.1:%1"_s.arg(m_host.port()));
    const auto sends = std::chrono::round<std::chrono::milliseconds>(m_options.members * messagesPerSpeech / m_options.rate * 1s);
    const auto arriving = std::min<std::chrono::milliseconds>(mostArriving, m_options.duration / 4);
    for (int i = 0; i < m_options.members; ++i) {
        // A log that does not fit into one answer before the reset would never reach a new member.
        const bool isReset = i % 4 < 2;
        const QUrl url = isReset ? m_resetting.url() : i % 4 == 2 ? m_stalling.url() : direct;
        const SoakHabits habits{sends, 30s, 120s, 8s, !isReset};
        m_members.push_back(std::make_unique<SoakMember>(url, i, m_random.generate(), habits, m_book));
        QTimer::singleShot(arriving * i / m_options.members, m_members.back().get(), &SoakMember::start);
    }
}

void Soak::spend(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

void Soak::sample()
{
    const std::chrono::milliseconds elapsed(m_clock.elapsed());
    const qint64 kb = m_host.memoryKb();
    m_memory.add(elapsed, kb);
    if (elapsed < m_nextLine)
        return;
    m_nextLine = elapsed + std::min(mostPerLine, m_options.duration / 6);
    const SoakMetrics now = metrics();
    say(u"%1 s: RSS %2 MB, %3 sent, %4 delivered, %5 switches, %6 resets, %7 stalls, %8 reconnects"_s
            .arg(seconds(elapsed), 0, 'f', 0)
            .arg(megabytes(kb))
            .arg(now.sent)
            .arg(now.delivered)
            .arg(now.switches)
            .arg(m_resetting.resets())
            .arg(m_stalling.stalls())
            .arg(now.reconnects));
}

//! Restarts the host while members go on. \a hard: by SIGKILL.
void Soak::restart(bool hard)
{
    if (!m_host.isRunning())
        complain(u"The host has ended by itself."_s);
    else if (hard)
        m_host.kill();
    else if (!m_host.terminate())
        complain(u"The host does not end as it should."_s);
    spend(std::chrono::milliseconds(m_random.bounded(3000)));
    if (!m_host.start())
        complain(u"The host does not start again."_s);
    spend(5s + std::chrono::milliseconds(m_random.bounded(10'000)));
    say(u"host %1, started again: RSS %2 MB, %3 sent"_s.arg(hard ? u"killed"_s : u"ended"_s, megabytes(m_host.memoryKb()))
            .arg(metrics().sent));
}

//! Waits until every member has everything; returns whether they do. On a slow machine, members are connected in groups.
bool Soak::settle()
{
    if (!m_teacher.stop())
        complain(u"The host does not take what the teacher orders."_s);
    m_resetting.stopResetting();
    m_stalling.stopStalling();
    std::vector<SoakMember *> all;
    for (const auto &member : m_members) {
        member->fallSilent();
        all.push_back(member.get());
    }
    const auto hasSent = [](const SoakMember *member) { return member->hasSentAll(); };
    const auto hasRead = [this](const SoakMember *member) { return member->hasReadTo(m_book.last()); };
    const auto hasBoth = [&](const SoakMember *member) { return hasSent(member) && hasRead(member); };
    if (!waitFor(all, hasBoth, QDeadlineTimer(patienceWithAll))) {
        for (SoakMember *member : all)
            member->rest();
        const QDeadlineTimer deadline(patience);
        bringInGroups(all, hasSent, deadline); // which adds to what there is to read
        bringInGroups(all, hasRead, deadline);
    }
    const auto behind = all.size() - size_t(std::count_if(all.cbegin(), all.cend(), hasBoth));
    if (behind == 0)
        return true;
    const auto one = std::find_if_not(all.cbegin(), all.cend(), hasBoth);
    complain(u"%1 members are behind. One of them, of %2: "_s.arg(behind).arg(m_book.last()) + (*one)->condition());
    return false;
}

bool Soak::waitFor(const std::vector<SoakMember *> &members, const Condition &isDone, const QDeadlineTimer &deadline)
{
    while (!std::all_of(members.cbegin(), members.cend(), isDone)) {
        if (deadline.hasExpired() || !m_host.isRunning())
            return false;
        spend(200ms);
    }
    return true;
}

void Soak::bringInGroups(std::vector<SoakMember *> members, const Condition &isDone, const QDeadlineTimer &deadline)
{
    std::erase_if(members, isDone);
    for (size_t begin = 0; begin < members.size(); begin += groupSize) {
        const auto first = members.cbegin() + qsizetype(begin);
        const std::vector<SoakMember *> group(first, first + qsizetype(std::min(groupSize, members.size() - begin)));
        for (SoakMember *member : group)
            member->comeBack();
        waitFor(group, isDone, deadline);
        for (SoakMember *member : group)
            member->rest();
    }
}

void Soak::audit()
{
    const std::optional<QList<protocol::Entry>> log = readLog(QUrl(u"http://127.0.0.1:%1"_s.arg(m_host.port())));
    if (!log) {
        complain(u"The host does not show its log."_s);
        return;
    }
    m_book.audit(*log, m_teacher.withdrawn());
    if (const qint64 sent = metrics().sent; m_book.written() != sent)
        complain(u"The log has %1 messages of members, %2 were sent."_s.arg(m_book.written()).arg(sent));
    if (m_book.notWithdrawn() > 0)
        complain(u"%1 messages have their text still, though it was withdrawn."_s.arg(m_book.notWithdrawn()));
    auditControls(*log);
}

//! Each order that the host has taken is in the log.
void Soak::auditControls(const QList<protocol::Entry> &log)
{
    for (const QString &kind : {u"race"_s, u"question"_s, u"withdraw"_s, u"mark"_s}) {
        const auto found = std::count_if(log.cbegin(), log.cend(), [&kind](const protocol::Entry &entry) {
            const auto *const control = std::get_if<protocol::ControlEntry>(&entry);
            return control && (control->kind() == kind || (kind == u"question" && control->kind() == u"result"));
        });
        if (found < m_teacher.taken(kind))
            complain(
                u"The log has %1 entries of the kind %2, %3 orders were taken."_s.arg(found).arg(kind).arg(m_teacher.taken(kind)));
    }
}

void Soak::judge()
{
    if (!m_host.isRunning())
        complain(u"The host has ended by itself."_s);
    const SoakMetrics total = metrics();
    if (total.lost + m_book.lost() + total.repeated + m_book.repeated() + m_book.wrong() + total.refused > 0)
        complain(u"Messages are lost, repeated, wrong or refused."_s);
    if (!m_teacher.refused().isEmpty())
        complain(u"The host refuses what the teacher orders: %1"_s.arg(m_teacher.refused().join(u", "_s)));
    if ((m_teacher.taken(u"race"_s) > 0 && total.races == 0) || (m_teacher.taken(u"question"_s) > 0 && total.guesses == 0))
        complain(u"Nobody has raced, or nobody guessed."_s);
    if (total.sent == 0 || total.switches == 0 || total.controls == 0 || m_resetting.resets() == 0 || m_stalling.stalls() == 0)
        complain(u"Too little happened for this to be a soak."_s);
}

void Soak::complain(const QString &what)
{
    ++m_complaints;
    say(what);
}

SoakMetrics Soak::metrics() const
{
    SoakMetrics total;
    for (const auto &member : m_members)
        total += member->metrics();
    return total;
}

void Soak::report(const SoakMetrics &total) const
{
    say(u"%1: %2 s, %3 members, seed %4: %5 sent, %6 delivered, %7 lost, %8 repeated, %9 wrong, "_s
            .arg(m_complaints == 0 ? u"ok"_s : u"FAILED"_s)
            .arg(seconds(m_options.duration))
            .arg(m_options.members)
            .arg(m_options.seed)
            .arg(total.sent)
            .arg(total.delivered)
            .arg(total.lost + m_book.lost())
            .arg(total.repeated + m_book.repeated())
            .arg(m_book.wrong())
        + u"%1 refused; %2 switches, %3 resets, %4 stalls, %5 reconnects, %6 returns, %7 newcomers, %8 restarts; "_s
              .arg(total.refused)
              .arg(total.switches)
              .arg(m_resetting.resets())
              .arg(m_stalling.stalls())
              .arg(total.reconnects)
              .arg(total.returns)
              .arg(total.newcomers)
              .arg(m_options.restarts)
        + u"%1 control entries received, %2 receipts in %3 races, %4 guesses, %5 messages withdrawn, %6 steps of lessons; "_s
              .arg(total.controls)
              .arg(total.races)
              .arg(m_teacher.taken(u"race"_s))
              .arg(total.guesses)
              .arg(m_teacher.withdrawn().size())
              .arg(m_teacher.taken(u"lesson"_s))
        + u"RSS %1 MB when settled, %2 at most, %3 at the end"_s.arg(megabytes(m_memory.settled()), megabytes(m_memory.most()),
                                                                     megabytes(m_memory.last())));
}

} // namespace pushlab::tests
