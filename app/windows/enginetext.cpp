// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/enginetext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto context = "EngineText";

//! Word for word as they come, %1, %2 … in the order of their coming.
constexpr const char *sentences[] = {
    // Set-ups to run again
    QT_TRANSLATE_NOOP("EngineText", "All three techniques at once for 15 s, four messages a second: a first answer within 20 s."),
    QT_TRANSLATE_NOOP("EngineText", "A quiet class: 30 clients and a message every 10 s."),
    QT_TRANSLATE_NOOP("EngineText", "A busy class: 30 clients and four messages a second, eight for each poll."),
    QT_TRANSLATE_NOOP("EngineText", "Phones on a slow network: four messages a second, 150 ms each way."),
    QT_TRANSLATE_NOOP("EngineText", "The tutorials' chat: poll every 2 s, hold 10 s, and their queue of one message beside it."),
    QT_TRANSLATE_NOOP("EngineText", "1,000 clients, by polling every second or by WebSocket, 50 ms each way: what headers cost."),
    QT_TRANSLATE_NOOP("EngineText", "Long polling alone, 150 ms each way: how many transits a message takes."),
    QT_TRANSLATE_NOOP("EngineText", "One client and five updates, one a second: how many requests and bytes each technique takes."),
    QT_TRANSLATE_NOOP("EngineText", "Open data of 5.2 kB every 5 s, by polling twice a second or by WebSocket."),
    QT_TRANSLATE_NOOP("EngineText", "A chat of 1,000 clients with 92 messages a second, by long polling alone: what a host bears."),
    QT_TRANSLATE_NOOP("EngineText", "A quantum leap in scalability (%1)."),
    QT_TRANSLATE_NOOP("EngineText", "Long polling on a network that is far from fast (%1)."),
    QT_TRANSLATE_NOOP("EngineText", "Five updates, one a second (%1)."),
    QT_TRANSLATE_NOOP("EngineText", "Live open data: 5.2 kB every 5 s (%1)."),
    QT_TRANSLATE_NOOP("EngineText", "The chat benchmark of CometD (%1)."),
    QT_TRANSLATE_NOOP("EngineText", "Long polling batches: fewer requests than messages, three transits at the worst."),
    QT_TRANSLATE_NOOP(
        "EngineText",
        "The tutorials say of polling \"delay up to 5 s, too many requests\", of long polling \"hardly any delay, far "
        "fewer requests\", of WebSocket \"both sides send at any time\"; they also poll every 1 s or 5 s and hold for 30 s."),
    QT_TRANSLATE_NOOP("EngineText",
                      "Arithmetic only: headers without messages, TCP and IP. With 40 bytes of TCP/IP a segment and messages of 100 bytes "
                      "the ratio is about 7 : 1, not 435 : 1."),
    QT_TRANSLATE_NOOP(
        "EngineText",
        "The RFC gives multiples of a transit, not times: 150 ms is PushLab's choice. Under load messages come in batches."),
    QT_TRANSLATE_NOOP("EngineText", "HTTP/1.1; the page is included, WebSocket's frames are not."),
    QT_TRANSLATE_NOOP("EngineText",
                      "100 to 25,000 clients on one thread. Its rule: a host must bear users / acceptable delay requests a second."),
    QT_TRANSLATE_NOOP("EngineText",
                      "Each client is in 10 of 100 rooms. The turn-around is not published; it follows from the answers a second."),
    QT_TRANSLATE_NOOP("EngineText", "Scaled: %1 clients here, up to %2 there."),
    QT_TRANSLATE_NOOP("EngineText",
                      "Scaled: one room here, where each client receives %1 messages a second, instead of %2 rooms of which each client is "
                      "in %3."),
    QT_TRANSLATE_NOOP("EngineText", "Their poll's timer runs on; here the next poll is counted from the answer, one round trip later."),
    // What stops a run
    QT_TRANSLATE_NOOP("EngineText", "There is no host called \"%1\"."),
    QT_TRANSLATE_NOOP("EngineText", "The host at %1 does not answer."),
    QT_TRANSLATE_NOOP("EngineText", "Only %1 of %2 clients could connect within 30 s."),
    QT_TRANSLATE_NOOP("EngineText", "Only %1 of %2 clients could connect."),
    // What stops a host
    QT_TRANSLATE_NOOP("EngineText", "cannot listen on %1 port %2: %3"),
    QT_TRANSLATE_NOOP("EngineText", "The bound address is already in use"),
    QT_TRANSLATE_NOOP("EngineText", "The address is not available"),
    QT_TRANSLATE_NOOP("EngineText", "The address is protected"),
};

//! What stands for %1, %2 … when \a text is \a sentence; nothing when it is another one.
std::optional<QStringList> argumentsOf(const QString &text, const QString &sentence)
{
    static const QRegularExpression place(u"%\\d"_s);
    QString form;
    qsizetype end = 0;
    for (auto places = place.globalMatch(sentence); places.hasNext();) {
        const auto match = places.next();
        form += QRegularExpression::escape(sentence.mid(end, match.capturedStart() - end)) + u"(.+)"_s;
        end = match.capturedEnd();
    }
    form += QRegularExpression::escape(sentence.mid(end));
    const auto match = QRegularExpression(QRegularExpression::anchoredPattern(form)).match(text);
    return match.hasMatch() ? std::optional(match.capturedTexts().mid(1)) : std::nullopt;
}

} // namespace

QString engineText(const QString &english)
{
    for (const char *const sentence : sentences) {
        const auto arguments = argumentsOf(english, QString::fromUtf8(sentence));
        if (!arguments)
            continue;
        QString text = QCoreApplication::translate(context, sentence);
        for (qsizetype i = 0; i < arguments->size(); ++i)
            text.replace(u'%' + QString::number(i + 1), engineText(arguments->at(i)));
        return text;
    }
    return english;
}

} // namespace pushlab::app
