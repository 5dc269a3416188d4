// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/hexview.h"

#include "client/widgets/contrast.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int offsetLetters = 6;
constexpr int gapLetters = 2; // between offset, digits and text
constexpr int digitLetters = 3; // of a byte, with its blank
constexpr int groupOf = 8; // bytes, between which there is a wider blank

int lettersOf(int perRow)
{
    return offsetLetters + gapLetters + perRow * digitLetters + (perRow - 1) / groupOf + gapLetters + perRow;
}

//! The bytes of the UTF-8 character that begins with \a first; 1 for what begins none (RFC 3629 3).
int lengthOfCharacter(uchar first)
{
    if (first >= 0xf0 && first < 0xf8)
        return 4;
    if (first >= 0xe0 && first < 0xf0)
        return 3;
    return first >= 0xc2 && first < 0xe0 ? 2 : 1;
}

bool isContinuation(uchar byte)
{
    return (byte & 0xc0) == 0x80;
}

} // namespace

HexView::HexView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Bytes"));
    measure();
}

void HexView::measure()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF() > 0 ? font().pointSizeF() : fixed.pointSizeF());
    viewport()->setFont(fixed);
    const QFontMetrics metrics(fixed);
    m_letter = std::max(1, metrics.horizontalAdvance(u'0'));
    m_line = metrics.height() + metrics.height() / 6;
    fit();
}

void HexView::setBytes(const QByteArray &bytes, const QByteArray &payload)
{
    m_bytes = bytes;
    m_payload = payload;
    m_offset = 0;
    m_size = 0;
    m_cursor = 0;
    fit();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void HexView::highlight(qsizetype offset, qsizetype size)
{
    m_offset = std::clamp<qsizetype>(offset, 0, m_bytes.size());
    m_size = std::min(size, m_bytes.size() - m_offset);
    if (m_size > 0) {
        if (!isHighlighted(m_cursor))
            m_cursor = m_offset;
        scrollTo(m_offset);
    }
    viewport()->update();
}

//! As many bytes a row as there is room for: 8, 16 or 32.
void HexView::fit()
{
    m_perRow = 8;
    for (const int perRow : {16, 32}) {
        if (lettersOf(perRow) * m_letter <= viewport()->width())
            m_perRow = perRow;
    }
    const qsizetype rows = (m_bytes.size() + m_perRow - 1) / m_perRow;
    const int page = std::max(1, viewport()->height() / m_line);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, int(std::max<qsizetype>(0, rows - page)));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, lettersOf(m_perRow) * m_letter - viewport()->width()));
    horizontalScrollBar()->setSingleStep(m_letter * digitLetters);
    viewport()->update();
}

void HexView::scrollTo(qsizetype offset)
{
    const int row = int(offset / m_perRow);
    const int top = verticalScrollBar()->value();
    if (row < top)
        verticalScrollBar()->setValue(row);
    else if (row >= top + verticalScrollBar()->pageStep())
        verticalScrollBar()->setValue(row - verticalScrollBar()->pageStep() + 1);
}

int HexView::hexLeft(int column) const
{
    return (offsetLetters + gapLetters + column * digitLetters + column / groupOf) * m_letter - horizontalScrollBar()->value();
}

int HexView::textLeft(int column) const
{
    return (lettersOf(m_perRow) - m_perRow + column) * m_letter - horizontalScrollBar()->value();
}

QRect HexView::byteRect(qsizetype offset) const
{
    const int row = int(offset / m_perRow) - verticalScrollBar()->value();
    return {hexLeft(int(offset % m_perRow)), row * m_line, 2 * m_letter, m_line};
}

qsizetype HexView::offsetAt(const QPoint &position) const
{
    const qsizetype row = position.y() / m_line + verticalScrollBar()->value();
    for (int column = 0; column < m_perRow; ++column) {
        const int digits = hexLeft(column) - m_letter / 2;
        const int text = textLeft(column);
        const bool isHere = (position.x() >= digits && position.x() < digits + digitLetters * m_letter)
            || (position.x() >= text && position.x() < text + m_letter);
        const qsizetype offset = row * m_perRow + column;
        if (isHere && offset < m_bytes.size())
            return offset;
    }
    return -1;
}

QColor HexView::inkOf(qsizetype offset) const
{
    if (isHighlighted(offset))
        return palette().color(QPalette::HighlightedText);
    const bool isPayload = m_payload.isEmpty() || (offset < m_payload.size() && m_payload.at(offset));
    return isPayload ? palette().color(QPalette::Text) : widgets::quietText(palette());
}

void HexView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const qsizetype first = verticalScrollBar()->value();
    for (int line = 0; line * m_line < viewport()->height(); ++line) {
        const qsizetype row = first + line;
        if (row * m_perRow >= m_bytes.size())
            break;
        paintRow(painter, row, line * m_line);
        paintText(painter, row, line * m_line);
    }
    if (m_bytes.isEmpty()) {
        painter.setFont(font());
        painter.setPen(widgets::quietText(palette()));
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("No row is chosen"));
    }
}

void HexView::paintRow(QPainter &painter, qsizetype row, int top) const
{
    const auto cell = [&](int left, int letters) { return QRect(left, top, letters * m_letter, m_line); };
    painter.setPen(widgets::quietText(palette()));
    painter.drawText(cell(-horizontalScrollBar()->value(), offsetLetters), Qt::AlignVCenter,
                     QString::number(row * m_perRow, 16).rightJustified(offsetLetters, u'0'));
    for (int column = 0; column < m_perRow; ++column) {
        const qsizetype offset = row * m_perRow + column;
        if (offset >= m_bytes.size())
            break;
        const QRect digits = cell(hexLeft(column), 2);
        if (isHighlighted(offset)) {
            const bool isJoined = column + 1 < m_perRow && isHighlighted(offset + 1);
            painter.fillRect(isJoined ? digits.adjusted(0, 0, hexLeft(column + 1) - digits.right() - 1, 0) : digits,
                             palette().color(QPalette::Highlight));
            painter.fillRect(cell(textLeft(column), 1), palette().color(QPalette::Highlight));
        }
        painter.setPen(inkOf(offset));
        painter.drawText(digits, Qt::AlignVCenter, QString::number(uchar(m_bytes.at(offset)), 16).rightJustified(2, u'0'));
        if (offset == m_cursor && hasFocus())
            painter.drawRect(digits.adjusted(-1, 0, 1, -1));
    }
}

void HexView::paintText(QPainter &painter, qsizetype row, int top) const
{
    const qsizetype end = std::min(m_bytes.size(), (row + 1) * m_perRow);
    for (qsizetype offset = row * m_perRow; offset < end; ++offset) {
        const auto byte = uchar(m_bytes.at(offset));
        const int length = lengthOfCharacter(byte);
        QString text(1, byte >= 0x20 && byte < 0x7f ? QLatin1Char(char(byte)) : QChar(u'·'));
        int letters = 1;
        if (length > 1 && offset + length <= m_bytes.size()
            && std::all_of(m_bytes.cbegin() + offset + 1, m_bytes.cbegin() + offset + length,
                           [](char next) { return isContinuation(uchar(next)); })) {
            text = QString::fromUtf8(m_bytes.sliced(offset, length));
            letters = length;
        }
        painter.setPen(inkOf(offset));
        painter.drawText(QRect(textLeft(int(offset % m_perRow)), top, letters * m_letter, m_line), Qt::AlignVCenter, text);
        offset += letters - 1;
    }
}

void HexView::choose(qsizetype offset)
{
    if (m_bytes.isEmpty())
        return;
    m_cursor = std::clamp<qsizetype>(offset, 0, m_bytes.size() - 1);
    scrollTo(m_cursor);
    //: for screen readers; %2 has hexadecimal digits
    setAccessibleDescription(tr("Byte %1: %2").arg(m_cursor).arg(uchar(m_bytes.at(m_cursor)), 2, 16, QLatin1Char('0')));
    viewport()->update();
    Q_EMIT byteChosen(m_cursor);
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    const int page = verticalScrollBar()->pageStep() * m_perRow;
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_cursor - 1);
    case Qt::Key_Right:
        return choose(m_cursor + 1);
    case Qt::Key_Up:
        return choose(m_cursor >= m_perRow ? m_cursor - m_perRow : m_cursor);
    case Qt::Key_Down:
        return choose(m_cursor + m_perRow < m_bytes.size() ? m_cursor + m_perRow : m_cursor);
    case Qt::Key_PageUp:
        return choose(m_cursor - page);
    case Qt::Key_PageDown:
        return choose(m_cursor + page);
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(m_bytes.size() - 1);
    default:
        break;
    }
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

//! What is highlighted, as hexadecimal digits.
void HexView::copy() const
{
    if (m_size > 0)
        QGuiApplication::clipboard()->setText(QString::fromLatin1(m_bytes.sliced(m_offset, m_size).toHex(' ')));
}

void HexView::mousePressEvent(QMouseEvent *event)
{
    if (const qsizetype offset = offsetAt(event->position().toPoint()); offset >= 0)
        choose(offset);
}

void HexView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fit();
    if (m_size > 0)
        scrollTo(m_offset);
}

void HexView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
    else if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Bytes"));
}

int HexView::comfortableWidth() const
{
    return (lettersOf(16) + 1) * m_letter + verticalScrollBar()->sizeHint().width();
}

QSize HexView::minimumSizeHint() const
{
    return {m_letter * 12, m_line * 4};
}

} // namespace pushlab::app
