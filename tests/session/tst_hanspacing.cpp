// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/hanspacing.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using pushlab::session::closedUp;

//! Blanks around what is filled into Chinese.
class TestHanSpacing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesUp_data();
    void closesUp();
};

void TestHanSpacing::closesUp_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("wanted");
    const QString sentence = u"你使用 %1 了。"_s;
    QTest::newRow("Chinese") << sentence << u"长轮询"_s << u"你使用长轮询了。"_s;
    QTest::newRow("Latin") << sentence << u"WebSocket"_s << u"你使用 WebSocket 了。"_s;
    QTest::newRow("a wide sign at its end") << sentence << u"服务器推送事件（SSE）"_s << u"你使用服务器推送事件（SSE）了。"_s;
    QTest::newRow("a number") << sentence << u"3"_s << u"你使用 3 了。"_s;
    QTest::newRow("an isolated name") << sentence << u"\u2068张三\u2069"_s << u"你使用\u2068张三\u2069了。"_s;
    QTest::newRow("an isolated Latin name") << sentence << u"\u2068Ann\u2069"_s << u"你使用 \u2068Ann\u2069 了。"_s;
    QTest::newRow("a name's own blank") << sentence << u"\u2068张 三\u2069"_s << u"你使用\u2068张 三\u2069了。"_s;
    QTest::newRow("a rare letter") << sentence << u"\U00020bb7田"_s << u"你使用\U00020bb7田了。"_s;
    QTest::newRow("English") << u"You use %1 now."_s << u"张三"_s << u"You use 张三 now."_s;
    QTest::newRow("at the ends") << u"%1 "_s << u" 一"_s << u" 一 "_s;
}

void TestHanSpacing::closesUp()
{
    QFETCH(const QString, text);
    QFETCH(const QString, value);
    QTEST(closedUp(text.arg(value)), "wanted");
}

QTEST_GUILESS_MAIN(TestHanSpacing)
#include "tst_hanspacing.moc"
