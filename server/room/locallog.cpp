// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/locallog.h"

#include "server/protocol/entrycodec.h"
#include "server/protocol/withdrawal.h"

#include <QHash>

#include <algorithm>
#include <deque>
#include <utility>

namespace pushlab::room {

namespace {

// Trimming the storage entry by entry would double its work; the surplus that it keeps is bounded by this.
constexpr qint64 entriesATrim = 1000;
constexpr qsizetype bytesATrim = 4 * 1024 * 1024;

//! The approximate memory of an entry while it waits.
qsizetype weightOf(const protocol::Entry &entry)
{
    if (const auto *const message = std::get_if<protocol::Message>(&entry))
        return qsizetype(sizeof entry) + 2 * (message->text.size() + message->from.size());
    return qsizetype(sizeof entry) + 2 * protocol::controlJson(std::get<protocol::ControlEntry>(entry)).size();
}

} // namespace

//! The log of one room.
class LocalLog::Log final : public OpenLog
{
public:
    Log(LocalLog &store, StoredRoom room, Listener &listener);
    ~Log() override;

    void append(protocol::Entry &&entry, const QByteArray &key, Receipt &receipt) override;
    [[nodiscard]] bool hasPending() const override { return !m_pending.empty(); }
    void forget() override { storage().forget(m_name); }
    [[nodiscard]] QueueCursors takeCursors() override { return std::exchange(m_queues, {}); }
    void setCursor(const QString &user, qint64 cursor) override { storage().setQueue(m_name, user, cursor); }
    void closeCursor(const QString &user) override { storage().closeQueue(m_name, user); }

    [[nodiscard]] const LogName &name() const { return m_name; }
    void commit(qint64 upTo);
    void beginAnew();
    void clear();
    void dropOldest();

private:
    //! A numbered entry that is not committed yet.
    struct Pending
    {
        protocol::Entry entry;
        QByteArray key;
        qsizetype weight = 0;
        std::vector<std::unique_ptr<Receipt>> receipts;

        void await(Receipt &receipt)
        {
            if (std::unique_ptr<Receipt> committed = receipt.keep())
                receipts.push_back(std::move(committed));
        }
    };

    [[nodiscard]] Storage &storage() const { return *m_store.m_storage; }
    [[nodiscard]] qint64 lastNumber() const { return m_entries.next() + qint64(m_pending.size()); }
    [[nodiscard]] bool isKnown(const QByteArray &key, Receipt &receipt);
    void add(const protocol::Entry &entry, const QByteArray &key, qsizetype weight);
    void trimStorage();

    LocalLog &m_store;
    LogName m_name;
    QueueCursors m_queues; //!< until takeCursors() is called
    std::deque<Pending> m_pending; //!< numbered from m_entries.next() + 1 on
    QHash<QByteArray, qint64> m_pendingKeys;
    qint64 m_storedOldest; //!< the value of the last trim of the storage
    qsizetype m_addedBytes = 0; //!< bytes added since that trim
};

LocalLog::Log::Log(LocalLog &store, StoredRoom room, Listener &listener)
    : OpenLog(std::move(room.log), listener)
    , m_store(store)
    , m_name{std::move(room.name), m_entries.epoch()}
    , m_queues(std::move(room.queues))
    , m_storedOldest(m_entries.oldest())
{
    m_store.m_logs.insert_or_assign(m_name.room, this);
    m_store.addLogBytes(m_entries.bytes());
}

LocalLog::Log::~Log()
{
    m_store.m_logs.erase(m_name.room);
    m_store.m_logBytes -= m_entries.bytes();
    for (const Pending &pending : m_pending)
        m_store.m_pendingBytes -= pending.weight;
}

void LocalLog::Log::append(protocol::Entry &&entry, const QByteArray &key, Receipt &receipt)
{
    if (!key.isEmpty() && isKnown(key, receipt))
        return;
    const qsizetype weight = weightOf(entry);
    if (m_store.m_pendingBytes + weight > protocol::maxPendingBytes) { // a slow disk must not fill the memory
        receipt.onRefused(Refusal::TooMuchPending);
        return;
    }
    std::visit(
        [seq = lastNumber() + 1, now = m_store.m_clock.wall()](auto &given) {
            given.seq = seq;
            given.accepted = now;
        },
        entry);
    if (storage().append(m_name, entry, key)) {
        add(entry, key, weight);
        trimStorage();
        receipt.onCommitted(m_entries.next());
        return;
    }
    m_store.m_pendingBytes += weight;
    if (!key.isEmpty())
        m_pendingKeys.insert(key, lastNumber() + 1);
    m_pending.push_back({std::move(entry), key, weight, {}});
    m_pending.back().await(receipt);
}

bool LocalLog::Log::isKnown(const QByteArray &key, Receipt &receipt)
{
    if (const qint64 seq = m_entries.seqOf(key)) {
        receipt.onCommitted(seq);
        return true;
    }
    const qint64 pending = m_pendingKeys.value(key, 0);
    if (pending != 0)
        m_pending[size_t(pending - m_entries.next() - 1)].await(receipt);
    return pending != 0;
}

//! Adds \a entry, whose number is set.
void LocalLog::Log::add(const protocol::Entry &entry, const QByteArray &key, qsizetype weight)
{
    const qsizetype before = m_entries.bytes();
    if (const qint64 withdrawn = protocol::withdrawnBy(entry); withdrawn != 0 && m_entries.withdraw(withdrawn))
        m_listener.onWithdrawn(withdrawn);
    m_entries.append(protocol::encodeEntry(entry), key);
    m_addedBytes += weight;
    m_store.addLogBytes(m_entries.bytes() - before);
    m_listener.onAppended(protocol::isControl(entry) ? 0 : 1);
}

void LocalLog::Log::commit(qint64 upTo)
{
    while (!m_pending.empty() && m_entries.next() < upTo) {
        const Pending committed = std::move(m_pending.front());
        m_pending.pop_front();
        m_pendingKeys.remove(committed.key);
        m_store.m_pendingBytes -= committed.weight;
        add(committed.entry, committed.key, committed.weight);
        for (const auto &receipt : committed.receipts)
            receipt->onCommitted(m_entries.next());
    }
    trimStorage();
}

//! Continues in memory, under a new epoch, after the storage has failed.
void LocalLog::Log::beginAnew()
{
    m_name.epoch = generateEpoch();
    m_entries.changeEpoch(m_name.epoch);
    m_listener.onEpochChanged();
    commit(lastNumber());
}

//! The storage knows no log any more. What it has not said to be committed may be in what was put aside as well.
void LocalLog::Log::clear()
{
    m_store.m_logBytes -= m_entries.bytes();
    m_name.epoch = generateEpoch();
    m_entries.clear(m_name.epoch);
    m_store.m_logBytes += m_entries.bytes();
    m_storedOldest = m_entries.oldest();
    m_addedBytes = 0;
    storage().open(m_name);
    m_pendingKeys.clear();
    qint64 seq = 0;
    for (Pending &pending : m_pending) {
        if (protocol::withdrawnBy(pending.entry) != 0) // of the former log, where it was not carried out
            pending.entry = protocol::withdrawalOf(0);
        std::visit([number = ++seq](auto &given) { given.seq = number; }, pending.entry);
        if (!pending.key.isEmpty())
            m_pendingKeys.insert(pending.key, seq);
        (void)storage().append(m_name, pending.entry, pending.key); // later, as it was before
    }
    m_listener.onEpochChanged();
}

void LocalLog::Log::dropOldest()
{
    m_entries.dropOldest();
    trimStorage();
}

void LocalLog::Log::trimStorage()
{
    const qint64 needless = m_entries.oldest() - m_storedOldest;
    if (needless == 0)
        m_addedBytes = 0; // what is trimmed weighs about as much as what was added since the first of it
    if (needless == 0 || (needless < entriesATrim && m_addedBytes < bytesATrim))
        return;
    // The newest entry stays, because the storage takes the next number from it.
    storage().trim(m_name, std::min(m_entries.oldest(), m_entries.next()));
    m_storedOldest = m_entries.oldest();
    m_addedBytes = 0;
}

LocalLog::LocalLog(const base::Clock &clock, Storage &storage, std::vector<StoredRoom> stored, qsizetype maxLogBytes)
    : m_clock(clock), m_storage(&storage), m_maxLogBytes(maxLogBytes)
{
    m_storage->setListener(this);
    for (StoredRoom &room : stored) {
        const QString name = room.name;
        m_stored.emplace(name, std::move(room));
    }
}

LocalLog::~LocalLog()
{
    Q_ASSERT(m_logs.empty());
    m_storage->setListener(nullptr);
}

QStringList LocalLog::storedRooms() const
{
    QStringList names;
    for (const auto &[name, room] : m_stored)
        names.append(name);
    return names;
}

std::unique_ptr<OpenLog> LocalLog::open(const QString &room, OpenLog::Listener &listener)
{
    Q_ASSERT(!m_logs.contains(room));
    if (auto stored = m_stored.extract(room))
        return std::make_unique<Log>(*this, std::move(stored.mapped()), listener);
    auto log = std::make_unique<Log>(*this, StoredRoom{room, newRoomLog(), {}}, listener);
    m_storage->open(log->name());
    return log;
}

QStringList LocalLog::openRooms() const
{
    QStringList names;
    for (const auto &[name, log] : m_logs)
        names.append(name);
    return names;
}

void LocalLog::clear()
{
    m_storage->clear();
    for (const QString &room : openRooms()) { // who is told something may open a room
        if (const auto found = m_logs.find(room); found != m_logs.end())
            found->second->clear();
    }
}

void LocalLog::onCommitted(const LogName &log, qint64 seq)
{
    const auto found = m_logs.find(log.room);
    if (found != m_logs.end() && found->second->name().epoch == log.epoch) // else it was of a log that was cleared
        found->second->commit(seq);
}

void LocalLog::onStorageFailed(const QString &error)
{
    std::exchange(m_storage, &m_memory)->setListener(nullptr);
    for (const QString &room : openRooms()) { // a copy: a listener may open a room
        if (const auto found = m_logs.find(room); found != m_logs.end())
            found->second->beginAnew();
    }
    if (m_listener)
        m_listener->onStoreFailed(error);
}

void LocalLog::addLogBytes(qsizetype bytes)
{
    m_logBytes += bytes;
    while (m_logBytes > m_maxLogBytes) {
        const auto largest = std::max_element(m_logs.begin(), m_logs.end(), [](const auto &a, const auto &b) {
            return a.second->entries().bytes() < b.second->entries().bytes();
        });
        Log &log = *largest->second;
        const qsizetype before = log.entries().bytes();
        log.dropOldest();
        m_logBytes += log.entries().bytes() - before;
    }
}

} // namespace pushlab::room
