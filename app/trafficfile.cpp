// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/trafficfile.h"

#include "server/protocol/wire/masking.h"
#include "server/protocol/wire/pcapngwriter.h"

#include <QByteArray>

namespace pushlab::app {

TrafficFile::TrafficFile(const QString &path) : m_path(path), m_file(path)
{
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        m_writer = std::make_unique<wire::PcapngWriter>(m_file, QByteArrayLiteral("PushLab " PUSHLAB_VERSION));
}

TrafficFile::~TrafficFile()
{
    if (m_writer)
        (void)m_writer->finish(); // what is wrong, error() has said
}

void TrafficFile::add(const wire::TrafficExcerpt &excerpt)
{
    if (!error().isEmpty())
        return;
    wire::TrafficExcerpt shown = excerpt;
    for (wire::TrafficRecord &record : shown.records)
        record = wire::maskSecrets(std::move(record));
    bool isWritten = m_writer->write(shown);
    for (const wire::TrafficConnection &connection : std::as_const(shown.connections)) {
        if (isWritten && connection.closed > 0)
            isWritten = m_writer->close(connection);
    }
}

QString TrafficFile::error() const
{
    return m_writer ? m_writer->error() : m_file.errorString();
}

} // namespace pushlab::app
