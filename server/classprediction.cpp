// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/classprediction.h"

#include <QUuid>

#include <utility>

namespace pushlab::server {

using namespace Qt::Literals::StringLiterals;
using protocol::QuestionOrder;

ClassPrediction::ClassPrediction(const room::Shard &shard, const ledger::Ledger &ledger, const protocol::ClassSettings &settings,
                                 room::QuestionRound &round, ClassWorksheet &worksheet, protocol::Answerer answerer,
                                 std::function<void()> bringUpToDate)
    : m_shard(shard)
    , m_settings(settings)
    , m_round(round)
    , m_worksheet(worksheet)
    , m_answerer(std::move(answerer))
    , m_bringUpToDate(std::move(bringUpToDate))
    , m_measure(shard, ledger)
{
}

bool ClassPrediction::execute(const QuestionOrder &order)
{
    if (order.action != QuestionOrder::Action::Open && !m_round.asked())
        return false;
    switch (order.action) {
    case QuestionOrder::Action::Open:
        open(order.question);
        break;
    case QuestionOrder::Action::Close:
        m_round.close();
        break;
    case QuestionOrder::Action::Show:
        show(order);
        return true;
    case QuestionOrder::Action::Discard:
        m_round.discard();
        m_measure.end();
        break;
    }
    tell();
    return true;
}

void ClassPrediction::open(const protocol::ClassQuestion &wanted)
{
    protocol::ClassQuestion question = protocol::preparedQuestion(wanted.id, m_settings).value_or(wanted);
    question.place = wanted.place;
    question.id = QUuid::createUuid().toString(QUuid::Id128).first(12);
    m_bringUpToDate();
    m_measure.begin();
    m_round.open(question);
    m_worksheet.noteQuestion(*m_round.asked());
}

void ClassPrediction::show(const QuestionOrder &order)
{
    m_bringUpToDate();
    const protocol::ClassQuestion &question = m_round.asked()->question;
    const protocol::QuestionAnswer answer = m_answerer ? m_answerer(question, m_measure.take(), m_settings)
                                                       : protocol::QuestionAnswer();
    const protocol::QuestionResult result = protocol::resultOf(question, m_round.guesses(), answer, order);
    m_round.show(result);
    m_worksheet.noteQuestion(*m_round.asked());
    protocol::AskedQuestion told = *m_round.asked();
    told.result = result; // with the single guesses
    const QJsonObject control{{u"kind"_s, protocol::resultKind}, {u"question"_s, encodeAsked(told, protocol::GuessValues::Included)}};
    for (const auto &entry : m_shard.rooms())
        entry.second->append(protocol::ControlEntry{0, 0, control});
}

void ClassPrediction::tell() const
{
    const auto &asked = m_round.asked();
    const QJsonObject control{{u"kind"_s, protocol::questionKind},
                              {u"question"_s, asked ? QJsonValue(encodeAsked(*asked)) : QJsonValue()}};
    for (const auto &entry : m_shard.rooms())
        entry.second->append(protocol::ControlEntry{0, 0, control});
}

void ClassPrediction::noteChange(const protocol::ClassSettings &before)
{
    if (!m_measure.isOn())
        return;
    m_bringUpToDate();
    m_measure.noteChange(m_settings, before);
}

void ClassPrediction::sweep()
{
    if (!m_measure.isOn())
        return;
    m_bringUpToDate();
    m_measure.follow();
}

} // namespace pushlab::server
