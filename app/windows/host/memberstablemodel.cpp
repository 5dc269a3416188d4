// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/memberstablemodel.h"

#include "app/windows/host/usagetext.h"
#include "client/widgets/contrast.h"
#include "client/widgets/figures.h"
#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"

#include <QGuiApplication>
#include <QHostAddress>
#include <QLocale>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using server::MemberSnapshot;

namespace {

const QString nothingYet = u"–"_s;
constexpr int roomCharacters = 10; // of a room's name, in sight

// Unique among the members of all rooms, where the same key may occur in two rooms.
QString identity(const MemberSnapshot &member)
{
    return member.room + u'/' + member.key; // names of rooms contain no '/'
}

QString delayOr(std::optional<double> milliseconds)
{
    return milliseconds ? widgets::delayText(*milliseconds) : nothingYet;
}

bool isNumber(int column)
{
    return column >= MembersTableModel::RequestsColumn && column <= MembersTableModel::ClockColumn;
}

bool sameShown(const MemberSnapshot &a, const MemberSnapshot &b)
{
    return a.requests == b.requests && a.delivered == b.delivered && a.state == b.state && a.technique == b.technique
        && a.name == b.name && a.address == b.address && a.usage == b.usage && a.delays == b.delays && a.isMuted == b.isMuted
        && a.ordered == b.ordered && a.bytes == b.bytes && a.connections == b.connections;
}

//! The sign of muted members: a speech balloon that is struck out.
QIcon mutedIcon(const QPalette &palette)
{
    constexpr int side = 64;
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor red = widgets::readableOn(palette.color(QPalette::Base), QColor(0xc6, 0x28, 0x28));
    painter.setPen(QPen(red, side / 12.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawRoundedRect(QRectF(8, 14, 48, 30), 8, 8);
    painter.drawLine(QPointF(20, 44), QPointF(16, 56));
    painter.drawLine(QPointF(16, 56), QPointF(32, 44));
    painter.drawLine(QPointF(8, 6), QPointF(56, 58));
    return QIcon(pixmap);
}

QString kilobytes(qint64 bytes)
{
    return QLocale().toString(double(bytes) / 1000, 'f', bytes < 99'950 ? 1 : 0);
}

} // namespace

MembersTableModel::MembersTableModel(QObject *parent) : QAbstractTableModel(parent) {}

void MembersTableModel::update(const QList<MemberSnapshot> &members)
{
    QHash<QString, const MemberSnapshot *> present;
    present.reserve(members.size());
    for (const MemberSnapshot &member : members)
        present.insert(identity(member), &member);
    removeMissing(present);

    for (int row = 0; row < int(m_members.size()); ++row) {
        const MemberSnapshot *now = present.take(identity(m_members.at(row)));
        if (sameShown(m_members.at(row), *now))
            continue;
        m_members[row] = *now;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (present.isEmpty())
        return;
    const int first = int(m_members.size());
    beginInsertRows({}, first, first + int(present.size()) - 1);
    for (const MemberSnapshot &member : members) {
        if (present.remove(identity(member)))
            m_members.append(member);
    }
    endInsertRows();
}

void MembersTableModel::removeMissing(const QHash<QString, const MemberSnapshot *> &present)
{
    for (int last = int(m_members.size()) - 1; last >= 0; --last) {
        if (present.contains(identity(m_members.at(last))))
            continue;
        int first = last;
        while (first > 0 && !present.contains(identity(m_members.at(first - 1))))
            --first;
        beginRemoveRows({}, first, last);
        m_members.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void MembersTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_members.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_members.size()) - 1, ColumnCount - 1));
}

void MembersTableModel::setBrief(bool isBrief)
{
    m_isBrief = isBrief;
    retranslate();
}

int MembersTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

int MembersTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MembersTableModel::stateText(MemberSnapshot::State state) const
{
    switch (state) {
    case MemberSnapshot::State::Idle:
        //: Between two polls: no request is open
        return tr("pausing");
    case MemberSnapshot::State::Waiting:
        return tr("waiting");
    case MemberSnapshot::State::Connected:
        return tr("connected");
    }
    Q_UNREACHABLE();
}

const MemberSnapshot *MembersTableModel::member(int row) const
{
    return row >= 0 && row < int(m_members.size()) ? &m_members.at(row) : nullptr;
}

QStringList MembersTableModel::longestTexts(int column) const
{
    QStringList texts;
    switch (column) {
    case TechniqueColumn:
        for (const protocol::Technique technique : protocol::allTechniques)
            texts << widgets::techniqueShortTitle(technique);
        break;
    case StateColumn:
        for (const auto state : {MemberSnapshot::State::Idle, MemberSnapshot::State::Waiting, MemberSnapshot::State::Connected})
            texts << stateText(state);
        break;
    case RequestsColumn:
    case DeliveredColumn:
    case BytesColumn:
        texts << widgets::countText(99'999);
        break;
    case P95Column:
        texts << widgets::measuredDelay(888, 0.8) << widgets::measuredDelay(1020, 18);
        break;
    case RoundTripColumn:
    case ClockColumn:
        texts << widgets::delayText(999) << widgets::delayText(99'900);
        break;
    case MissedColumn:
    case ConnectionsColumn:
        texts << widgets::countText(999);
        break;
    case AddressColumn:
        texts << u"192.168.100.200"_s;
        break;
    case RoomColumn:
        texts << QString(roomCharacters, u'n');
        break;
    default:
        break;
    }
    return texts;
}

QVariant MembersTableModel::text(const MemberSnapshot &member, int column) const
{
    switch (column) {
    case NameColumn:
        return member.name.isEmpty() ? tr("(no name)") : widgets::shownName(member.name);
    case TechniqueColumn:
        return widgets::techniqueShortTitle(member.technique);
    case StateColumn:
        return stateText(member.state);
    case RequestsColumn:
        return widgets::countText(member.requests);
    case DeliveredColumn:
        return widgets::countText(member.delivered);
    case BytesColumn:
        return kilobytes(member.bytes);
    case ConnectionsColumn:
        return widgets::countText(member.connections);
    case P95Column:
        return member.delays.p95 ? widgets::measuredDelay(*member.delays.p95, member.delays.uncertainty) : nothingYet;
    case RoundTripColumn:
        return delayOr(member.delays.roundTrip);
    case MissedColumn:
        return widgets::countText(member.delays.missed);
    case ClockColumn:
        return delayOr(member.delays.uncertainty);
    case AddressColumn:
        return member.address;
    case RoomColumn:
        return widgets::shownName(member.room);
    default:
        return {};
    }
}

//! The name, with an explanation of the sign before it.
QString MembersTableModel::nameText(const MemberSnapshot &member) const
{
    const QString name = text(member, NameColumn).toString();
    return member.isMuted ? tr("(muted) %1").arg(name) : name;
}

QVariant MembersTableModel::sortValue(const MemberSnapshot &member, int column)
{
    switch (column) {
    case NameColumn:
        return member.name;
    case TechniqueColumn:
        return int(member.technique);
    case StateColumn:
        return int(member.state);
    case RequestsColumn:
        return member.requests;
    case DeliveredColumn:
        return member.delivered;
    case BytesColumn:
        return member.bytes;
    case ConnectionsColumn:
        return member.connections;
    case P95Column:
        return member.delays.p95.value_or(-1);
    case RoundTripColumn:
        return member.delays.roundTrip.value_or(-1);
    case MissedColumn:
        return member.delays.missed;
    case RoomColumn:
        return member.room;
    case ClockColumn:
        return member.delays.uncertainty.value_or(-1);
    case AddressColumn: {
        bool isIPv4 = false;
        const quint32 number = QHostAddress(member.address).toIPv4Address(&isIPv4);
        return isIPv4 ? u"%1"_s.arg(number, 10, 10, QChar(u'0')) : member.address;
    }
    default:
        return {};
    }
}

// Cached, because drawing it for every cell at every repaint is slow.
QIcon MembersTableModel::icon(protocol::Technique technique) const
{
    const QPalette palette = QGuiApplication::palette();
    if (m_icons.isEmpty() || palette.cacheKey() != m_iconPalette) {
        m_icons.clear();
        for (const protocol::Technique each : protocol::allTechniques)
            m_icons.append(widgets::techniqueIcon(each, palette));
        m_iconPalette = palette.cacheKey();
    }
    return m_icons.at(int(technique));
}

QVariant MembersTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MemberSnapshot &member = m_members.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return m_isBrief && index.column() == TechniqueColumn ? QVariant(QString()) : text(member, index.column());
    case SortRole:
        return sortValue(member, index.column());
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? nameText(member) : text(member, index.column());
    case Qt::ToolTipRole:
        return index.column() == NameColumn && !(member.name.isEmpty() && !member.isMuted)
            ? widgets::plainToolTip(nameText(member) + u"\n\n" + memberUsage(member))
            : widgets::plainToolTip(memberUsage(member));
    case Qt::DecorationRole:
        if (index.column() == TechniqueColumn)
            return icon(member.technique);
        // A sign, because a word would displace the name in a narrow cell.
        return index.column() == NameColumn && member.isMuted ? QVariant(mutedIcon(QGuiApplication::palette())) : QVariant();
    default:
        return {};
    }
}

QVariant MembersTableModel::toolTip(int column) const
{
    const QString ofWindow = tr("Within the window of time that is chosen above the cards");
    switch (column) {
    case RequestsColumn:
    case DeliveredColumn:
        return ofWindow;
    case ConnectionsColumn:
        return QString(tr("Connections that were opened") + u'\n' + ofWindow);
    case BytesColumn:
        return QString(tr("Thousands of bytes both ways, headers included, TCP and IP not") + u'\n' + ofWindow);
    case P95Column:
        return tr(
            "95 of 100 messages took at most this long, from acceptance to receipt, as the member reports it since it changed to its technique");
    case RoundTripColumn:
        return tr("The shortest way to the host and back that the member has seen");
    case MissedColumn:
        return tr("Messages that the host's log no longer had when the member came back");
    case ClockColumn:
        return tr("By how much the member's clock may differ from what it believes, and so its delays");
    default:
        return {};
    }
}

QVariant MembersTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return toolTip(section);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (m_isBrief && section == TechniqueColumn && role == Qt::DisplayRole)
        return QString();
    switch (section) {
    case NameColumn:
        return tr("Name");
    case TechniqueColumn:
        return tr("Technique");
    case StateColumn:
        return tr("State");
    case RequestsColumn:
        return tr("Requests");
    case DeliveredColumn:
        return tr("Delivered");
    case BytesColumn:
        return tr("KB");
    case ConnectionsColumn:
        //: a column: connections that were opened
        return tr("Opened");
    case P95Column:
        return tr("p95");
    case RoundTripColumn:
        return tr("Round trip");
    case MissedColumn:
        return tr("Missed");
    case ClockColumn:
        return tr("Clock ±");
    case AddressColumn:
        return tr("Address");
    case RoomColumn:
        return tr("Room");
    default:
        return {};
    }
}

} // namespace pushlab::app
