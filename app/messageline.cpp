// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/messageline.h"

#include "client/session/chatclient.h"
#include "server/protocol/json.h"

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

bool breaksLine(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

void appendVisibly(QString &line, const QString &text)
{
    for (const QChar c : text) {
        if (!breaksLine(c))
            line += c;
        else if (c == u'\n')
            line += "\\n"_L1;
        else if (c == u'\r')
            line += "\\r"_L1;
        else if (c == u'\t')
            line += "\\t"_L1;
        else if (c.unicode() < 0x100)
            line += "\\x"_L1 + QString::number(c.unicode(), 16).rightJustified(2, u'0');
        else
            line += "\\u"_L1 + QString::number(c.unicode(), 16);
    }
}

} // namespace

QString visibleText(const QString &text)
{
    QString line;
    appendVisibly(line, text);
    return line;
}

QByteArray plainLine(const session::Received &received)
{
    QString line;
    appendVisibly(line, received.message.from);
    line += ": "_L1;
    appendVisibly(line, received.message.text);
    return line.toUtf8();
}

QByteArray jsonLine(const session::Received &received)
{
    QByteArray json = "{\"seq\":" + QByteArray::number(received.message.seq) + ",\"from\":";
    protocol::appendJsonString(json, received.message.from.toUtf8());
    json += ",\"text\":";
    protocol::appendJsonString(json, received.message.text.toUtf8());
    json += ",\"technique\":";
    protocol::appendJsonString(json, protocol::techniqueName(received.technique));
    json += ",\"delay\":";
    if (received.delay)
        protocol::appendJsonTime(json, *received.delay);
    else
        json += "null";
    json += '}';
    return json;
}

} // namespace pushlab::app
