// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/messagedelegate.h"

#include "client/widgets/messagemodel.h"
#include "client/widgets/messageview.h"

#include <QLocale>
#include <QPixmap>
#include <QTest>

#include <utility>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using widgets::MessageDelegate;
using widgets::MessageModel;
using widgets::MessageView;

class TestMessageDelegate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void longTextIsHigher();
    void heightFollowsWidth();
    void heightFollowsFont();
    void hugeTextIsCut();
    void everyEndOfLineCounts_data();
    void everyEndOfLineCounts();
    void cutsBetweenCharacters();
    void paintsEveryKindOfRow();
    void badgeHasRoomForTheDoubt();
    void rowsKeepToThemselves_data();
    void rowsKeepToThemselves();

private:
    [[nodiscard]] int height(int row) const;
    void add(const QString &text);

    MessageModel m_model;
    qint64 m_seq = 0;
    MessageDelegate m_delegate;
    MessageView m_view;
};

void TestMessageDelegate::init()
{
    m_view.resize(700, 300);
    m_view.setModel(&m_model);
    m_view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_view));
}

void TestMessageDelegate::add(const QString &text)
{
    session::Received received;
    received.message.seq = ++m_seq;
    received.message.text = text;
    received.technique = protocol::Technique::WebSocket;
    received.delay = 3;
    m_model.addReceived({received});
}

int TestMessageDelegate::height(int row) const
{
    QStyleOptionViewItem option;
    option.widget = &m_view;
    option.font = m_view.font();
    option.fontMetrics = QFontMetrics(option.font);
    return m_delegate.sizeHint(option, m_model.index(row)).height();
}

void TestMessageDelegate::longTextIsHigher()
{
    add(u"short"_s);
    add(u"word "_s.repeated(200));
    add(u"one\ntwo\nthree"_s);
    QVERIFY(height(1) > 3 * height(0));
    QVERIFY(height(2) > 2 * height(0));
}

void TestMessageDelegate::heightFollowsWidth()
{
    const int before = height(1);
    m_view.resize(450, 300);
    QTRY_VERIFY(height(1) > before);
}

void TestMessageDelegate::heightFollowsFont()
{
    const int before = height(0);
    QFont larger = m_view.font();
    larger.setPointSizeF(larger.pointSizeF() * 2);
    m_view.setFont(larger);
    QVERIFY(height(0) > before);
    m_view.setFont({});
}

void TestMessageDelegate::hugeTextIsCut()
{
    add(u"\n"_s.repeated(60'000));
    QVERIFY(height(m_model.rowCount() - 1) < 60 * height(0));
}

void TestMessageDelegate::paintsEveryKindOfRow()
{
    m_model.addGap({});
    m_model.addPending(u"a"_s, u"pending"_s);
    m_model.addPending(u"b"_s, u"failed"_s);
    m_model.fail(u"b"_s, u"refused"_s);
    for (const int width : {900, 200}) {
        m_view.resize(width, 400);
        const QImage picture = m_view.grab().toImage();
        QVERIFY(!picture.isNull());
    }
}

void TestMessageDelegate::everyEndOfLineCounts_data()
{
    QTest::addColumn<QString>("end");
    QTest::newRow("LF") << u"\n"_s;
    QTest::newRow("CR") << u"\r"_s;
    QTest::newRow("CR LF") << u"\r\n"_s;
    QTest::newRow("VT") << u"\v"_s;
    QTest::newRow("FF") << u"\f"_s;
    QTest::newRow("NEL") << u"\u0085"_s;
    QTest::newRow("line separator") << u"\u2028"_s;
    QTest::newRow("paragraph separator") << u"\u2029"_s;
}

void TestMessageDelegate::everyEndOfLineCounts()
{
    QFETCH(const QString, end);
    add(u"one"_s);
    const int one = height(m_model.rowCount() - 1);
    add(u"one"_s + end + u"two"_s + end + u"three"_s);
    const int three = height(m_model.rowCount() - 1);
    QVERIFY2(three > 2 * one && three < 4 * one, qPrintable(QString::number(three)));
    add(end.repeated(3'000)); // a row is for reading
    QVERIFY(height(m_model.rowCount() - 1) < 60 * one);
}

void TestMessageDelegate::cutsBetweenCharacters()
{
    add(u"a"_s + u"😀"_s.repeated(3'000)); // of two units each, at odd places
    m_view.resize(700, 300);
    m_view.scrollToBottom();
    QVERIFY(!m_view.grab().toImage().isNull()); // half a character would be a warning of the shaper, and a box
    QVERIFY(height(m_model.rowCount() - 1) > 3 * height(0));
}

void TestMessageDelegate::rowsKeepToThemselves_data()
{
    const QString piled = u'Z' + u"\u0300\u0316"_s.repeated(60);
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("from");
    QTest::newRow("marks piled on a text") << piled << u"Eve"_s;
    QTest::newRow("marks piled on a name") << u"hello"_s << piled;
    QTest::newRow("text turned round") << u"\u202eabc \u2067def"_s << u"Eve"_s;
    QTest::newRow("name turned round") << u"hello"_s << u"\u202e\u2067Eve"_s;
    QTest::newRow("long word") << u"w"_s.repeated(3'000) << u"E"_s.repeated(250);
}

// A text that left its badge would change nothing beside it.
void TestMessageDelegate::badgeHasRoomForTheDoubt()
{
    QLocale::setDefault(QLocale(QLocale::English));
    session::Received received;
    received.message.seq = 1;
    received.technique = protocol::Technique::WebSocket;
    received.delay = 120;
    received.uncertainty = 180;
    MessageModel model;
    model.addReceived({received});
    QStyleOptionViewItem option;
    option.font = m_view.font();
    option.fontMetrics = QFontMetrics(option.font);
    for (const int width : {250, 700}) {
        option.rect = QRect(0, 0, width, 100);
        const int badge = m_delegate.retryRect(option).width(); // stands where the badge does
        const QString text = model.index(0).data(MessageModel::DelayTextRole).toString();
        QCOMPARE(text, u"120 ± 180 ms"_s);
        QVERIFY(badge >= option.fontMetrics.horizontalAdvance(text) + option.fontMetrics.height() * 7 / 4); // with its mark
    }
}

// The rows above and below a hostile row look as they do beside a harmless one.
void TestMessageDelegate::rowsKeepToThemselves()
{
    QFETCH(const QString, text);
    QFETCH(const QString, from);
    m_view.resize(700, 900);
    m_view.clearFocus();
    const auto around = [this](const QString &said, const QString &sender) {
        MessageModel model;
        m_view.setModel(&model);
        QList<session::Received> messages;
        for (const auto &[name, words] :
             {std::pair(u"Anna"_s, u"above"_s), std::pair(sender, said), std::pair(u"Bob"_s, u"below"_s)}) {
            session::Received received;
            received.message.seq = messages.size() + 1;
            received.message.from = name;
            received.message.text = words;
            received.technique = protocol::Technique::WebSocket;
            received.delay = 3;
            messages.append(received);
        }
        model.addReceived(messages);
        m_view.doItemsLayout();
        const QImage all = m_view.viewport()->grab().toImage();
        const auto part = [&](int row) { return all.copy(m_view.visualRect(model.index(row, 0))); };
        const std::pair parts(part(0), part(2));
        m_view.setModel(&m_model);
        return parts;
    };
    const auto friendly = around(u"hello"_s, u"Eve"_s);
    const auto hostile = around(text, from);
    QVERIFY(!friendly.first.isNull() && !friendly.second.isNull());
    QCOMPARE(hostile.first, friendly.first);
    QCOMPARE(hostile.second, friendly.second);
}

QTEST_MAIN(TestMessageDelegate)
#include "tst_messagedelegate.moc"
