// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/frame.h"
#include "server/protocol/wire/trafficrecord.h"
#include "server/traffic/chunkreader.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushlab::traffic {

//! Cuts the bytes of one direction of a connection into records, however they come: every byte is in one record, in order. A plain
//! class; server's thread.
class StreamCutter final
{
    Q_DISABLE_COPY_MOVE(StreamCutter)

public:
    //! What is known of a record beside itself.
    struct Shape
    {
        int status = 0; //!< of an answer
        bool isHead = false; //!< a HEAD request
        bool isUpgrade = false; //!< a request that asks for a WebSocket
        bool isWithheld = false; //!< a request whose answer is not to be kept
        bool isOpenEnded = false; //!< an answer behind whose head events follow
        quint8 opcode = 0; //!< of a frame
        bool isFinal = false;
        qint64 id = 0; //!< of an event; 0: none
    };
    //! What the answer that begins is to.
    struct Expected
    {
        bool isToHead = false;
        bool isWithheld = false; //!< of its body only the size is to be kept
    };
    //! Takes the records.
    class Sink
    {
    public:
        virtual void onRecord(wire::TrafficRecord &&record, const Shape &shape) = 0;
        [[nodiscard]] virtual Expected expected() const = 0;

    protected:
        ~Sink() = default;
    };

    //! The first byte is at \a offset. \a sink must outlive it.
    StreamCutter(wire::Direction direction, Sink &sink, qint64 offset);

    //! Takes \a bytes, which have passed at \a now, in µs since 1970. \a whole: the array that they are all of, to be shared.
    void take(QByteArrayView bytes, qint64 now, const QByteArray *whole = nullptr);
    //! Frames follow from here on; of the one that \a begun is in, the rest becomes Other.
    void useFrames(const protocol::FrameDecoder &begun = {});
    void useEvents(bool isChunked); //!< events follow, whose head passed before
    void hold(); //!< what follows is kept until useFrames() or goOn() says what it is
    void goOn(); //!< it is more requests
    void skip(qint64 bytes) { m_offset += bytes; } //!< that are known otherwise; not within a record
    void finish(); //!< the connection has ended
    [[nodiscard]] qint64 offset() const { return m_offset; }
    [[nodiscard]] bool isBetweenFrames() const { return m_mode == Mode::Frames && m_frames.nextStart(1) == 0; }

private:
    enum class Mode : quint8 { Head, Length, Chunks, UntilEnd, Events, Frames, Tail, Held };

    [[nodiscard]] qsizetype takeSome(QByteArrayView bytes, const QByteArray *whole);
    [[nodiscard]] qsizetype takeHead(QByteArrayView bytes, const QByteArray *whole);
    void readHead(QByteArrayView bytes);
    [[nodiscard]] bool isHeadOver() const { return m_mode == Mode::Head || m_shape.isOpenEnded; }
    [[nodiscard]] qsizetype takeChunks(QByteArrayView bytes);
    [[nodiscard]] qsizetype takeEvents(QByteArrayView bytes);
    [[nodiscard]] qsizetype takeEventBytes(QByteArrayView bytes);
    [[nodiscard]] qsizetype takeFrames(QByteArrayView bytes, const QByteArray *whole);
    void releaseHeld();
    void grow(QByteArrayView bytes, bool isPayload);
    void close(wire::RecordKind kind);
    void closeEvent();

    Sink &m_sink;
    qint64 m_offset; //!< of the present record
    Mode m_mode = Mode::Head;
    protocol::FrameDecoder m_frames;
    wire::TrafficRecord m_record; //!< the present one, as far as it has come
    Shape m_shape;
    ChunkReader m_chunks;
    QByteArray m_held;
    qint64 m_now = 0;
    qint64 m_heldAt = 0;
    qint64 m_left = 0; //!< of a body
    qsizetype m_lineBytes = 0; //!< of an event's line, so far
    bool m_isChunked = false; //!< the events are
    bool m_isEventOver = false; //!< but for the end of its chunk
    bool m_isWithheld = false;
};

} // namespace pushlab::traffic
