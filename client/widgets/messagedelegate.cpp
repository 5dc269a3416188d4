// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/messagedelegate.h"

#include "client/widgets/contrast.h"
#include "client/widgets/messagemodel.h"
#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int maxShownCharacters = 4'000; // a row is for reading; copying takes the whole text
constexpr int maxShownLines = 40;
constexpr int mostEms = 80; // the width of a row's content
constexpr qsizetype maxKeptHeights = 60'000;

int rowPadding(const QFontMetrics &metrics)
{
    return qMax(2, metrics.height() / 4);
}

//! Whether some program treats \a c as a line end. Here it is replaced by one, so that it counts as a line.
bool endsLine(QChar c)
{
    return (c >= u'\n' && c <= u'\r') || c == QChar(0x85) || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

//! The part of \a text that a row has room for, with line separators only.
QString shownText(const QString &text)
{
    const QString start = leftOf(seenText(text), maxShownCharacters);
    QString shown;
    shown.reserve(start.size());
    int lines = 0;
    qsizetype at = 0;
    for (; at < start.size(); ++at) {
        const QChar c = start.at(at);
        if (!endsLine(c)) {
            shown += c;
        } else if (c != u'\r' || at + 1 == start.size() || start.at(at + 1) != u'\n') {
            if (++lines == maxShownLines)
                break;
            shown += QChar(QChar::LineSeparator);
        }
    }
    if (at < text.size())
        shown += u" …"_s;
    return shown;
}

qreal layOut(QTextLayout &layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    return height;
}

// The width that a row needs for time, name, text and badge side by side.
bool isWide(const QFontMetrics &metrics, int width)
{
    return width > 64 * metrics.averageCharWidth();
}

QFont nameFont(QFont font)
{
    font.setBold(true);
    return font;
}

MessageRow::State stateOf(const QModelIndex &index)
{
    return MessageRow::State(index.data(MessageModel::StateRole).toInt());
}

bool isGap(const QModelIndex &index)
{
    return MessageRow::Kind(index.data(MessageModel::KindRole).toInt()) != MessageRow::Kind::Message; // or a mark, which looks like one
}

} // namespace

MessageDelegate::MessageDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

MessageDelegate::Places MessageDelegate::placesFor(const QStyleOptionViewItem &option, const QRect &row)
{
    const QFontMetrics metrics(option.font);
    const QFontMetrics bold(nameFont(option.font));
    const int gap = metrics.averageCharWidth() + 2;
    const int line = metrics.height();
    // A delay does not stand far from its message, however wide the window is.
    const QRect inner = row.adjusted(gap, rowPadding(metrics), qMin(-gap, mostEms * line - row.width()), -rowPadding(metrics));
    const int timeWidth = metrics.horizontalAdvance(u"00:00:00"_s);
    const int badgeWidth = metrics.horizontalAdvance(u"000 ± 000 ms"_s) + 2 * line;
    Places places;
    places.badge = QRect(inner.right() - badgeWidth + 1, inner.top(), badgeWidth, line);
    places.time = QRect(inner.left(), inner.top(), timeWidth, line);
    const int nameLeft = places.time.right() + 1 + gap;
    if (isWide(metrics, row.width())) {
        const int nameWidth = qMin(bold.averageCharWidth() * 14, row.width() / 5);
        places.name = QRect(nameLeft, inner.top(), nameWidth, line);
        const int textLeft = places.name.right() + 1 + gap;
        places.text = QRect(textLeft, inner.top(), places.badge.left() - gap - textLeft, inner.height());
    } else {
        places.name = QRect(nameLeft, inner.top(), qMax(0, places.badge.left() - gap - nameLeft), line);
        places.text = inner.adjusted(0, line, 0, 0);
    }
    return places;
}

int MessageDelegate::textHeight(const QString &text, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    // Short enough for one line whatever its characters are: it need not be shaped.
    if (text.size() * metrics.height() * 5 / 4 <= width && std::none_of(text.cbegin(), text.cend(), endsLine))
        return metrics.height();
    QTextLayout layout(shownText(text), font);
    return qMax(metrics.height(), qCeil(layOut(layout, qMax(width, metrics.height()))));
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    if (width != m_width || option.font != m_font || m_heights.size() > maxKeptHeights) {
        m_heights.clear();
        m_width = width;
        m_font = option.font;
    }
    const quint64 key = index.data(MessageModel::KeyRole).toULongLong();
    if (const auto known = m_heights.constFind(key); known != m_heights.cend())
        return {width, *known};

    const QFontMetrics metrics(option.font);
    const Places places = placesFor(option, QRect(0, 0, width, 4 * metrics.height()));
    const QString text = index.data(MessageModel::TextRole).toString();
    int height = 0;
    if (isGap(index))
        height = textHeight(text, option.font, width - 4 * metrics.height());
    else
        height = textHeight(text, option.font, places.text.width()) + places.text.top() - places.time.top();
    height += 2 * rowPadding(metrics);
    m_heights.insert(key, height);
    return {width, height};
}

QRect MessageDelegate::retryRect(const QStyleOptionViewItem &option) const
{
    return placesFor(option, option.rect).badge;
}

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QWidget *widget = item.widget;
    const QStyle *style = widget->style();
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QColor background = item.palette.color(QPalette::Base);
    painter->save();
    painter->setClipRect(item.rect, Qt::IntersectClip); // characters with many combining marks stay in their row
    if (index.data(MessageModel::OwnRole).toBool())
        paintOwn(painter, item);
    if (selected)
        painter->fillRect(item.rect, blended(item.palette.color(QPalette::Highlight), background, 0.22));
    else if (item.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(item.rect, blended(item.palette.color(QPalette::Text), background, 0.05));

    if (isGap(index)) {
        paintGap(painter, item, index);
    } else {
        paintMessage(painter, item, index);
    }
    if (item.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(item);
        focus.backgroundColor = background;
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, widget);
    }
    painter->restore();
}

//! Own messages lie on a tinted ground with a bar at their beginning.
void MessageDelegate::paintOwn(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QColor background = option.palette.color(QPalette::Base);
    const QColor own = readableOn(background, option.palette.color(QPalette::Active, QPalette::Highlight), 3);
    painter->fillRect(option.rect, blended(own, background, 0.08));
    painter->fillRect(QRect(option.rect.topLeft(), QSize(qMax(3, option.fontMetrics.height() / 5), option.rect.height())), own);
}

void MessageDelegate::paintMessage(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QColor background = option.palette.color(QPalette::Base);
    const Places places = placesFor(option, option.rect);
    const QFontMetrics bold(nameFont(option.font));
    const QString name = index.data(MessageModel::FromRole).toString();
    painter->setFont(option.font);
    painter->setPen(quietText(option.palette));
    painter->drawText(places.time, Qt::AlignLeft | Qt::AlignVCenter, index.data(MessageModel::TimeRole).toString());
    painter->setFont(nameFont(option.font));
    painter->setPen(nameColour(name, background));
    painter->drawText(places.name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      bold.elidedText(name, Qt::ElideRight, places.name.width()));
    QTextLayout layout(shownText(index.data(MessageModel::TextRole).toString()), option.font);
    layOut(layout, qMax(places.text.width(), bold.height()));
    painter->setPen(stateOf(index) == MessageRow::State::Received ? option.palette.color(QPalette::Text) : quietText(option.palette));
    // Fallback fonts may have taller lines: the first lines nevertheless share their baseline.
    const qreal rise = layout.lineCount() > 0 ? layout.lineAt(0).ascent() - QFontMetricsF(option.font).ascent() : 0;
    layout.draw(painter, QPointF(places.text.left(), places.text.top() - rise));
    paintBadge(painter, option, places.badge, index);
}

void MessageDelegate::paintGap(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QColor background = option.palette.color(QPalette::Base);
    const QColor warning = readableOn(background, QColor(0xb3, 0x5c, 0x00));
    const QFontMetrics metrics(option.font);
    painter->fillRect(option.rect, blended(warning, background, 0.10));
    painter->setPen(warning);
    painter->setFont(option.font);
    QTextLayout layout(shownText(index.data(MessageModel::TextRole).toString()), option.font);
    layOut(layout, qMax(metrics.height(), option.rect.width() - 4 * metrics.height()));
    layout.draw(painter, QPointF(option.rect.left() + 2 * metrics.height(), option.rect.top() + rowPadding(metrics)));
}

void MessageDelegate::paintBadge(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QModelIndex &index) const
{
    const QColor background = option.palette.color(QPalette::Base);
    painter->setFont(option.font);
    if (stateOf(index) == MessageRow::State::Failed) {
        QFont underlined = option.font;
        underlined.setUnderline(true);
        painter->setFont(underlined);
        painter->setPen(readableOn(background, QColor(0xc6, 0x28, 0x28)));
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, tr("Retry"));
        return;
    }
    if (stateOf(index) == MessageRow::State::Pending) {
        painter->setPen(quietText(option.palette));
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, tr("sending …"));
        return;
    }
    const QString text = index.data(MessageModel::DelayTextRole).toString();
    const QVariant technique = index.data(MessageModel::TechniqueRole);
    if (text.isEmpty() || !technique.isValid())
        return;
    const int side = rect.height();
    const int width = qMin(rect.width(), option.fontMetrics.horizontalAdvance(text) + side * 7 / 4);
    const QRectF pill(rect.right() - width + 1, rect.top(), width, rect.height());
    const auto by = protocol::Technique(technique.toInt());
    const QColor fill = blended(techniqueColour(by), background, 0.14);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    const qreal mark = side * 0.55;
    paintTechniqueMark(*painter, QRectF(pill.left() + side * 0.45, pill.center().y() - mark / 2, mark, mark), by, fill);
    painter->setPen(readableOn(fill, option.palette.color(QPalette::Text)));
    painter->drawText(pill.adjusted(0, 0, -side * 0.45, 0), Qt::AlignRight | Qt::AlignVCenter, text);
}

} // namespace pushlab::widgets
