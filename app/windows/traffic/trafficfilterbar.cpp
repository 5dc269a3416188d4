// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/trafficfilterbar.h"

#include "app/windows/traffic/traffictext.h"
#include "client/widgets/composing.h"
#include "client/widgets/flowlayout.h"
#include "client/widgets/problemlabel.h"
#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using wire::Direction;
using wire::RecordKind;

namespace {

constexpr std::chrono::milliseconds typingPause = 250ms;
constexpr int anything = -1; // the data of a choice that leaves everything
constexpr int otherTechnique = -2;

} // namespace

TrafficFilterBar::TrafficFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_isExpression(new QCheckBox(this))
    , m_technique(new QComboBox(this))
    , m_direction(new QComboBox(this))
    , m_member(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_reset(new QPushButton(this))
    , m_problem(new widgets::ProblemLabel(this))
{
    const int em = fontMetrics().height();
    const std::pair<QWidget *, QString> names[] = {
        {m_text, u"traffic-text"_s},           {m_isExpression, u"traffic-expression"_s}, {m_technique, u"traffic-technique"_s},
        {m_direction, u"traffic-direction"_s}, {m_member, u"traffic-member"_s},           {m_kind, u"traffic-kind"_s},
        {m_reset, u"traffic-reset"_s},         {m_problem, u"traffic-problem"_s},
    };
    auto *const fields = new QWidget(this);
    auto *const flow = new widgets::FlowLayout(fields);
    for (const auto &[widget, name] : names) {
        widget->setObjectName(name);
        if (widget != m_problem)
            flow->addWidget(widget);
    }
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(em * 12);
    new widgets::Composing(m_text);
    m_member->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_member->setMinimumContentsLength(10);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em / 4);
    column->addWidget(fields);
    column->addWidget(m_problem);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    m_typing.callOnTimeout(this, &TrafficFilterBar::apply);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::returnPressed, this, &TrafficFilterBar::apply);
    connect(m_isExpression, &QCheckBox::toggled, this, &TrafficFilterBar::apply);
    for (QComboBox *const box : {m_technique, m_direction, m_member, m_kind})
        connect(box, &QComboBox::currentIndexChanged, this, &TrafficFilterBar::apply);
    connect(m_reset, &QPushButton::clicked, this, &TrafficFilterBar::reset);
    retranslate();
    apply();
}

void TrafficFilterBar::setMembers(const QList<TrafficModel::Member> &members)
{
    m_members = members;
    fillMembers();
}

TrafficFilter TrafficFilterBar::filter() const
{
    TrafficFilter filter;
    const int technique = m_technique->currentData().toInt();
    filter.isOther = technique == otherTechnique;
    if (technique >= 0)
        filter.technique = protocol::Technique(technique);
    if (const int direction = m_direction->currentData().toInt(); direction != anything)
        filter.direction = Direction(direction);
    if (const int kind = m_kind->currentData().toInt(); kind != anything)
        filter.kind = RecordKind(kind);
    if (const int member = m_member->currentIndex() - 1; member >= 0 && member < m_members.size()) {
        filter.room = m_members.at(member).room;
        filter.memberKey = m_members.at(member).key;
    }
    if (!m_isExpression->isChecked())
        filter.text = m_text->text();
    else if (const QRegularExpression expression = boundedExpression(m_text->text()); expression.isValid())
        filter.expression = expression;
    return filter;
}

void TrafficFilterBar::reset()
{
    {
        const QSignalBlocker blockers[] = {QSignalBlocker(m_text),      QSignalBlocker(m_isExpression),
                                           QSignalBlocker(m_technique), QSignalBlocker(m_direction),
                                           QSignalBlocker(m_member),    QSignalBlocker(m_kind)};
        m_text->clear();
        m_isExpression->setChecked(false);
        for (QComboBox *const box : {m_technique, m_direction, m_member, m_kind})
            box->setCurrentIndex(0);
    }
    apply();
}

void TrafficFilterBar::apply()
{
    m_typing.stop();
    const QString error = m_isExpression->isChecked() ? expressionError(boundedExpression(m_text->text())) : QString();
    m_problem->setProblem(error);
    m_text->setAccessibleDescription(error);
    const TrafficFilter now = filter();
    m_reset->setEnabled(!now.isEmpty() || !m_text->text().isEmpty());
    Q_EMIT filterChanged(now);
}

//! Keeps what is chosen.
void TrafficFilterBar::fill()
{
    const auto refill = [](QComboBox &box, const std::function<void()> &add) {
        const QSignalBlocker blocker(&box);
        const int chosen = std::max(0, box.currentIndex());
        box.clear();
        add();
        box.setCurrentIndex(chosen);
    };
    refill(*m_technique, [this] {
        m_technique->addItem(tr("All techniques"), anything);
        for (const protocol::Technique technique : protocol::allTechniques)
            m_technique->addItem(widgets::techniqueIcon(technique, palette()), widgets::techniqueTitle(technique), int(technique));
        m_technique->addItem(tr("No technique"), otherTechnique);
    });
    refill(*m_direction, [this] {
        m_direction->addItem(tr("Both directions"), anything);
        for (const Direction direction : {Direction::ToHost, Direction::FromHost})
            m_direction->addItem(directionText(direction), int(direction));
    });
    refill(*m_kind, [this] {
        m_kind->addItem(tr("All kinds"), anything);
        for (const RecordKind kind :
             {RecordKind::Request, RecordKind::Answer, RecordKind::Event, RecordKind::Frame, RecordKind::Other})
            m_kind->addItem(kindText(kind), int(kind));
    });
    fillMembers();
}

//! Keeps the member that is chosen, whose place may be another now; it ends with its last row.
void TrafficFilterBar::fillMembers()
{
    const QByteArray chosen = m_member->currentData().toByteArray();
    {
        const QSignalBlocker blocker(m_member);
        m_member->clear();
        m_member->addItem(tr("All members"));
        for (const TrafficModel::Member &member : std::as_const(m_members))
            m_member->addItem(widgets::shownName(member.name), QByteArray(member.room.toUtf8() + '\n' + member.key));
        m_member->setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, m_member->findData(chosen)));
    }
    if (!chosen.isEmpty() && m_member->currentIndex() == 0)
        apply();
}

void TrafficFilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        fill(); // the techniques' marks have a rim
}

void TrafficFilterBar::retranslate()
{
    m_text->setPlaceholderText(tr("Filter: text in the bytes"));
    m_text->setAccessibleName(tr("Filter: text in the bytes"));
    m_text->setToolTip(tr("Case is ignored. Masked payloads and percent-encoded forms are searched as they read."));
    m_isExpression->setText(tr("Regular expression"));
    m_technique->setAccessibleName(tr("Filter: technique"));
    m_direction->setAccessibleName(tr("Filter: direction"));
    m_member->setAccessibleName(tr("Filter: member"));
    m_kind->setAccessibleName(tr("Filter: kind"));
    m_reset->setText(tr("Show all"));
    fill();
}

} // namespace pushlab::app
