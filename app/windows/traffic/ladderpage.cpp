// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/ladderpage.h"

#include "client/widgets/flowlayout.h"
#include "client/widgets/shownname.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using Pace = LadderView::Pace;

namespace {

constexpr int spans[] = {5, 10, 30, 60}; // seconds
constexpr int usualSpan = 1;

} // namespace

LadderPage::LadderPage(QWidget *parent, LadderView::Clock clock)
    : QWidget(parent)
    , m_freeze(new QToolButton(this))
    , m_back(new QToolButton(this))
    , m_forward(new QToolButton(this))
    , m_slow(new QToolButton(this))
    , m_span(new QComboBox(this))
    , m_members(new QToolButton(this))
    , m_memberMenu(new QMenu(this))
    , m_current(new QLabel(this))
    , m_view(new LadderView(this, std::move(clock)))
    , m_legend(new QLabel(this))
{
    const std::pair<QWidget *, QString> names[] = {
        {m_freeze, u"ladder-freeze"_s},   {m_back, u"ladder-back"_s}, {m_forward, u"ladder-forward"_s},
        {m_slow, u"ladder-slow"_s},       {m_span, u"ladder-span"_s}, {m_members, u"ladder-members"_s},
        {m_current, u"ladder-current"_s},
    };
    for (const auto &[widget, name] : names)
        widget->setObjectName(name);
    layOut();
    connect(m_freeze, &QToolButton::clicked, this, [this](bool isOn) { m_view->setPace(isOn ? Pace::Frozen : Pace::Live); });
    connect(m_slow, &QToolButton::clicked, this, [this](bool isOn) { m_view->setPace(isOn ? Pace::Slow : Pace::Live); });
    connect(m_back, &QToolButton::clicked, this, [this] { m_view->step(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { m_view->step(1); });
    connect(m_span, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_view->setSpan(std::chrono::seconds(spans[std::max(0, index)])); });
    connect(m_memberMenu, &QMenu::aboutToShow, this, &LadderPage::fillMembers);
    connect(m_view, &LadderView::paceChanged, this, &LadderPage::showPace);
    connect(m_view, &LadderView::currentChanged, this, &LadderPage::showCurrent);
    retranslate();
}

void LadderPage::layOut()
{
    const int em = fontMetrics().height();
    m_freeze->setCheckable(true);
    m_slow->setCheckable(true);
    m_members->setMenu(m_memberMenu);
    m_members->setPopupMode(QToolButton::InstantPopup);
    auto *const buttons = new QWidget(this);
    auto *const flow = new widgets::FlowLayout(buttons);
    for (QWidget *const widget : std::initializer_list<QWidget *>{m_freeze, m_back, m_forward, m_slow, m_span, m_members}) {
        widget->setFocusPolicy(Qt::StrongFocus);
        flow->addWidget(widget);
    }
    for (QLabel *const label : {m_current, m_legend}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMargin(em / 5);
    }
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(em / 3, em / 3, em / 3, em / 3);
    column->setSpacing(em / 4);
    column->addWidget(buttons);
    column->addWidget(m_current);
    column->addWidget(m_view, 1);
    column->addWidget(m_legend);
    m_current->hide();
}

void LadderPage::showPace()
{
    m_freeze->setChecked(m_view->pace() == Pace::Frozen);
    m_slow->setChecked(m_view->pace() == Pace::Slow);
    showCurrent();
}

void LadderPage::showCurrent()
{
    m_current->setVisible(m_view->pace() == Pace::Frozen);
    m_current->setText(m_view->currentText());
}

void LadderPage::fillMembers()
{
    m_memberMenu->clear();
    const QList<int> shown = m_view->shownMembers();
    const auto &members = m_view->data().members();
    QAction *const first = m_memberMenu->addAction(tr("The first %1").arg(LadderView::mostLanes));
    connect(first, &QAction::triggered, this, [this] { m_view->setChosen(std::nullopt); });
    m_memberMenu->addSeparator();
    for (int i = 0; i < int(members.size()); ++i) {
        QString name = widgets::shownName(members.at(i).name);
        QAction *const action = m_memberMenu->addAction(name.replace(u"&"_s, u"&&"_s));
        action->setCheckable(true);
        action->setChecked(shown.contains(i));
        action->setEnabled(action->isChecked() || shown.size() < LadderView::mostLanes);
        connect(action, &QAction::triggered, this, [this, i](bool isOn) { chooseMember(i, isOn); });
    }
}

void LadderPage::chooseMember(int member, bool isShown)
{
    QList<int> members = m_view->shownMembers();
    members.removeAll(member);
    if (isShown)
        members.append(member);
    std::sort(members.begin(), members.end());
    m_view->setChosen(members);
}

void LadderPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LadderPage::retranslate()
{
    setAccessibleName(tr("Ladder"));
    m_freeze->setText(tr("Freeze"));
    m_freeze->setToolTip(tr("The picture stands still (Space)"));
    m_back->setText(tr("Step back"));
    m_back->setToolTip(tr("To the arrow before (Up)"));
    m_forward->setText(tr("Step"));
    m_forward->setToolTip(tr("To the next arrow (Down)"));
    m_slow->setText(tr("Slow motion 1/10"));
    m_slow->setToolTip(tr("A tenth of the speed, and ten times the detail, from now on"));
    m_members->setText(tr("Lanes …"));
    m_members->setToolTip(tr("Which members have a lane: at most %1; the others are summed up").arg(LadderView::mostLanes));
    m_span->setAccessibleName(tr("Time in sight"));
    {
        const QSignalBlocker blocker(m_span);
        const int chosen = m_span->count() > 0 ? m_span->currentIndex() : usualSpan;
        m_span->clear();
        for (const int seconds : spans)
            m_span->addItem(tr("%n second(s)", nullptr, seconds));
        m_span->setCurrentIndex(chosen);
    }
    m_legend->setText(
        tr("Bar: a request is held. Thick arrow with a square: carries a message. ◆: the teacher's word. Colours are the "
           "techniques'. Rest the mouse on an arrow for its bytes and times."));
    showPace();
}

} // namespace pushlab::app
