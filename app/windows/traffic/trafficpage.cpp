// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/trafficpage.h"

#include "app/windows/traffic/filteredtraffic.h"
#include "app/windows/traffic/recordinspector.h"
#include "app/windows/traffic/trafficexport.h"
#include "app/windows/traffic/trafficfilterbar.h"
#include "app/windows/traffic/trafficlist.h"
#include "app/windows/traffic/trafficmodel.h"
#include "client/widgets/figures.h"
#include "client/widgets/flowlayout.h"

#include <QCheckBox>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QSet>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString trafficSplitterKey = u"host/traffic-splitter"_s;

} // namespace

TrafficPage::TrafficPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new TrafficModel(TrafficModel::defaultCapacity, this))
    , m_rows(new FilteredTraffic(*m_model, this))
    , m_filter(new TrafficFilterBar(this))
    , m_record(new QToolButton(this))
    , m_follow(new QToolButton(this))
    , m_pause(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_export(new TrafficExport([this] { return shownRows(); }, this))
    , m_secrets(new QCheckBox(this))
    , m_state(new QLabel(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_list(new TrafficList(*m_model, *m_rows, this))
    , m_inspector(new RecordInspector(*m_model, this))
{
    const std::pair<QWidget *, QString> names[] = {
        {m_record, u"traffic-record"_s}, {m_follow, u"traffic-follow"_s}, {m_pause, u"traffic-pause"_s},
        {m_clear, u"traffic-clear"_s},   {m_export, u"traffic-export"_s}, {m_secrets, u"traffic-secrets"_s},
        {m_state, u"traffic-state"_s},
    };
    for (const auto &[widget, name] : names)
        widget->setObjectName(name);
    layOut();
    followParts();
    retranslate();
}

void TrafficPage::layOut()
{
    const int em = fontMetrics().height();
    for (QToolButton *const button : {m_record, m_follow, m_pause}) {
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_follow->setChecked(true);
    m_state->setTextFormat(Qt::PlainText);
    auto *const buttons = new QWidget(this);
    auto *const flow = new widgets::FlowLayout(buttons);
    for (QWidget *const widget : std::initializer_list<QWidget *>{m_record, m_follow, m_pause, m_clear, m_export, m_secrets, m_state})
        flow->addWidget(widget);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_inspector);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->restoreState(QSettings().value(trafficSplitterKey).toByteArray());
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(em / 3, em / 3, em / 3, 0);
    column->setSpacing(em / 3);
    column->addWidget(m_filter);
    column->addWidget(buttons);
    column->addWidget(m_splitter, 1);
}

void TrafficPage::followParts()
{
    connect(m_filter, &TrafficFilterBar::filterChanged, m_rows, &FilteredTraffic::setFilter);
    connect(m_model, &TrafficModel::membersChanged, this, [this] { m_filter->setMembers(m_model->members()); });
    connect(m_model, &TrafficModel::stateChanged, this, &TrafficPage::showState);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &TrafficPage::showState);
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, &TrafficPage::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_inspector->setRecord({}); });
    connect(m_record, &QToolButton::clicked, this, &TrafficPage::recordingWanted);
    connect(m_follow, &QToolButton::clicked, m_list, &TrafficList::setFollowing);
    connect(m_list, &TrafficList::followingChanged, m_follow, &QToolButton::setChecked);
    connect(m_pause, &QToolButton::toggled, m_model, &TrafficModel::setPaused);
    connect(m_clear, &QToolButton::clicked, m_model, &TrafficModel::clear);
    connect(m_secrets, &QCheckBox::toggled, m_inspector, &RecordInspector::setSecretsShown);
    connect(m_secrets, &QCheckBox::toggled, this,
            [this](bool areShown) { m_export->setSecrets(areShown ? wire::Secrets::Shown : wire::Secrets::Masked); });
    connect(m_export, &TrafficExport::done, this, [this](const QString &problem) {
        m_notice = problem;
        showState();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TrafficPage::showChosen);
    connect(m_inspector, &RecordInspector::bytesWanted, this, &TrafficPage::openBytes);
    connect(m_list, &TrafficList::messageWanted, this, [this](const QModelIndex &row) {
        if (const auto *const record = m_model->find(row.data(TrafficModel::NumberRole).toULongLong()))
            Q_EMIT messageWanted(record->room, record->firstMessage);
    });
}

void TrafficPage::append(const wire::TrafficExcerpt &excerpt)
{
    for (const wire::TrafficRecord &record : excerpt.records) {
        if (record.number == m_inspector->number()) // a message in it was withdrawn
            m_inspector->setRecord(record);
    }
    m_model->append(excerpt);
    if (m_model->rowCount() == 0) // the class was cleared
        m_inspector->setRecord({});
}

void TrafficPage::restart()
{
    m_notice.clear();
    m_model->restart();
}

void TrafficPage::setRecording(bool isRecording)
{
    m_record->setChecked(isRecording);
    showState();
}

void TrafficPage::showState()
{
    if (!m_notice.isEmpty()) {
        m_state->setText(m_notice);
        return;
    }
    QStringList parts;
    if (!m_record->isChecked())
        parts += tr("Not recording");
    else if (m_model->since() > 0)
        parts += tr("Recording since %1").arg(QDateTime::fromMSecsSinceEpoch(m_model->since() / 1000).toString(u"HH:mm"_s));
    else
        parts += tr("Recording");
    const int shown = m_rows->rowCount();
    parts += shown == m_model->rowCount() ? tr("%n row(s)", nullptr, shown)
                                          : tr("%1 of %n row(s)", nullptr, m_model->rowCount()).arg(widgets::countText(shown));
    if (const quint64 dropped = m_model->dropped(); dropped > 0)
        parts += tr("%n dropped", nullptr, int(dropped));
    if (m_pause->isChecked())
        parts += tr("paused: %n more", nullptr, int(m_model->waiting()));
    m_state->setText(parts.join(u" · "_s));
}

//! What was chosen stays, when its row is the oldest and is removed.
void TrafficPage::showChosen()
{
    const auto *const record = m_model->find(m_list->currentIndex().data(TrafficModel::NumberRole).toULongLong());
    if (!record)
        return;
    m_notice.clear();
    if (record->number != m_inspector->number())
        m_inspector->setRecord(*record);
    m_list->setFollowing(false); // it would be carried out of sight
    showState();
}

wire::TrafficExcerpt TrafficPage::shownRows() const
{
    wire::TrafficExcerpt excerpt;
    excerpt.since = m_model->since();
    excerpt.dropped = m_model->dropped();
    QSet<quint64> connections;
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const wire::TrafficRecord &record = m_model->record(m_rows->mapToSource(m_rows->index(row, 0)).row());
        excerpt.records.append(record);
        if (const auto known = m_model->connection(record.connection); known && !connections.contains(record.connection)) {
            connections.insert(record.connection);
            excerpt.connections.append(*known);
        }
    }
    return excerpt;
}

void TrafficPage::choose(quint64 number)
{
    const int row = m_model->rowOf(number);
    if (row < 0)
        return;
    QModelIndex index = m_rows->mapFromSource(m_model->index(row, 0));
    if (!index.isValid()) {
        m_filter->reset();
        index = m_rows->mapFromSource(m_model->index(row, 0));
    }
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void TrafficPage::openBytes(quint64 number, qsizetype offset, qsizetype size)
{
    choose(number);
    m_inspector->showBytes(offset, size);
}

void TrafficPage::showMessage(const QString &room, qint64 message)
{
    const QList<int> rows = m_model->rowsOfMessage(room, message);
    if (rows.isEmpty()) {
        m_notice = tr("Message %1 is not among the rows: it passed while nothing was recorded, or was dropped.").arg(message);
        showState();
        return;
    }
    m_notice.clear();
    m_inspector->setMessage(room, message); // before its row, which carries others, too
    choose(m_model->record(rows.constFirst()).number);
    m_inspector->showXray();
    m_list->setFocus();
}

void TrafficPage::saveState() const
{
    m_list->saveColumns();
    m_inspector->saveState();
    QSettings().setValue(trafficSplitterKey, m_splitter->saveState());
}

void TrafficPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrafficPage::retranslate()
{
    setAccessibleName(tr("Traffic"));
    m_record->setText(tr("Record"));
    m_record->setToolTip(tr("Record the bytes of every connection; it costs the host about a tenth of its time"));
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Keep the newest row in sight"));
    m_pause->setText(tr("Pause"));
    m_pause->setToolTip(tr("The rows stand still; what comes is added afterwards"));
    m_clear->setText(tr("Clear rows"));
    m_clear->setToolTip(tr("Remove all rows from this view"));
    m_secrets->setText(tr("Show secrets"));
    m_secrets->setToolTip(tr("PIN, cookies, tokens, members' ids and your key, which are stars otherwise. Not on a projector."));
    m_model->retranslate();
    showState();
}

} // namespace pushlab::app
