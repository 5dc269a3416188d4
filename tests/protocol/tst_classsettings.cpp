// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/classsettings.h"

#include <QJsonDocument>
#include <QTest>

using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

ClassSettings every()
{
    ClassSettings settings{Technique::LongPolling, 2500ms, 30s, {150ms, 20ms, 64'000}};
    settings.setConditioner({10ms, 0ms, 0}, u"lab \"7\""_s);
    settings.setConditioner({0ms, 0ms, 1000}, u"课"_s);
    settings.isLocked = true;
    settings.techniques = {Technique::Polling, Technique::Sse};
    settings.isFrozen = true;
    settings.generator = {0.5, 200, true};
    return settings;
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestClassSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wire();
    void roundTrip_data();
    void roundTrip();
    void changesWhatIsNamed();
    void refuses_data();
    void refuses();
    void memberTakesWhatAnotherVersionAllows();
    void membersAreToldOfTheirRoomAlone();
    void changesAtTheSameTimeBothHold();
    void clamps();
    void travelsAsAControlObject();
    void splitAndOneForAllExcludeEachOther();
};

void TestClassSettings::wire()
{
    QCOMPARE(encodeClassSettings({}, SettingsReader::Teacher),
             R"({"technique":null,"techniques":["polling","long-polling","websocket"],"pollInterval":2,"hold":10,)"
             R"("conditioner":null,"rooms":{},"locked":false,"frozen":false,"generator":null,"split":false})");
    QCOMPARE(
        encodeClassSettings({}, SettingsReader::Member),
        R"({"technique":null,"techniques":["polling","long-polling","websocket"],"pollInterval":2,"hold":10,"conditioner":null,"frozen":false,"split":false})");
    QCOMPARE(encodeClassSettings(every(), SettingsReader::Teacher),
             R"({"technique":"long-polling","techniques":["polling","sse"],"pollInterval":2.5,"hold":30,)"
             R"("conditioner":{"delay":150,"jitter":20,"rate":64000},)"
             R"("rooms":{"lab \"7\"":{"conditioner":{"delay":10,"jitter":0,"rate":0}},"课":{"conditioner":{"delay":0,"jitter":0,"rate":1000}}},)"
             R"("locked":true,"frozen":true,"generator":{"rate":0.5,"size":200,"poisson":true},"split":false})");
}

void TestClassSettings::roundTrip_data()
{
    QTest::addColumn<ClassSettings>("settings");
    QTest::newRow("as they begin") << ClassSettings();
    QTest::newRow("every one") << every();
    QTest::newRow("least") << ClassSettings{Technique::Polling, minPollInterval, minHold, {0ms, 0ms, minRate}};
    QTest::newRow("most") << ClassSettings{Technique::WebSocket, maxPollInterval, maxWait, {maxDelay, maxDelay, maxRate}};
    QTest::newRow("milliseconds") << ClassSettings{{}, 201ms, 1001ms};
    ClassSettings split;
    split.isSplit = true;
    QTest::newRow("split") << split;
}

void TestClassSettings::roundTrip()
{
    QFETCH(ClassSettings, settings);
    QJsonObject object = objectOf(encodeClassSettings(settings, SettingsReader::Teacher));
    object[u"setting of a later version"_s] = 5; // is ignored
    const auto read = withChanges({}, object, SettingsReader::Teacher);
    QVERIFY(std::holds_alternative<ClassSettings>(read));
    QCOMPARE(std::get<ClassSettings>(read), settings);
}

void TestClassSettings::changesWhatIsNamed()
{
    const auto read = withChanges(every(), objectOf(R"({"hold":5,"rooms":{"课":{"conditioner":null}}})"), SettingsReader::Teacher);
    ClassSettings expected = every();
    expected.hold = 5s;
    expected.setConditioner({}, u"课"_s);
    QVERIFY(std::holds_alternative<ClassSettings>(read));
    QCOMPARE(std::get<ClassSettings>(read), expected);
    QCOMPARE(expected.roomConditioners.size(), 1);
}

void TestClassSettings::refuses_data()
{
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *changes, const char *code) {
        QTest::newRow(changes) << QByteArray(changes) << QByteArray(code);
    };
    row(R"({"technique":"pigeon"})", "bad-technique");
    row(R"({"technique":1})", "bad-technique");
    row(R"({"techniques":[]})", "bad-techniques"); // something is on offer always
    row(R"({"techniques":"polling"})", "bad-techniques");
    row(R"({"techniques":["polling","pigeon"]})", "bad-techniques");
    row(R"({"pollInterval":0.1})", "bad-poll-interval");
    row(R"({"pollInterval":30.1})", "bad-poll-interval");
    row(R"({"pollInterval":1e300})", "bad-poll-interval");
    row(R"({"pollInterval":null})", "bad-poll-interval");
    row(R"({"pollInterval":"2"})", "bad-poll-interval");
    row(R"({"hold":0})", "bad-hold");
    row(R"({"hold":-1})", "bad-hold");
    row(R"({"hold":56})", "bad-hold");
    row(R"({"conditioner":5})", "bad-conditioner");
    row(R"({"conditioner":{"delay":-1,"jitter":0,"rate":0}})", "bad-conditioner");
    row(R"({"conditioner":{"delay":60001,"jitter":0,"rate":0}})", "bad-conditioner");
    row(R"({"conditioner":{"delay":0,"jitter":0,"rate":999}})", "bad-conditioner");
    row(R"({"rooms":[]})", "bad-rooms");
    row(R"({"rooms":{"a/b":{"conditioner":null}}})", "bad-rooms");
    row(R"({"rooms":{"a":{"conditioner":{"delay":1e9,"jitter":0,"rate":0}}}})", "bad-conditioner");
    row(R"({"rooms":{"a":null}})", "bad-rooms");
    row(R"({"locked":1})", "bad-locked");
    row(R"({"frozen":"no"})", "bad-frozen");
    row(R"({"split":1})", "bad-split");
    row(R"({"generator":4})", "bad-generator");
    row(R"({"generator":{}})", "bad-generator");
    row(R"({"generator":{"rate":0}})", "bad-generator");
    row(R"({"generator":{"rate":100.1}})", "bad-generator");
    row(R"({"generator":{"rate":1,"size":0}})", "bad-generator");
    row(R"({"generator":{"rate":1,"size":16385}})", "bad-generator");
    row(R"({"generator":{"rate":1,"size":1.5}})", "bad-generator");
    row(R"({"generator":{"rate":1,"poisson":1}})", "bad-generator");
    row(R"({"hold":5,"locked":"yes"})", "bad-locked"); // and the hold stays, too
}

void TestClassSettings::refuses()
{
    QFETCH(QByteArray, changes);
    QFETCH(QByteArray, code);
    const auto read = withChanges({}, objectOf(changes), SettingsReader::Teacher);
    QVERIFY(std::holds_alternative<SettingsFault>(read));
    QCOMPARE(std::get<SettingsFault>(read).code, code);
    QVERIFY(std::get<SettingsFault>(read).error.endsWith('.'));
}

void TestClassSettings::memberTakesWhatAnotherVersionAllows()
{
    const QByteArray json = R"({"technique":"carrier","pollInterval":3600,"hold":0.1,"locked":"?"})";
    const auto read = withChanges({}, objectOf(json), SettingsReader::Member);
    QVERIFY(std::holds_alternative<ClassSettings>(read));
    QCOMPARE(std::get<ClassSettings>(read), (ClassSettings{std::nullopt, 3600s, 100ms}));
    const auto some = withChanges({}, objectOf(R"({"techniques":["carrier","websocket"]})"), SettingsReader::Member);
    QCOMPARE(std::get<ClassSettings>(some).techniques, QList{Technique::WebSocket});
    const auto none = withChanges({}, objectOf(R"({"techniques":["carrier"]})"), SettingsReader::Member);
    QCOMPARE(std::get<ClassSettings>(none), ClassSettings());
    for (const char *wrong : {R"({"pollInterval":0})", R"({"hold":3601})", R"({"hold":[]})"})
        QVERIFY(std::holds_alternative<SettingsFault>(withChanges({}, objectOf(wrong), SettingsReader::Member)));
}

void TestClassSettings::membersAreToldOfTheirRoomAlone()
{
    const ClassSettings told = settingsOf(u"课"_s, every());
    QCOMPARE(told.conditioner, (Conditioner{0ms, 0ms, 1000}));
    QVERIFY(told.roomConditioners.isEmpty());
    QVERIFY(told.isFrozen);
    QVERIFY(!told.generator.isOn()); // which is the host's alone
    QCOMPARE(settingsOf(u"another"_s, every()).conditioner, every().conditioner);
    const auto read = withChanges({}, objectOf(encodeClassSettings(told, SettingsReader::Member)), SettingsReader::Member);
    QVERIFY(std::holds_alternative<ClassSettings>(read));
    QCOMPARE(std::get<ClassSettings>(read), told);
}

void TestClassSettings::changesAtTheSameTimeBothHold()
{
    const ClassSettings before = every();
    ClassSettings now = before; // changed by another teacher meanwhile
    now.hold = 5s;
    now.setConditioner({}, u"课"_s);
    now.setConditioner({1ms, 1ms, 0}, u"new"_s);
    ClassSettings after = before; // and we that
    after.technique = std::nullopt;
    after.pollInterval = 1s;
    after.techniques = {Technique::WebSocket};
    after.conditioner = {};
    after.setConditioner({2ms, 2ms, 0}, u"ours"_s);
    after.setConditioner({}, u"lab \"7\""_s);
    after.isLocked = false;
    after.isFrozen = false;
    after.generator = {};
    after.isSplit = true;
    ClassSettings expected = after;
    expected.hold = 5s;
    expected.setConditioner({}, u"课"_s);
    expected.setConditioner({1ms, 1ms, 0}, u"new"_s);
    QCOMPARE(merged(now, before, after), expected);
    QCOMPARE(merged(now, before, before), now);
}

void TestClassSettings::clamps()
{
    ClassSettings wild{Technique::Polling, 1ms, 2h, {-1ms, 2h, 7}};
    wild.roomConditioners.insert(u"lab"_s, {2h, 0ms, 0});
    const ClassSettings tame = clamped(wild);
    QCOMPARE(tame.pollInterval, minPollInterval);
    QCOMPARE(tame.hold, maxWait);
    QCOMPARE(tame.conditioner, (Conditioner{0ms, maxDelay, minRate}));
    QCOMPARE(tame.conditionerOf(u"lab"_s).delay, maxDelay);
    QCOMPARE(clamped(every()), every());
    wild.generator = {1000, 0, true};
    QCOMPARE(clamped(wild).generator, (Generator{maxGeneratorRate, 1, true}));
    wild.isSplit = true;
    QVERIFY(!clamped(wild).isSplit); // all of them use one
    wild.techniques.clear();
    QCOMPARE(clamped(wild).techniques, defaultTechniques());
}

void TestClassSettings::travelsAsAControlObject()
{
    const ClassSettings told = settingsOf(u"课"_s, every());
    const QJsonObject control = settingsControl(told);
    QCOMPARE(control[u"kind"_s].toString(), u"settings"_s);
    QCOMPARE(settingsFromControl(control), std::optional(told));
    QVERIFY(!settingsFromControl({{u"kind"_s, u"race"_s}, {u"settings"_s, control[u"settings"_s]}}));
    QVERIFY(!settingsFromControl({{u"kind"_s, u"settings"_s}}));
    QVERIFY(!settingsFromControl({{u"kind"_s, u"settings"_s}, {u"settings"_s, QJsonObject{{u"hold"_s, 0}}}}));
}

void TestClassSettings::splitAndOneForAllExcludeEachOther()
{
    const auto changed = [](const ClassSettings &from, const char *changes) {
        const auto read = withChanges(from, objectOf(changes), SettingsReader::Teacher);
        return std::get<ClassSettings>(read);
    };
    const ClassSettings split = changed({Technique::Polling}, R"({"split":true})");
    QVERIFY(split.isSplit && !split.technique);
    const ClassSettings set = changed(split, R"({"technique":"polling"})");
    QVERIFY(!set.isSplit && set.technique == Technique::Polling);
    QVERIFY(changed(split, R"({"technique":null})").isSplit);
    QVERIFY(!changed(split, R"({"technique":null,"split":false})").isSplit);
}

QTEST_GUILESS_MAIN(TestClassSettings)
#include "tst_classsettings.moc"
