// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/chunkreader.h"

#include <QTest>

using pushlab::compare::ChunkReader;

class TestChunkReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsChunks();
    void refuses_data();
    void refuses();
};

//! Feeds the reader in pieces of every size.
void TestChunkReader::readsChunks()
{
    const QByteArray stream = "5\r\nhello\r\nA;x=1\r\n\r\n1\r\na\r\n\nb\r\n1\r\n!\r\n0\r\n\r\n";
    const QByteArrayList expected{"hello", "\r\n1\r\na\r\n\nb", "!"};
    for (qsizetype size = 1; size <= stream.size(); ++size) {
        ChunkReader reader;
        QByteArrayList chunks;
        qint64 bytes = 0;
        bool isLast = false;
        for (qsizetype at = 0; at < stream.size(); at += size) {
            QByteArrayView piece = QByteArrayView(stream).sliced(at, std::min(size, stream.size() - at));
            while (!piece.isEmpty()) {
                const ChunkReader::State state = reader.feed(piece);
                QVERIFY(state != ChunkReader::State::Malformed && !isLast);
                if (state == ChunkReader::State::Chunk)
                    chunks.append(reader.chunk());
                if (state != ChunkReader::State::NeedMore)
                    bytes += reader.wireBytes();
                isLast = state == ChunkReader::State::Last;
            }
        }
        QCOMPARE(chunks, expected);
        QCOMPARE(bytes, stream.size());
        QVERIFY(isLast);
    }
}

void TestChunkReader::refuses_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("no number") << QByteArray("\r\nhello\r\n");
    QTest::newRow("no hexadecimal number") << QByteArray("g\r\nhello\r\n");
    QTest::newRow("sign") << QByteArray("-1\r\n");
    QTest::newRow("prefix") << QByteArray("0x5\r\nhello\r\n");
    QTest::newRow("too large") << QByteArray("ffffffff\r\n");
    QTest::newRow("past 64 bits") << QByteArray("fffffffffffffffffff\r\n");
    QTest::newRow("longer than it says") << QByteArray("4\r\nhello\r\n");
    QTest::newRow("a size that never ends") << QByteArray(100, '0');
}

void TestChunkReader::refuses()
{
    QFETCH(const QByteArray, stream);
    ChunkReader reader;
    QByteArrayView bytes = stream;
    QCOMPARE(reader.feed(bytes), ChunkReader::State::Malformed);
}

QTEST_APPLESS_MAIN(TestChunkReader)
#include "tst_chunkreader.moc"

#include <algorithm>
