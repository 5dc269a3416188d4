// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sessionfaulttext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;

//! Why a recorded class is not opened, or not played to its end.
class TestSessionFaultText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatToDo();
    void saysWhereAFileEnds();
};

void TestSessionFaultText::saysWhatToDo()
{
    using Kind = wire::SessionFault::Kind;
    QCOMPARE(app::sessionFaultText({Kind::Newer, 7, {}}, u"a.pushlab"_s),
             u"a.pushlab was recorded by a newer PushLab (format 7, this one reads up to 1); open it with that one."_s);
    QCOMPARE(app::sessionFaultText({Kind::NoSession, 0, {}}, u"a.pushlab"_s),
             u"a.pushlab is no recorded class, or its beginning is damaged."_s);
    QCOMPARE(app::sessionFaultText({Kind::Unreadable, 0, u"Input/output error"_s}, u"a.pushlab"_s),
             u"a.pushlab cannot be read: Input/output error."_s);
}

void TestSessionFaultText::saysWhereAFileEnds()
{
    using Kind = wire::SessionEnding::Kind;
    constexpr qint64 began = 1'790'000'000'000'000;
    QCOMPARE(app::sessionEndingText({Kind::Whole, began + 1}, began), QString());
    QCOMPARE(app::sessionEndingText({Kind::Cut, began + 2'705'999'999}, began),
             u"The recording was cut off; it can be played up to 45:05."_s);
    QCOMPARE(app::sessionEndingText({Kind::Damaged, 0}, 0), u"The recording is damaged; it can be played up to 0:00."_s);
}

QTEST_GUILESS_MAIN(TestSessionFaultText)
#include "tst_sessionfaulttext.moc"
