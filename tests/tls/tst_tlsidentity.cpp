// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/tls/selfsigned.h"
#include "server/tls/tlsidentity.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace pushlab::tls;
using namespace Qt::Literals::StringLiterals;
using Kind = TlsFault::Kind;

namespace {

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    const QByteArray content(data, size);
    BIO_free(bio);
    return content;
}

EVP_PKEY *keyOf(const QByteArray &pem)
{
    BIO *const bio = BIO_new_mem_buf(pem.constData(), int(pem.size()));
    EVP_PKEY *const key = PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    return key;
}

QByteArray encrypted(const QByteArray &pem)
{
    EVP_PKEY *const key = keyOf(pem);
    BIO *const bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PKCS8PrivateKey(bio, key, EVP_aes_256_cbc(), "secret", 6, nullptr, nullptr);
    EVP_PKEY_free(key);
    return contentOf(bio);
}

//! The identity's certificate with other times of validity, in seconds from now.
QByteArray dated(const TlsIdentity &identity, long from, long to)
{
    BIO *const in = BIO_new_mem_buf(identity.chain.constData(), int(identity.chain.size()));
    X509 *const certificate = PEM_read_bio_X509(in, nullptr, nullptr, nullptr);
    BIO_free(in);
    EVP_PKEY *const key = keyOf(identity.key);
    X509_gmtime_adj(X509_getm_notBefore(certificate), from);
    X509_gmtime_adj(X509_getm_notAfter(certificate), to);
    X509_sign(certificate, key, EVP_sha256());
    EVP_PKEY_free(key);
    BIO *const out = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(out, certificate);
    X509_free(certificate);
    return contentOf(out);
}

TlsIdentity shortOne()
{
    EVP_PKEY *const key = EVP_RSA_gen(1024);
    X509 *const certificate = X509_new();
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_sign(certificate, key, EVP_sha256());
    BIO *const chain = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(chain, certificate);
    BIO *const secret = BIO_new(BIO_s_mem());
    PEM_write_bio_PKCS8PrivateKey(secret, key, nullptr, nullptr, 0, nullptr, nullptr);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return {contentOf(chain), contentOf(secret), {}, {}};
}

QByteArray middleCut(const QByteArray &pem)
{
    return QByteArray(pem).remove(pem.size() / 2, 40);
}

} // namespace

class TestTlsIdentity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsItsOwn();
    void selfSignedHoldsWhatItSays();
    void boundsTheNames();
    void failures_data();
    void failures();
    void warns_data();
    void warns();
    void loadsFiles();
    void filesThatFail_data();
    void filesThatFail();

private:
    TlsIdentity m_own;
    TlsIdentity m_other;
};

void TestTlsIdentity::initTestCase()
{
    const HostNames names{{u"teacher"_s, u"localhost"_s}, {QHostAddress(u"192.168.1.20"_s), QHostAddress(u"fd00::20"_s)}};
    const auto own = makeSelfSigned(names);
    const auto other = makeSelfSigned(names);
    QVERIFY(own && other);
    m_own = *own;
    m_other = *other;
    QVERIFY(m_own.fingerprint != m_other.fingerprint);
}

void TestTlsIdentity::readsItsOwn()
{
    const auto read = readTlsIdentity({u"c"_s, m_own.chain}, {u"k"_s, m_own.key});
    const auto *const identity = std::get_if<TlsIdentity>(&read);
    QVERIFY(identity);
    QCOMPARE(identity->fingerprint, m_own.fingerprint);
    QVERIFY(!identity->warning);
}

void TestTlsIdentity::selfSignedHoldsWhatItSays()
{
    const QSslCertificate certificate(m_own.chain, QSsl::Pem);
    QVERIFY(!certificate.isNull());
    QCOMPARE(certificate.digest(QCryptographicHash::Sha256), m_own.fingerprint);
    QVERIFY(certificate.isSelfSigned());
    const auto names = certificate.subjectAlternativeNames();
    QVERIFY(names.contains(QSsl::DnsEntry, u"teacher"_s));
    QVERIFY(names.contains(QSsl::DnsEntry, u"localhost"_s));
    QVERIFY(names.contains(QSsl::IpAddressEntry, u"192.168.1.20"_s));
    QCOMPARE(names.count(), 4);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(certificate.effectiveDate() < now);
    QVERIFY(certificate.expiryDate() > now.addDays(360));
    QVERIFY(certificate.expiryDate() < now.addDays(366));
    QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
    QCOMPARE(certificate.publicKey().length(), 256);
    QVERIFY(!certificate.serialNumber().isEmpty());
    QCOMPARE(certifiedNames(m_own).addresses, QList<QHostAddress>({QHostAddress(u"192.168.1.20"_s), QHostAddress(u"fd00::20"_s)}));
    QVERIFY(remainingLife(m_own) > std::chrono::hours(24 * 360));
}

void TestTlsIdentity::boundsTheNames()
{
    HostNames names{{u"x"_s}, {}};
    for (quint32 i = 0; i < 500; ++i)
        names.addresses.append(QHostAddress(0x0a000000 + i));
    const auto identity = makeSelfSigned(names);
    QVERIFY(identity);
    QCOMPARE(certifiedNames(*identity).addresses.size(), maxCertifiedNames);
}

void TestTlsIdentity::failures_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<TlsFault>("fault");
    const QByteArray der = QSslCertificate(m_own.chain, QSsl::Pem).toDer();
    const TlsIdentity tooShort = shortOne();
    QTest::newRow("empty certificate") << QByteArray() << m_own.key << TlsFault{Kind::NoCertificate, u"cert.pem"_s, {}};
    QTest::newRow("DER") << der << m_own.key << TlsFault{Kind::NoCertificate, u"cert.pem"_s, {}};
    QTest::newRow("words") << QByteArray("hello\n") << m_own.key << TlsFault{Kind::NoCertificate, u"cert.pem"_s, {}};
    QTest::newRow("a key for a certificate") << m_own.key << m_own.key << TlsFault{Kind::NoCertificate, u"cert.pem"_s, {}};
    QTest::newRow("damaged certificate") << middleCut(m_own.chain) << m_own.key
                                         << TlsFault{Kind::DamagedCertificate, u"cert.pem"_s, {}};
    QTest::newRow("cut certificate") << m_own.chain.first(m_own.chain.size() / 2) << m_own.key
                                     << TlsFault{Kind::DamagedCertificate, u"cert.pem"_s, {}};
    QTest::newRow("empty key") << m_own.chain << QByteArray() << TlsFault{Kind::NoKey, u"key.pem"_s, {}};
    QTest::newRow("a certificate for a key") << m_own.chain << m_own.chain << TlsFault{Kind::NoKey, u"key.pem"_s, {}};
    QTest::newRow("damaged key") << m_own.chain << middleCut(m_own.key) << TlsFault{Kind::DamagedKey, u"key.pem"_s, {}};
    QTest::newRow("encrypted key") << m_own.chain << encrypted(m_own.key) << TlsFault{Kind::EncryptedKey, u"key.pem"_s, {}};
    QTest::newRow("key of another") << m_own.chain << m_other.key << TlsFault{Kind::ForeignKey, u"key.pem"_s, u"cert.pem"_s};
    QTest::newRow("short key") << tooShort.chain << tooShort.key << TlsFault{Kind::ShortKey, u"key.pem"_s, {}};
}

void TestTlsIdentity::failures()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(TlsFault, fault);
    const auto read = readTlsIdentity({u"cert.pem"_s, certificate}, {u"key.pem"_s, key});
    const auto *const found = std::get_if<TlsFault>(&read);
    QVERIFY(found);
    QCOMPARE(*found, fault);
}

void TestTlsIdentity::warns_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<std::optional<TlsWarning>>("warning");
    using Warning = std::optional<TlsWarning>;
    QTest::newRow("expired") << -7200 << -3600 << Warning(TlsWarning{TlsWarning::Kind::Expired, {}});
    QTest::newRow("not yet valid") << 3600 << 7200 << Warning(TlsWarning{TlsWarning::Kind::NotYetValid, {}});
    QTest::newRow("valid") << -3600 << 3600 << Warning();
}

void TestTlsIdentity::warns()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(std::optional<TlsWarning>, warning);
    const auto read = readTlsIdentity({u"c"_s, dated(m_own, from, to)}, {u"k"_s, m_own.key});
    QVERIFY(std::holds_alternative<TlsIdentity>(read));
    QVERIFY(std::get<TlsIdentity>(read).warning == warning);
}

void TestTlsIdentity::loadsFiles()
{
    const QTemporaryDir directory;
    const auto write = [&directory](const QString &name, const QByteArray &bytes) {
        QFile file(directory.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(write(u"both.pem"_s, m_own.key + m_own.chain) && write(u"cert.pem"_s, m_own.chain) && write(u"key.pem"_s, m_own.key));
    QVERIFY(
        std::holds_alternative<TlsIdentity>(loadTlsIdentity(directory.filePath(u"both.pem"_s), directory.filePath(u"both.pem"_s))));
    QVERIFY(std::holds_alternative<TlsIdentity>(loadTlsIdentity(directory.filePath(u"cert.pem"_s), directory.filePath(u"key.pem"_s))));
    const auto noKey = loadTlsIdentity(directory.filePath(u"cert.pem"_s), directory.filePath(u"cert.pem"_s));
    QCOMPARE(std::get<TlsFault>(noKey).kind, Kind::NoKey);
}

void TestTlsIdentity::filesThatFail_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("none") << u"/nonexistent/cert.pem"_s << Kind::CannotRead;
    QTest::newRow("no name") << QString() << Kind::NoName;
    QTest::newRow("folder") << u"/tmp"_s << Kind::CannotRead;
    QTest::newRow("endless") << u"/dev/zero"_s << Kind::TooLarge;
}

void TestTlsIdentity::filesThatFail()
{
    QFETCH(QString, name);
    QFETCH(Kind, kind);
    const auto loaded = loadTlsIdentity(name, name);
    const auto *const fault = std::get_if<TlsFault>(&loaded);
    QVERIFY(fault);
    QCOMPARE(fault->kind, kind);
    QCOMPARE(fault->file, name);
    QCOMPARE(fault->detail.isEmpty(), kind != Kind::CannotRead);
}

QTEST_GUILESS_MAIN(TestTlsIdentity)
#include "tst_tlsidentity.moc"
