// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"
#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

using protocol::Technique;
using session::ChatClient;

namespace {

const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";

} // namespace

//! What the native client counts as its payload is what the host has counted for it.
class TestOwnPayload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheHosts_data();
    void isTheHosts();
};

void TestOwnPayload::isTheHosts_data()
{
    QTest::addColumn<Technique>("technique");
    for (const Technique technique : protocol::allTechniques)
        QTest::newRow(protocol::techniqueName(technique).data()) << technique;
}

void TestOwnPayload::isTheHosts()
{
    QFETCH(const Technique, technique);
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    options.settings.techniques = {protocol::allTechniques.begin(), protocol::allTechniques.end()};
    TestHost host(options);
    QVERIFY(host.append("there before") > 0);
    session::ClientOptions own;
    own.host = QUrl(u"http://127.0.0.1:%1"_s.arg(host.port()));
    own.name = u"李明"_s;
    own.technique = technique;
    own.pollInterval = 200ms;
    own.hold = 500ms;
    ChatClient client(own);
    client.start();
    QTRY_VERIFY(client.cursor() == 1);
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(!client.send(u"早上好 %1"_s.arg(i)).isEmpty());
        QTRY_COMPARE(client.unsent(), 0);
    }
    QTRY_COMPARE(client.cursor(), 4);
    const auto counted = [&host, technique](const QString &way) -> qint64 {
        const QString used = QString::fromLatin1(protocol::techniqueName(technique));
        for (const QJsonValue member : host.get("/api/stats?members=1", key).json()[u"members"_s].toArray()) {
            const QJsonValue bytes = member[u"techniques"_s][used][way];
            if (member[u"name"_s].toString() == u"李明"_s)
                return bytes[u"payload"_s].toInteger() + bytes[u"history"_s].toInteger();
        }
        return -1;
    };
    // Between two of its requests both have counted the same answers.
    QTRY_VERIFY(client.counters(technique).payloadDown == counted(u"down"_s));
    QCOMPARE(client.counters(technique).payloadUp, counted(u"up"_s));
    QVERIFY(client.counters(technique).payloadUp > 3 * u"早上好 1"_s.toUtf8().size());
    QVERIFY(client.counters(technique).payloadDown > client.counters(technique).payloadUp);
    client.stop();
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestOwnPayload)
#include "tst_ownpayload.moc"
