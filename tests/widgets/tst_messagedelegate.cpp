// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/messagedelegate.h"

#include "client/widgets/messagemodel.h"
#include "client/widgets/messageview.h"

#include <QPixmap>
#include <QTest>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using widgets::MessageDelegate;
using widgets::MessageModel;
using widgets::MessageView;

class tst_MessageDelegate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void longTextIsHigher();
    void heightFollowsWidth();
    void heightFollowsFont();
    void hugeTextIsCut();
    void paintsEveryKindOfRow();

private:
    [[nodiscard]] int height(int row) const;
    void add(const QString &text);

    MessageModel m_model;
    qint64 m_seq = 0;
    MessageDelegate m_delegate;
    MessageView m_view;
};

void tst_MessageDelegate::init()
{
    m_view.resize(700, 300);
    m_view.setModel(&m_model);
    m_view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_view));
}

void tst_MessageDelegate::add(const QString &text)
{
    session::Received received;
    received.message.seq = ++m_seq;
    received.message.text = text;
    received.technique = protocol::Technique::WebSocket;
    received.delay = 3;
    m_model.addReceived({received});
}

int tst_MessageDelegate::height(int row) const
{
    QStyleOptionViewItem option;
    option.widget = &m_view;
    option.font = m_view.font();
    option.fontMetrics = QFontMetrics(option.font);
    return m_delegate.sizeHint(option, m_model.index(row)).height();
}

void tst_MessageDelegate::longTextIsHigher()
{
    add(u"short"_s);
    add(u"word "_s.repeated(200));
    add(u"one\ntwo\nthree"_s);
    QVERIFY(height(1) > 3 * height(0));
    QVERIFY(height(2) > 2 * height(0));
}

void tst_MessageDelegate::heightFollowsWidth()
{
    const int before = height(1);
    m_view.resize(450, 300);
    QTRY_VERIFY(height(1) > before);
}

void tst_MessageDelegate::heightFollowsFont()
{
    const int before = height(0);
    QFont larger = m_view.font();
    larger.setPointSizeF(larger.pointSizeF() * 2);
    m_view.setFont(larger);
    QVERIFY(height(0) > before);
    m_view.setFont({});
}

void tst_MessageDelegate::hugeTextIsCut()
{
    add(u"\n"_s.repeated(60'000));
    QVERIFY(height(m_model.rowCount() - 1) < 60 * height(0));
}

void tst_MessageDelegate::paintsEveryKindOfRow()
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

QTEST_MAIN(tst_MessageDelegate)
#include "tst_messagedelegate.moc"
