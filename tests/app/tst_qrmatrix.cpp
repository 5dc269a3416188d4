// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/qrmatrix.h"

#include <QTest>

using namespace pushlab::app;
using namespace Qt::Literals::StringLiterals;

class TestQrMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodes();
    void refusesWhatIsTooLong();
    void drawsForATerminal();
    void drawsWithColours();
};

void TestQrMatrix::encodes()
{
    const auto code = QrMatrix::encode(u"http://192.168.1.20:8000/"_s);
    QVERIFY(code);
    QCOMPARE(code->size(), 25); // version 2
    // The three finder patterns: a dark frame, a light ring, a dark centre.
    const int last = code->size() - 1;
    const QList<QPoint> corners{{0, 0}, {last - 6, 0}, {0, last - 6}};
    for (const QPoint corner : corners) {
        for (int i = 0; i < 7; ++i) {
            QVERIFY(code->at(corner.x() + i, corner.y()));
            QVERIFY(code->at(corner.x(), corner.y() + i));
        }
        QVERIFY(!code->at(corner.x() + 1, corner.y() + 1));
        QVERIFY(code->at(corner.x() + 3, corner.y() + 3));
    }
    QVERIFY(!code->at(-1, 0));
    QVERIFY(!code->at(0, code->size()));
    QCOMPARE(QrMatrix::encode(u"中文"_s)->size(), 21);
}

void TestQrMatrix::refusesWhatIsTooLong()
{
    QVERIFY(QrMatrix::encode(QString(2000, u'x')));
    QVERIFY(!QrMatrix::encode(QString(5000, u'x')));
}

void TestQrMatrix::drawsForATerminal()
{
    const auto code = QrMatrix::encode(u"x"_s);
    const QString drawing = code->toTerminal(false);
    const QStringList lines = drawing.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), (code->size() + 4 + 1) / 2);
    for (const QString &line : lines)
        QCOMPARE(line.size(), code->size() + 4);
    QCOMPARE(lines.at(0), QString(code->size() + 4, u'█')); // the margin is light, and light is drawn

    // Every module can be found in the text.
    for (int y = 0; y < code->size(); ++y) {
        for (int x = 0; x < code->size(); ++x) {
            const QChar block = lines.at((y + 2) / 2).at(x + 2);
            const bool isDark = block == u' ' || block == (y % 2 == 0 ? u'▄' : u'▀');
            QCOMPARE(isDark, code->at(x, y));
        }
    }
}

void TestQrMatrix::drawsWithColours()
{
    const QString drawing = QrMatrix::encode(u"x"_s)->toTerminal(true);
    QVERIFY(drawing.startsWith(u"\x1b[38;5;16m\x1b[48;5;231m    "_s));
    QVERIFY(drawing.endsWith(u"\x1b[0m\n"_s));
}

QTEST_GUILESS_MAIN(TestQrMatrix)
#include "tst_qrmatrix.moc"
