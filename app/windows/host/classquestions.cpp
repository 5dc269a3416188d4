// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/classquestions.h"

#include "app/windows/endwatch.h"
#include "client/session/hanspacing.h"
#include "client/widgets/figures.h"
#include "client/widgets/shownname.h"

#include <QMessageBox>

#include <algorithm>
#include <iterator>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using server::MemberSnapshot;
using server::ModerationCommand;
using server::StorageState;

namespace {

constexpr qsizetype shownCharacters = 40; // of a member's name

//! The number of messages that are in memory only, although they should be stored.
qint64 unkept(const server::HostSnapshot &snapshot)
{
    return snapshot.storage.kind == StorageState::Kind::Failed ? snapshot.messages : 0;
}

QString cutOff(qint64 members)
{
    return ClassQuestions::tr("Members who are cut off: %1").arg(widgets::countText(members));
}

QString shownMember(const MemberSnapshot &member)
{
    return member.name.isEmpty() ? member.address : widgets::isolatedName(widgets::leftOf(member.name, shownCharacters));
}

} // namespace

ClassQuestions::ClassQuestions(QWidget *window) : QObject(window), m_window(window) {}

bool ClassQuestions::isOwn(const MemberSnapshot &member) const
{
    const QString id = member.key.startsWith(u"m:") ? member.key.mid(2) : QString();
    return !id.isEmpty() && (id == m_teacher || m_ownMembers.contains(id));
}

void ClassQuestions::setSnapshot(const server::HostSnapshot &snapshot, const QString &teacher)
{
    m_snapshot = snapshot;
    m_teacher = teacher;
    const auto own = std::count_if(snapshot.members.cbegin(), snapshot.members.cend(),
                                   [this](const MemberSnapshot &member) { return isOwn(member); });
    m_others = qMax<qint64>(0, snapshot.memberCount - own);
    refreshQuestion();
}

void ClassQuestions::setRun(Run run)
{
    m_run = run;
    refreshQuestion();
}

//! Updates the question with what would be lost now; closes it when that is nothing.
void ClassQuestions::refreshQuestion()
{
    if (!m_endQuestion)
        return;
    const QString now = losses(m_asked);
    if (now.isEmpty())
        m_endQuestion->reject();
    else
        m_endQuestion->setInformativeText(now);
}

void ClassQuestions::clear()
{
    m_snapshot = {};
    m_others = 0;
    refreshQuestion();
}

bool ClassQuestions::isAskedBefore(End end) const
{
    return !EndWatch::isEnding() && !losses(end).isEmpty();
}

bool ClassQuestions::isRunLost(End end) const
{
    return m_run == Run::OfTheClass || (m_run == Run::OfAnotherHost && end == End::Window);
}

QString ClassQuestions::losses(End end) const
{
    QStringList lines;
    if (m_others > 0)
        lines += cutOff(m_others);
    if (const qint64 messages = unkept(m_snapshot); messages > 0)
        lines += tr("Messages that are in memory only, and are lost: %1").arg(widgets::countText(messages));
    if (isRunLost(end))
        lines += tr("The comparison is not finished: what it has measured is lost.");
    return lines.join(u'\n');
}

Question ClassQuestions::endQuestion(End end) const
{
    if (m_others == 0 && unkept(m_snapshot) == 0)
        return {tr("End the comparison?"), losses(end), tr("End the comparison")};
    return {tr("End the class?"), losses(end), tr("End the class")};
}

void ClassQuestions::askToEnd(End end, const std::function<void()> &accepted)
{
    if (!isAskedBefore(end)) {
        accepted();
        return;
    }
    if (m_endQuestion)
        m_endQuestion->reject(); // it may be about an earlier state
    m_asked = end;
    m_endQuestion = askFirst(m_window, endQuestion(end), accepted);
}

QList<MemberSnapshot> ClassQuestions::meant(const QString &room, const ModerationCommand &order) const
{
    QList<MemberSnapshot> members;
    std::copy_if(m_snapshot.members.cbegin(), m_snapshot.members.cend(), std::back_inserter(members),
                 [&](const MemberSnapshot &member) {
                     const bool isOne = (!order.member.isEmpty() && member.key.toUtf8() == order.member)
                         || (!order.address.isEmpty() && member.address == order.address);
                     return isOne && member.room == room && !isOwn(member);
                 });
    return members;
}

void ClassQuestions::askToModerate(const QString &room, const ModerationCommand &order, const std::function<void()> &accepted)
{
    if (order.action == ModerationCommand::Action::Withdraw) {
        askFirst(m_window,
                 {tr("Withdraw this message?"),
                  tr("It disappears from every view, and its text from the memory and the database of this host. Files that were saved "
                     "before keep it."),
                  tr("Withdraw")},
                 accepted);
        return;
    }
    const bool isBan = order.action == ModerationCommand::Action::Ban;
    const auto members = isBan || order.action == ModerationCommand::Action::Kick ? meant(room, order) : QList<MemberSnapshot>();
    if (members.isEmpty()) {
        accepted();
        return;
    }
    QString question = tr("Ban everybody at %1?").arg(order.address);
    if (!order.member.isEmpty())
        question = session::closedUp((isBan ? tr("Ban %1?") : tr("Send %1 out?")).arg(shownMember(members.first())));
    askFirst(m_window, {question, cutOff(members.size()), isBan ? tr("Ban") : tr("Send out")}, accepted);
}

} // namespace pushlab::app
