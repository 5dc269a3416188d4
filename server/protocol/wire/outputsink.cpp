// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/outputsink.h"

#include <QFileDevice>
#include <QIODevice>

namespace pushlab::wire {

using namespace Qt::Literals::StringLiterals;

OutputSink::OutputSink(QIODevice &out) : m_out(out)
{
    Q_ASSERT(out.isWritable());
}

bool OutputSink::flush(qsizetype least)
{
    if (isBroken()) {
        m_pending.clear();
        return false;
    }
    if (m_pending.isEmpty() || m_pending.size() < least)
        return true;
    auto *const file = qobject_cast<QFileDevice *>(&m_out);
    const bool isWritten = m_out.write(m_pending) == m_pending.size();
    if (isWritten) {
        m_size += m_pending.size();
    } else {
        m_error = m_out.errorString().isEmpty() ? u"not everything was written"_s : m_out.errorString();
        if (file && !file->isSequential())
            file->resize(m_size); // a part of a block would make the file one that is damaged
    }
    m_pending.clear();
    return isWritten;
}

} // namespace pushlab::wire
