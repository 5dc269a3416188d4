// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/soak/soakbook.h"

#include "server/protocol/generator.h"
#include "server/protocol/withdrawal.h"

#include <QRandomGenerator>
#include <QStringView>

#include <algorithm>
#include <array>
#include <optional>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 mostPieces = 60;

quint64 keyOf(int sender, int count)
{
    return quint64(quint32(sender)) << 32 | quint32(count);
}

//! Whether the host calls \a sender so. A newcomer's own name is still held for who left: it is called by a number behind it.
bool isCalled(const QString &name, int sender)
{
    const QString own = soakName(sender);
    return name == own || (name.startsWith(QString(own + u' ')) && name.sliced(own.size() + 1).toInt() > 1);
}

//! The sender and count in \a text; nullopt when no member writes such a text.
std::optional<quint64> readAuthor(const protocol::Message &message)
{
    const QString author = message.text.section(u' ', 0, 0);
    bool isSender = false;
    bool isCount = false;
    const int sender = author.section(u'/', 0, 0).toInt(&isSender);
    const int count = author.section(u'/', 1).toInt(&isCount);
    if (!isSender || !isCount || !isCalled(message.from, sender) || message.text != soakText(sender, count))
        return std::nullopt;
    return keyOf(sender, count);
}

} // namespace

QString soakName(int sender)
{
    return u"Member %1"_s.arg(sender);
}

QString soakText(int sender, int count)
{
    static constexpr std::array<QStringView, 8> pieces{u"push", u" ", u"é", u"你好", u"😀", u"<b>", u"\"\\", u"&amp;"};
    QRandomGenerator random(quint32(sender) * 65'537U + quint32(count));
    QString text = QString::number(sender) + u'/' + QString::number(count) + u' ';
    for (quint32 left = random.bounded(mostPieces); left > 0; --left)
        text += pieces[random.bounded(quint32(pieces.size()))];
    return text;
}

void SoakBook::take(const protocol::Message &message)
{
    m_last = std::max(m_last, message.seq);
    if (const auto known = m_entries.constFind(message.seq); known != m_entries.cend()) {
        if (known->text != message.text || known->from != message.from)
            ++m_wrong;
        return;
    }
    m_entries.insert(message.seq, {message.from, message.text});
    if (message.from == protocol::generatorName())
        return;
    const std::optional<quint64> author = readAuthor(message);
    if (!author)
        ++m_wrong;
    else if (m_numbers.contains(*author))
        ++m_repeated;
    else
        m_numbers.insert(*author, message.seq);
    m_received.append(message.seq);
}

void SoakBook::pass(qint64 seq)
{
    m_last = std::max(m_last, seq);
}

qint64 SoakBook::some(quint32 chance) const
{
    return m_received.isEmpty() ? 0 : m_received.at(qsizetype(chance % quint32(m_received.size())));
}

void SoakBook::confirm(int sender, int count, qint64 seq)
{
    m_last = std::max(m_last, seq);
    m_confirmed.insert(keyOf(sender, count), seq);
}

void SoakBook::audit(const QList<protocol::Entry> &log, const QSet<qint64> &withdrawn)
{
    qint64 expected = 0;
    QSet<qint64> emptied;
    for (const protocol::Entry &entry : log) {
        if (protocol::seqOf(entry) != ++expected)
            ++m_wrong;
        if (const auto *const message = std::get_if<protocol::Message>(&entry)) {
            m_written += message->from != protocol::generatorName();
            take(*message);
        } else if (protocol::isWithdrawn(std::get<protocol::ControlEntry>(entry))) {
            ++m_written;
            emptied.insert(protocol::seqOf(entry));
        }
    }
    m_notWithdrawn = (withdrawn - emptied).size();
    m_lost += std::max<qint64>(m_last - log.size(), 0);
    for (auto one = m_confirmed.cbegin(); one != m_confirmed.cend(); ++one) {
        if (m_numbers.value(one.key()) != one.value() && !emptied.contains(one.value()))
            ++m_lost;
    }
}

} // namespace pushlab::tests
