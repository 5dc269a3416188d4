// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/fingerprint.h"

#include <QTest>

using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;

class TestFingerprint final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleCopy_data();
    void readsWhatPeopleCopy();
    void refuses_data();
    void refuses();
};

namespace {

const QString plain = u"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1eff"_s;

} // namespace

void TestFingerprint::readsWhatPeopleCopy_data()
{
    QTest::addColumn<QString>("text");
    const QString shown = fingerprintText(QByteArray::fromHex(plain.toLatin1()));
    QTest::newRow("as it is shown") << shown;
    QTest::newRow("bare") << plain;
    QTest::newRow("upper case") << plain.toUpper();
    QTest::newRow("in two lines") << QString(shown).replace(47, 1, u"\n"_s);
    QTest::newRow("blanks around") << QString(u"  "_s + shown + u' ');
}

void TestFingerprint::readsWhatPeopleCopy()
{
    QFETCH(QString, text);
    const auto fingerprint = fingerprintFromText(text);
    QVERIFY(fingerprint);
    QCOMPARE(fingerprint->size(), fingerprintBytes);
    QCOMPARE(fingerprint->toHex(), plain.toLatin1());
    QVERIFY(fingerprintText(*fingerprint).startsWith(u"00:01:02:"));
    QVERIFY(fingerprintText(*fingerprint).endsWith(u":1E:FF"));
}

void TestFingerprint::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("too short") << plain.chopped(2);
    QTest::newRow("too long") << QString(plain + u"00"_s);
    QTest::newRow("no digit") << QString(plain.chopped(1) + u'g');
    QTest::newRow("digit of another script") << QString(plain.chopped(1) + QChar(0xff11));
    QTest::newRow("other separator") << QString(plain).replace(2, 1, u"-"_s);
}

void TestFingerprint::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!fingerprintFromText(text));
}

QTEST_GUILESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
