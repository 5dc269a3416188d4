// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/carelessclient.h"

#include "client/transport/transportfactory.h"

#include <algorithm>
#include <chrono>

namespace pushlab::tests {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using transport::ChatTransport;

CarelessClient::CarelessClient(const QUrl &host, qint64 slip, widgets::MessageModel &model)
    : m_endpoint{host, u"lobby"_s, u"careless"_s, u"Careless"_s}, m_slip(slip), m_model(model)
{
}

CarelessClient::~CarelessClient()
{
    delete m_transport; // before the manager that it borrows
}

void CarelessClient::switchTo(protocol::Technique technique)
{
    if (m_transport) {
        m_transport->disconnect(this);
        m_transport->stop();
        m_transport->deleteLater();
        m_cursor.after = std::max<qint64>(0, m_cursor.after + m_slip);
    }
    m_transport = transport::makeTransport(technique, m_endpoint, m_network).release();
    m_transport->setParent(this);
    connect(m_transport, &ChatTransport::batchReceived, this, &CarelessClient::take);
    m_transport->start(m_cursor, {50ms, 10s});
}

void CarelessClient::take(const protocol::MessageBatch &batch)
{
    m_cursor = {batch.epoch, batch.next};
    QList<session::Received> received;
    for (const protocol::Entry &entry : batch.entries) {
        if (const auto *const message = std::get_if<protocol::Message>(&entry))
            received.append({*message, m_transport->technique(), std::nullopt, std::nullopt, false, {}});
    }
    m_model.addReceived(received);
}

} // namespace pushlab::tests
