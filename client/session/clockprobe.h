// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace pushlab::transport {
class HttpCall;
struct HttpAnswer;
}

namespace pushlab::session {

class ClockOffset;

//! Asks the host for its time: several times at the start, later occasionally. Owned by its client, in its thread; the manager
//! and the offset are borrowed and must outlive it.
class ClockProbe final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClockProbe)

public:
    ClockProbe(const QUrl &host, QNetworkAccessManager &network, ClockOffset &offset, QObject *parent = nullptr);
    ~ClockProbe() override;

    void start();
    void stop();

private:
    void ask();
    void take(const transport::HttpAnswer &answer);

    QUrl m_url;
    QNetworkAccessManager &m_network;
    ClockOffset &m_offset;
    QTimer m_timer;
    transport::HttpCall *m_call = nullptr; // a child
    double m_sent = 0;
    int m_samples = 0; // number of samples since the start
};

} // namespace pushlab::session
