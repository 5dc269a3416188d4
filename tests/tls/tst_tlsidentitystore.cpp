// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/tls/tlsidentitystore.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace pushlab::tls;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestTlsIdentityStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void staysTheSame();
    void oneOfAFastClockIsMadeAnew();
    void oneThatEndsSoonIsMadeAnew();
    void isItsOwnersAlone();
    void anotherAddressIsAdded();
    void ipv6AddressesComeAndGo();
    void damagedOneIsMadeAnew();
    void saysWhatFails();
    void namesThisMachine();

private:
    [[nodiscard]] TlsIdentity stored(const HostNames &names, SystemTime now = std::chrono::system_clock::now()) const
    {
        const auto result = storedTlsIdentity(folder(), names, now);
        return std::holds_alternative<TlsIdentity>(result) ? std::get<TlsIdentity>(result) : TlsIdentity();
    }
    [[nodiscard]] QString folder() const { return m_directory->filePath(u"a/b"_s); }
    [[nodiscard]] QString fileName() const { return QDir(folder()).filePath(u"selfsigned.pem"_s); }

    const HostNames m_home{{u"teacher"_s, u"localhost"_s}, {QHostAddress(u"192.168.1.20"_s), QHostAddress(u"fd00::20"_s)}};
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestTlsIdentityStore::staysTheSame()
{
    const TlsIdentity first = stored(m_home);
    QCOMPARE(first.fingerprint.size(), 32);
    const TlsIdentity second = stored(m_home);
    QCOMPARE(second.fingerprint, first.fingerprint);
    QVERIFY(!second.warning);
}

void TestTlsIdentityStore::oneOfAFastClockIsMadeAnew()
{
    const SystemTime now = std::chrono::system_clock::now();
    const QByteArray early = stored(m_home, now + 40 * 24h).fingerprint;
    QCOMPARE(stored(m_home, now + 40 * 24h).fingerprint, early);
    const TlsIdentity right = stored(m_home, now);
    QVERIFY(right.fingerprint != early);
    QVERIFY(right.warning == TlsWarning({TlsWarning::Kind::EarlyMadeAnew, {}}));
    QVERIFY(hasBegun(right, now));
    QVERIFY(remainingLife(right, now) > 363 * 24h);
    const TlsIdentity again = stored(m_home, now);
    QCOMPARE(again.fingerprint, right.fingerprint);
    QVERIFY(!again.warning);
    // Certificates begin one day before they are made, so a clock that is fast by less does no harm.
    const QByteArray hours = stored(m_home, now + 400 * 24h).fingerprint;
    QCOMPARE(stored(m_home, now + 399 * 24h + 1h).fingerprint, hours);
}

void TestTlsIdentityStore::oneThatEndsSoonIsMadeAnew()
{
    const SystemTime now = std::chrono::system_clock::now();
    const QByteArray first = stored(m_home, now).fingerprint;
    QCOMPARE(stored(m_home, now + 356 * 24h).fingerprint, first);
    QVERIFY(stored(m_home, now + 358 * 24h).fingerprint != first);
}

void TestTlsIdentityStore::isItsOwnersAlone()
{
    QVERIFY(!stored(m_home).key.isEmpty());
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(fileName()).permissions() & others));
    QVERIFY(QFile::setPermissions(fileName(), QFile::permissions(fileName()) | QFile::ReadOther));
    QVERIFY(!stored(m_home).key.isEmpty());
    QVERIFY(!(QFileInfo(fileName()).permissions() & others));
}

void TestTlsIdentityStore::anotherAddressIsAdded()
{
    const QByteArray home = stored(m_home).fingerprint;
    HostNames school = m_home;
    school.addresses = {QHostAddress(u"10.0.0.7"_s)};
    const TlsIdentity both = stored(school);
    QVERIFY(both.fingerprint != home);
    const HostNames certified = certifiedNames(both);
    QVERIFY(certified.addresses.contains(QHostAddress(u"10.0.0.7"_s)));
    QVERIFY(certified.addresses.contains(QHostAddress(u"192.168.1.20"_s)));
    // From now on neither place causes a new one.
    QCOMPARE(stored(m_home).fingerprint, both.fingerprint);
    QCOMPARE(stored(school).fingerprint, both.fingerprint);
}

void TestTlsIdentityStore::ipv6AddressesComeAndGo()
{
    const QByteArray first = stored(m_home).fingerprint;
    HostNames later = m_home;
    later.addresses.last() = QHostAddress(u"fd00::99"_s);
    QCOMPARE(stored(later).fingerprint, first);
}

void TestTlsIdentityStore::damagedOneIsMadeAnew()
{
    const QByteArray first = stored(m_home).fingerprint;
    QFile file(fileName());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("rubbish") == 7);
    file.close();
    const TlsIdentity second = stored(m_home);
    QVERIFY(second.fingerprint != first);
    QCOMPARE(second.fingerprint.size(), 32);
    QVERIFY(second.warning
            == TlsWarning({TlsWarning::Kind::UselessMadeAnew, TlsFault{TlsFault::Kind::NoCertificate, fileName(), {}}}));
    QCOMPARE(stored(m_home).fingerprint, second.fingerprint);
}

void TestTlsIdentityStore::saysWhatFails()
{
    const auto noFolder = storedTlsIdentity(u"/proc/none"_s, m_home);
    QVERIFY(std::get<TlsFault>(noFolder) == TlsFault({TlsFault::Kind::NoFolder, u"/proc/none"_s, {}}));
    QVERIFY(QDir().mkpath(fileName())); // a folder in the place of the file
    const auto noFile = storedTlsIdentity(folder(), m_home);
    QCOMPARE(std::get<TlsFault>(noFile).kind, TlsFault::Kind::NotKept);
    QCOMPARE(std::get<TlsFault>(noFile).file, fileName());
}

void TestTlsIdentityStore::namesThisMachine()
{
    const HostNames names = namesOfThisMachine();
    QVERIFY(names.names.contains(u"localhost"_s));
    QVERIFY(names.addresses.contains(QHostAddress(QHostAddress::LocalHost)));
    for (const QHostAddress &address : names.addresses)
        QVERIFY(address.scopeId().isEmpty());
}

QTEST_GUILESS_MAIN(TestTlsIdentityStore)
#include "tst_tlsidentitystore.moc"

#include <memory>
