// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/parttree.h"

#include "app/windows/traffic/traffictext.h"
#include "client/text/questiontext.h"
#include "client/widgets/shownname.h"
#include "server/protocol/wire/anatomytext.h"

#include <QEvent>
#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using wire::Part;

namespace {

enum PartColumn { NameColumn, ValueColumn, PlaceColumn };
constexpr qsizetype longestValue = 300; // bytes

//! Text as far as the bytes are one, with signs for what breaks lines; else hexadecimal digits.
QString readable(const QByteArray &bytes)
{
    const QByteArray first = bytes.first(std::min(bytes.size(), longestValue));
    QString text = QString::fromUtf8(first);
    while (first.size() < bytes.size() && text.endsWith(QChar::ReplacementCharacter))
        text.chop(1); // a character that was cut
    if (text.contains(QChar::ReplacementCharacter) || text.contains(QChar::Null))
        text = QString::fromLatin1(first.toHex(' '));
    text.replace(u"\r\n"_s, u"↵"_s).replace(u'\n', u'↵').replace(u'\t', u'⇥');
    return widgets::seenText(first.size() < bytes.size() ? text + u'…' : text);
}

} // namespace

PartTree::PartTree(QWidget *parent) : QTreeWidget(parent)
{
    setColumnCount(3);
    setUniformRowHeights(true);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(ValueColumn, QHeaderView::Stretch);
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        if (chosen())
            Q_EMIT partChosen();
    });
    retranslate();
}

void PartTree::setParts(const QList<Part> &parts, const QByteArray &bytes)
{
    const QSignalBlocker blocker(this);
    clear();
    m_parts = parts;
    m_bytes = bytes;
    m_all.clear();
    for (const Part &part : std::as_const(m_parts))
        add(nullptr, part);
    fit();
}

void PartTree::add(QTreeWidgetItem *parent, const Part &part)
{
    const wire::PartText words = wire::textOf(part, m_bytes);
    const QString place = part.bits > 0
        ? (part.bits == 1 ? tr("%1, bit %2").arg(part.offset).arg(part.firstBit)
                          : tr("%1, bits %2 to %3").arg(part.offset).arg(part.firstBit).arg(part.firstBit + part.bits - 1))
        : part.size == 1 ? QString::number(part.offset)
                         : u"%1–%2"_s.arg(part.offset).arg(part.offset + part.size - 1);
    auto *const item = new QTreeWidgetItem({text::questionText(words.name), valueOf(part), place});
    item->setData(NameColumn, Qt::UserRole, m_all.size());
    item->setTextAlignment(PlaceColumn, Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(NameColumn, widgets::plainToolTip(partSentence(words)));
    item->setToolTip(ValueColumn, widgets::plainToolTip(item->text(ValueColumn)));
    if (!part.isOverhead) {
        QFont bold = font();
        bold.setBold(true);
        item->setFont(NameColumn, bold);
    }
    if (parent)
        parent->addChild(item);
    else
        addTopLevelItem(item);
    m_all.append(&part);
    for (const Part &inner : part.parts)
        add(item, inner);
}

QString PartTree::valueOf(const Part &part) const
{
    if (!part.value.isEmpty())
        return readable(part.value);
    return part.bits > 0 ? QString() : readable(m_bytes.mid(part.offset, part.size));
}

const Part *PartTree::chosen() const
{
    const QTreeWidgetItem *const item = currentItem();
    return item ? m_all.value(item->data(NameColumn, Qt::UserRole).toLongLong()) : nullptr;
}

void PartTree::selectByte(qsizetype offset)
{
    const QList<qsizetype> path = wire::pathTo(m_parts, offset);
    QTreeWidgetItem *item = invisibleRootItem();
    for (const qsizetype index : path)
        item = item->child(int(index));
    if (path.isEmpty() || !item)
        return;
    const QSignalBlocker blocker(this);
    setCurrentItem(item);
    scrollToItem(item);
}

void PartTree::fit()
{
    resizeColumnToContents(PlaceColumn);
    setColumnWidth(NameColumn, std::max(fontMetrics().averageCharWidth() * 22, width() * 2 / 5));
}

QSize PartTree::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().height() * 5};
}

void PartTree::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PartTree::retranslate()
{
    setHeaderLabels({tr("Part"), tr("What it says"), tr("Bytes")});
    setAccessibleName(tr("Parts of the bytes"));
    setParts(QList<Part>(m_parts), m_bytes);
}

} // namespace pushlab::app
