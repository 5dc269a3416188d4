// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/membersview.h"

#include "app/windows/language.h"
#include "client/widgets/composing.h"
#include "client/widgets/contrast.h"
#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"

#include <QAction>
#include <QActionGroup>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QStyle>

#include <algorithm>
#include <numeric>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {
// Contains the number of columns, because a stored state only fits a table with the same number.
const QString columnsKey = u"host/member-columns-%1"_s.arg(int(MembersTableModel::ColumnCount));

//! Widths fit the words and the letters that they were stored with.
QString widthsKey(const QWidget &view)
{
    return u"%1-%2-%3"_s.arg(columnsKey, currentLanguage()).arg(view.fontMetrics().height());
}

const QString wantedKey = columnsKey + u"-wanted"_s; // "+3", "-5"
constexpr int nameCharacters = 10; // of a name, visible characters
constexpr int minCharacters = 7; // of any column, visible characters
constexpr int menuNameCharacters = 40;
constexpr int givenNameCharacters = 64; // of one that the teacher gives
}

MembersView::MembersView(QWidget *parent)
    : QTableView(parent), m_model(new MembersTableModel(this)), m_sorted(new QSortFilterProxyModel(this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(MembersTableModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_sorted);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    setSortingEnabled(true);
    sortByColumn(MembersTableModel::NameColumn, Qt::AscendingOrder);
    fitRows();
    fitColumns();
    horizontalHeader()->setSectionResizeMode(MembersTableModel::NameColumn, QHeaderView::Stretch);
    horizontalHeader()->restoreState(QSettings().value(widthsKey(*this)).toByteArray());
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &MembersView::offerColumns);
    restoreWanted();
    showWhatFits();
    setAccessibleName(tr("Members"));
}

void MembersView::setMembers(const QList<server::MemberSnapshot> &members, const QString &room)
{
    m_model->update(members);
    const bool isSpread = !room.isEmpty()
        && std::any_of(members.cbegin(), members.cend(),
                       [&room](const server::MemberSnapshot &member) { return member.room != room; });
    if (std::exchange(m_isSpread, isSpread) != isSpread)
        showWhatFits();
}

void MembersView::setSpotlight(const std::optional<server::SpotlightState> &spotlight)
{
    m_spotlitRoom = spotlight ? spotlight->member.room : QString();
    m_spotlitKey = spotlight ? spotlight->member.key : QString();
}

void MembersView::saveColumns() const
{
    QSettings settings;
    settings.setValue(widthsKey(*this), m_isBrief ? m_usualColumns : horizontalHeader()->saveState());
    QStringList wanted;
    for (auto column = m_wanted.cbegin(); column != m_wanted.cend(); ++column)
        wanted += (column.value() ? u'+' : u'-') + QString::number(column.key());
    settings.setValue(wantedKey, wanted);
}

void MembersView::fitRows()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
    horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * (m_isBrief ? 3 : minCharacters));
    setMinimumWidth(briefWidth());
}

void MembersView::setBrief(bool isBrief)
{
    if (std::exchange(m_isBrief, isBrief) == isBrief)
        return;
    if (isBrief)
        m_usualColumns = horizontalHeader()->saveState();
    m_model->setBrief(isBrief);
    fitRows();
    fitColumns();
    if (!isBrief)
        horizontalHeader()->restoreState(m_usualColumns);
    showWhatFits();
}

int MembersView::briefWidth() const
{
    return fontMetrics().averageCharWidth() * (nameCharacters + 4) + verticalScrollBar()->sizeHint().width();
}

//! The room is shown, too, while members are in several.
void MembersView::showBrief()
{
    for (int column = MembersTableModel::NameColumn + 1; column < MembersTableModel::ColumnCount; ++column)
        setColumnHidden(column,
                        column != MembersTableModel::TechniqueColumn && !(column == MembersTableModel::RoomColumn && m_isSpread));
    setColumnWidth(MembersTableModel::TechniqueColumn, fontMetrics().averageCharWidth() * 4);
}

void MembersView::fitColumns()
{
    for (int column = 0; column < MembersTableModel::ColumnCount; ++column) {
        setColumnHidden(column, false); // a hidden header has no width
        m_widths.at(size_t(column)) = fittedWidth(column);
        if (column != MembersTableModel::NameColumn)
            setColumnWidth(column, m_widths.at(size_t(column)));
    }
}

int MembersView::comfortableWidth() const
{
    const int name = fontMetrics().averageCharWidth() * nameCharacters;
    int width = std::accumulate(m_widths.cbegin() + MembersTableModel::NameColumn + 1, m_widths.cend(),
                                name + verticalScrollBar()->sizeHint().width());
    // These are the first to be shown when the window becomes wider.
    for (const int column : {MembersTableModel::RoundTripColumn, MembersTableModel::MissedColumn, MembersTableModel::ClockColumn,
                             MembersTableModel::RoomColumn})
        width -= m_widths.at(size_t(column));
    return width;
}

void MembersView::showWhatFits()
{
    if (m_isBrief) {
        showBrief();
        return;
    }
    int left = viewport()->width() - fontMetrics().averageCharWidth() * nameCharacters;
    // At any width, because it shows where members are.
    const bool isRoomShown = m_wanted.value(MembersTableModel::RoomColumn, m_isSpread);
    setColumnHidden(MembersTableModel::RoomColumn, !isRoomShown);
    if (isRoomShown)
        left -= m_widths.at(MembersTableModel::RoomColumn);
    for (const int column : {MembersTableModel::TechniqueColumn, MembersTableModel::RequestsColumn, MembersTableModel::P95Column,
                             MembersTableModel::StateColumn, MembersTableModel::BytesColumn, MembersTableModel::DeliveredColumn,
                             MembersTableModel::ConnectionsColumn, MembersTableModel::AddressColumn,
                             MembersTableModel::RoundTripColumn, MembersTableModel::MissedColumn, MembersTableModel::ClockColumn}) {
        const int rest = left - m_widths.at(size_t(column));
        const bool isShown = m_wanted.value(column, rest >= 0 || column == MembersTableModel::TechniqueColumn);
        setColumnHidden(column, !isShown);
        // A column that does not fit ends the row; one that the user has hidden does not.
        left = isShown || !m_wanted.contains(column) ? rest : left;
    }
}

void MembersView::offerColumns(const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = MembersTableModel::NameColumn + 1; column < MembersTableModel::ColumnCount; ++column) {
        QAction *const action = menu->addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool isOn) { wantColumn(column, isOn); });
    }
    menu->addSeparator();
    QAction *const fitting = menu->addAction(tr("As many as fit"));
    fitting->setEnabled(!m_wanted.isEmpty());
    connect(fitting, &QAction::triggered, this, [this] {
        m_wanted.clear();
        showWhatFits();
    });
    menu->popup(horizontalHeader()->mapToGlobal(where));
}

void MembersView::wantColumn(int column, bool isWanted)
{
    m_wanted.insert(column, isWanted);
    showWhatFits();
}

void MembersView::restoreWanted()
{
    const QStringList kept = QSettings().value(wantedKey).toStringList();
    for (const QString &one : kept) {
        const int column = QStringView(one).mid(1).toInt();
        if (column > MembersTableModel::NameColumn && column < MembersTableModel::ColumnCount)
            m_wanted.insert(column, one.startsWith(u'+'));
    }
}

int MembersView::fittedWidth(int column) const
{
    const int margin = 2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1);
    int width = 0;
    for (const QString &text : m_model->longestTexts(column))
        width = qMax(width, fontMetrics().horizontalAdvance(text) + margin);
    if (column == MembersTableModel::TechniqueColumn)
        width += style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this) + margin;
    return qMax(width + margin, horizontalHeader()->sectionSizeHint(column));
}

void MembersView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::LanguageChange && event->type() != QEvent::FontChange)
        return;
    m_model->retranslate();
    fitRows();
    fitColumns();
    showWhatFits();
    setAccessibleName(tr("Members"));
}

void MembersView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    // In coordinates of the viewport, as in all scroll areas.
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto *const member = index.isValid() ? m_model->member(m_sorted->mapToSource(index).row()) : nullptr;
    if (member && !member->key.isEmpty()) // a line of several has none
        addActions(*menu, *member);
    menu->addAction(tr("Banned members …"), this, &MembersView::bansWanted);
    menu->popup(byKey && index.isValid() ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void MembersView::addActions(QMenu &menu, const server::MemberSnapshot &member)
{
    using Action = server::ModerationCommand::Action;
    // Tutorial pages have no lasting id, only an address.
    const QByteArray key = member.key.toUtf8();
    const QString address = key.startsWith("m:") ? QString() : member.address;
    const auto add = [this, &menu, room = member.room](const QString &text, const server::ModerationCommand &command) {
        connect(menu.addAction(text), &QAction::triggered, this, [this, room, command] { Q_EMIT moderationWanted(room, command); });
    };
    QString name = widgets::leftOf(member.name.isEmpty() ? member.address : widgets::shownName(member.name), menuNameCharacters);
    menu.addSection(name.replace(u"&"_s, u"&&"_s));
    add(member.isMuted ? tr("Unmute") : tr("Mute"), {member.isMuted ? Action::Unmute : Action::Mute, key, address});
    if (key.startsWith("m:"))
        addPersonal(menu, member);
    addSpotlight(menu, member);
    add(tr("Send out"), {Action::Kick, key, address});
    add(tr("Ban"), {Action::Ban, key, address});
    //: %1 is an IP address
    add(tr("Ban everybody at %1").arg(member.address), {Action::Ban, {}, member.address});
    menu.addSeparator();
}

//! What holds for a member in whatever room it is; only one with an id of its own does as it is told.
void MembersView::addPersonal(QMenu &menu, const server::MemberSnapshot &member)
{
    using Action = server::ModerationCommand::Action;
    auto *const techniques = new QMenu(tr("Set technique"), &menu);
    auto *const group = new QActionGroup(techniques);
    const auto add = [&, key = member.key.toUtf8()](const QString &text, std::optional<protocol::Technique> technique) {
        QAction *const action = group->addAction(techniques->addAction(text));
        action->setCheckable(true);
        action->setChecked(member.ordered == technique);
        connect(action, &QAction::triggered, this, [this, room = member.room, key, technique] {
            Q_EMIT moderationWanted(room, {Action::SetTechnique, key, {}, technique});
        });
    };
    add(tr("as the class"), std::nullopt);
    for (const protocol::Technique technique : protocol::allTechniques)
        add(widgets::techniqueTitle(technique), technique);
    menu.addMenu(techniques);
    connect(menu.addAction(tr("Rename …")), &QAction::triggered, this, [this, member] { askForName(member); });
}

//! Checked while the member has it; a second click ends it.
void MembersView::addSpotlight(QMenu &menu, const server::MemberSnapshot &member)
{
    const bool isSpotlit = member.key == m_spotlitKey && member.room == m_spotlitRoom;
    QAction *const action = menu.addAction(tr("Spotlight"));
    action->setCheckable(true);
    action->setChecked(isSpotlit);
    action->setToolTip(tr("Its numbers and messages, for the projector"));
    connect(action, &QAction::triggered, this, [this, room = member.room, key = isSpotlit ? QByteArray() : member.key.toUtf8()] {
        Q_EMIT moderationWanted(room, {server::ModerationCommand::Action::Spotlight, key, {}});
    });
}

void MembersView::askForName(const server::MemberSnapshot &member)
{
    auto *const dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename a member"));
    dialog->setLabelText(tr("The name that all see; empty: what the member calls itself."));
    dialog->setTextValue(member.name);
    dialog->setOkButtonText(tr("Rename"));
    dialog->setCancelButtonText(tr("Cancel"));
    new widgets::Composing(dialog->findChild<QLineEdit *>());
    connect(dialog, &QInputDialog::textValueSelected, this, [this, room = member.room, key = member.key.toUtf8()](const QString &name) {
        Q_EMIT moderationWanted(
            room, {server::ModerationCommand::Action::Rename, key, {}, {}, widgets::leftOf(name.trimmed(), givenNameCharacters)});
    });
    dialog->open();
}

void MembersView::resizeEvent(QResizeEvent *event)
{
    showWhatFits();
    QTableView::resizeEvent(event);
}

void MembersView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(widgets::quietText(palette()));
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("Nobody has joined yet"));
}

} // namespace pushlab::app
