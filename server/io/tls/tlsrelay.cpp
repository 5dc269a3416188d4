// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/tls/tlsrelay.h"

#include "server/io/socket/streamdescriptor.h"

#include <algorithm>

namespace pushlab::io {

namespace {

constexpr qint64 handshakeRecord = 22; // RFC 8446 5.1: the record type with which a ClientHello begins
constexpr qint64 burst = 256 * 1024; // bytes of one direction in one turn of the event loop

} // namespace

TlsRelay::TlsRelay(int network, int inner, Owner &owner, QObject *parent)
    : QObject(parent)
    , m_owner(owner)
    , m_stream(network)
    , m_layer(std::make_shared<TlsLayer>())
    , m_network(network)
    , m_inner(inner)
    , m_since(Clock::now())
{
    m_layer->descriptor = network;
}

TlsRelay::~TlsRelay()
{
    finish(false);
}

void TlsRelay::start(Shaking::iterator place)
{
    m_place = place;
    // Not for urgent data: an exception notifier is also activated by a hang-up.
    enable(m_hangUp, m_inner, QSocketNotifier::Exception, true);
    arm();
}

void TlsRelay::giveUp()
{
    if (m_phase == Phase::Shaking)
        m_owner.onCosts({0, 0, 0, 1});
    finish(false);
}

void TlsRelay::checkClock(Clock::time_point now, std::chrono::milliseconds lingerTime, std::chrono::milliseconds stuckTime)
{
    if (m_phase == Phase::Refused && now - m_since > lingerTime)
        finish(false);
    // m_since is when bytes last went out: as long as the host is there, it looks after its peers by itself.
    else if (m_phase == Phase::Open && m_wantsWrite && now - m_since > stuckTime && (m_isHostGone || hasHungUp(m_inner)))
        finish(true);
}

void TlsRelay::pump()
{
    m_wantsWrite = false; // until writing fails again
    // A last answer may wait for the handshake; without one, the handshake is of no use any more.
    if (isShaking() && peekByte(m_inner) == broken) {
        finish(false);
        return;
    }
    if (m_phase == Phase::Greeting)
        greet();
    if (m_phase == Phase::Shaking)
        shakeHands();
    if (m_phase == Phase::Open)
        passUp();
    if (m_phase == Phase::Open)
        passDown();
    if (m_phase == Phase::Refused)
        drain();
    if (m_phase == Phase::Finished)
        return;
    count(false);
    if (m_isDownDone && (m_isHostGone || (m_isUpEnded && m_up.isEmpty())))
        finish(false);
    else
        arm();
}

void TlsRelay::greet()
{
    const qint64 first = peekByte(m_network);
    if (first == nothingNow)
        return;
    if (first == broken) {
        finish(false);
    } else if (first != handshakeRecord) {
        open();
    } else if (m_stream.begin(m_owner.context())) {
        m_phase = Phase::Shaking;
    } else {
        finish(true);
    }
}

void TlsRelay::shakeHands()
{
    switch (m_stream.shakeHands()) {
    case Result::Done:
        m_layer->isEncrypted = true;
        m_owner.onCosts({0, 0, 1, 0});
        open();
        return;
    case Result::WantsRead:
        return;
    case Result::WantsWrite:
        m_wantsWrite = true;
        return;
    case Result::Ended:
    case Result::Failed:
        refuse();
        return;
    }
}

void TlsRelay::open()
{
    m_owner.onShakingEnded(m_place);
    m_phase = Phase::Open;
    m_since = Clock::now();
    m_layer->cipherSent = m_stream.bytesOut();
}

//! The alert with the reason was sent; closing with unread input would discard it.
void TlsRelay::refuse()
{
    m_owner.onCosts({0, 0, 0, 1});
    m_owner.onShakingEnded(m_place);
    m_phase = Phase::Refused;
    m_since = Clock::now();
    endWriting(m_inner);
    endWriting(m_network);
}

void TlsRelay::drain()
{
    QByteArray &scratch = m_owner.scratch();
    qint64 size = 0;
    do
        size = receiveSome(m_network, scratch.data(), scratch.size());
    while (size > 0);
    if (size != nothingNow)
        finish(false);
}

void TlsRelay::passUp()
{
    qint64 passed = 0;
    if (!m_up.isEmpty() && !giveToInner(m_up.constData(), m_up.size()))
        return;
    while (!m_isUpEnded && m_phase == Phase::Open) {
        if (passed >= burst) {
            scheduleResume();
            return;
        }
        QByteArray &scratch = m_owner.scratch();
        qint64 size = 0;
        switch (m_stream.read(scratch.data(), scratch.size(), size)) {
        case Result::Done:
            m_plainIn += size;
            passed += size;
            if (!giveToInner(scratch.constData(), size))
                return;
            break;
        case Result::WantsRead:
            return;
        case Result::WantsWrite:
            m_wantsWrite = true;
            return;
        case Result::Ended:
            m_isUpEnded = true;
            endWriting(m_inner);
            return;
        case Result::Failed:
            finish(false);
            return;
        }
    }
}

//! Keeps in m_up what the socket does not take. Returns false when the socket is full or gone.
bool TlsRelay::giveToInner(const char *data, qint64 size)
{
    while (size > 0) {
        const qint64 sent = sendSome(m_inner, data, size);
        if (sent == nothingNow) {
            m_up = QByteArray(data, size); // a copy, because data may point into m_up itself
            return false;
        }
        if (sent == broken) {
            m_up.clear();
            m_isUpEnded = true; // nobody will read what comes from now on
            return false;
        }
        data += sent;
        size -= sent;
    }
    m_up.clear();
    return true;
}

void TlsRelay::passDown()
{
    qint64 passed = 0;
    if (!m_down.isEmpty() && !giveToNetwork(m_down.constData(), m_down.size()))
        return;
    while (!m_isDownEnded && m_phase == Phase::Open) {
        if (passed >= burst) {
            scheduleResume();
            return;
        }
        QByteArray &scratch = m_owner.scratch();
        const qint64 size = receiveSome(m_inner, scratch.data(), scratch.size());
        if (size == nothingNow)
            return;
        if (size == 0)
            m_isDownEnded = true;
        else if (size < 0)
            finish(true); // the host has closed with unread bytes
        else if (!giveToNetwork(scratch.constData(), size))
            return;
        passed += size;
    }
    if (m_phase == Phase::Open && m_isDownEnded && !m_isDownDone)
        endDown();
}

//! Keeps in m_down what the network does not take. Returns false when the network is full or gone.
bool TlsRelay::giveToNetwork(const char *data, qint64 size)
{
    while (size > 0) {
        qint64 sent = 0;
        const Result result = m_stream.write(data, size, sent);
        m_layer->plainSent += sent;
        m_layer->cipherSent = m_stream.bytesOut();
        if (result == Result::Failed || result == Result::Ended) {
            finish(false);
            return false;
        }
        if (result != Result::Done) {
            m_wantsWrite = m_wantsWrite || result == Result::WantsWrite;
            m_down = QByteArray(data, size);
            return false;
        }
        m_since = Clock::now();
        data += sent;
        size -= sent;
    }
    m_down.clear();
    return true;
}

void TlsRelay::endDown()
{
    const Result result = m_stream.end();
    m_layer->cipherSent = m_stream.bytesOut();
    if (result == Result::WantsWrite) {
        m_wantsWrite = true;
        return;
    }
    m_isDownDone = true;
    m_isHostGone = m_isHostGone || hasHungUp(m_inner);
    endWriting(m_network);
}

void TlsRelay::onHangUp()
{
    if (!hasHungUp(m_inner))
        return;
    m_hangUp->setEnabled(false);
    m_isHostGone = true;
    pump();
}

//! Continues from the event loop: no notifier is activated for what OpenSSL has read ahead.
void TlsRelay::scheduleResume()
{
    if (m_isResumeScheduled)
        return;
    m_isResumeScheduled = true;
    const auto resume = [this] {
        m_isResumeScheduled = false;
        pump();
    };
    QMetaObject::invokeMethod(this, resume, Qt::QueuedConnection);
}

//! Only at the end of a record is it known how much of it was payload.
void TlsRelay::count(bool isLast)
{
    TlsCosts costs;
    if (isLast || !m_stream.holdsInput())
        costs.bytesUp = std::max<qint64>(m_stream.bytesIn() - m_plainIn - m_countedUp, 0);
    if (isLast || m_down.isEmpty())
        costs.bytesDown = std::max<qint64>(m_stream.bytesOut() - m_layer->plainSent - m_countedDown, 0);
    if (costs.bytesUp == 0 && costs.bytesDown == 0)
        return;
    m_countedUp += costs.bytesUp;
    m_countedDown += costs.bytesDown;
    m_owner.onCosts(costs);
}

void TlsRelay::enable(Notifier &notifier, int descriptor, QSocketNotifier::Type type, bool isOn)
{
    if (!notifier) {
        if (!isOn)
            return;
        notifier = std::make_unique<QSocketNotifier>(descriptor, type);
        connect(notifier.get(), &QSocketNotifier::activated, this,
                type == QSocketNotifier::Exception ? &TlsRelay::onHangUp : &TlsRelay::pump);
    }
    if (notifier->isEnabled() != isOn)
        notifier->setEnabled(isOn);
}

void TlsRelay::arm()
{
    const bool isOpen = m_phase == Phase::Open;
    enable(m_networkReadable, m_network, QSocketNotifier::Read, !isOpen || (!m_isUpEnded && m_up.isEmpty() && !m_isResumeScheduled));
    enable(m_networkWritable, m_network, QSocketNotifier::Write, m_wantsWrite);
    enable(m_innerReadable, m_inner, QSocketNotifier::Read,
           isOpen ? m_down.isEmpty() && !m_isDownEnded : isShaking() && peekByte(m_inner) == nothingNow);
    enable(m_innerWritable, m_inner, QSocketNotifier::Write, !m_up.isEmpty());
}

void TlsRelay::finish(bool resets)
{
    if (m_phase == Phase::Finished)
        return;
    if (isShaking())
        m_owner.onShakingEnded(m_place);
    m_phase = Phase::Finished;
    count(true);
    for (const Notifier *notifier : {&m_networkReadable, &m_networkWritable, &m_innerReadable, &m_innerWritable, &m_hangUp}) {
        if (*notifier)
            (*notifier)->setEnabled(false);
    }
    m_layer->segments = base::readTcpSegments(m_network).value_or(base::TcpSegments());
    m_layer->descriptor = -1;
    if (resets)
        resetStream(m_network);
    else
        closeStream(m_network);
    closeStream(m_inner);
    m_owner.onFinished(this);
}

} // namespace pushlab::io
