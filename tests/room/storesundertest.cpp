// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/room/storesundertest.h"

#include "server/room/locallog.h"
#include "server/room/memorystorage.h"
#include "server/storage/storagethread.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

namespace pushlab::tests {

namespace {

class MemoryUnderTest final : public StoreUnderTest
{
public:
    room::LogStore &start(const base::Clock &clock, qsizetype maxLogBytes) override
    {
        return m_log.emplace(clock, m_storage, std::vector<room::StoredRoom>(), maxLogBytes);
    }
    void stop() override { m_log.reset(); }

private:
    room::MemoryStorage m_storage;
    std::optional<room::LocalLog> m_log;
};

class SqliteUnderTest final : public StoreUnderTest
{
public:
    room::LogStore &start(const base::Clock &clock, qsizetype maxLogBytes) override
    {
        std::optional<storage::Loaded> loaded;
        m_storage = std::make_unique<storage::StorageThread>(
            storage::DatabaseOptions{m_folder.filePath(QStringLiteral("class.sqlite"))},
            [&loaded](storage::Loaded &&given) { loaded = std::move(given); });
        if (!QTest::qWaitFor([&loaded] { return loaded.has_value(); }, 10'000))
            qFatal("the database is not loaded");
        if (const auto *const fault = std::get_if<storage::Fault>(&*loaded))
            qFatal("%s", qPrintable(fault->text));
        return m_log.emplace(clock, *m_storage, std::get<std::vector<room::StoredRoom>>(*std::move(loaded)), maxLogBytes);
    }
    void stop() override
    {
        m_log.reset();
        m_storage.reset();
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<storage::StorageThread> m_storage;
    std::optional<room::LocalLog> m_log;
};

template <typename Kind>
std::unique_ptr<StoreUnderTest> make()
{
    return std::make_unique<Kind>();
}

} // namespace

const std::vector<StoreKind> &storeKinds()
{
    static const std::vector<StoreKind> kinds{
        {"memory", &make<MemoryUnderTest>, false},
        {"SQLite", &make<SqliteUnderTest>, true},
    };
    return kinds;
}

} // namespace pushlab::tests
