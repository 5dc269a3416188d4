// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/chattransport.h"
#include "client/widgets/messagemodel.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace pushlab::tests {

//! A client whose cursor moves wrongly at every change of technique, and that shows whatever it receives: checks of the view must
//! find its errors. With a slip of 0 it is correct.
class CarelessClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CarelessClient)

public:
    CarelessClient(const QUrl &host, qint64 slip, widgets::MessageModel &model);
    ~CarelessClient() override;

    void switchTo(protocol::Technique technique);

private:
    void take(const protocol::MessageBatch &batch);

    transport::Endpoint m_endpoint;
    QNetworkAccessManager m_network;
    qint64 m_slip;
    widgets::MessageModel &m_model;
    transport::Cursor m_cursor;
    transport::ChatTransport *m_transport = nullptr; // a child
};

} // namespace pushlab::tests
