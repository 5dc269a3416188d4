// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/messageinput.h"

#include "client/widgets/figures.h"
#include "client/widgets/shownname.h"
#include "server/protocol/limits.h"

#include <QAbstractTextDocumentLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

#include <utility>

namespace pushlab::widgets {

namespace {

constexpr int maxLines = 5; // greatest height
constexpr qsizetype maxRemembered = 100;
constexpr qsizetype maxPasted = 2 * protocol::maxTextBytes; // characters of a paste: enough for the message that it is too long

} // namespace

MessageInput::MessageInput(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(this, &QPlainTextEdit::textChanged, this, &MessageInput::checkLength);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &MessageInput::fitHeight);
    retranslate();
}

QString MessageInput::message() const
{
    // toPlainText() would replace no-break spaces.
    QString text = document()->toRawText();
    for (QChar &character : text) {
        if (character == QChar::ParagraphSeparator || character == QChar::LineSeparator)
            character = u'\n';
    }
    return text;
}

void MessageInput::submit()
{
    const QString text = message();
    if (m_problem.isEmpty() && !text.trimmed().isEmpty())
        Q_EMIT submitted(text);
}

void MessageInput::accepted()
{
    const QString text = message();
    m_sent.removeAll(text);
    m_sent.append(text);
    if (m_sent.size() > maxRemembered)
        m_sent.removeFirst();
    m_shown = -1;
    m_draft.clear();
    clear();
}

void MessageInput::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_composing) {
        event->ignore(); // the key belongs to the input method
        return;
    }
    if (enter && !(event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier))) {
        submit();
        return;
    }
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && !m_composing && event->key() == Qt::Key_Up && recall(-1))
        return;
    if (plain && !m_composing && event->key() == Qt::Key_Down && recall(1))
        return;
    QPlainTextEdit::keyPressEvent(event);
}

void MessageInput::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void MessageInput::focusOutEvent(QFocusEvent *event)
{
    m_composing = false;
    QPlainTextEdit::focusOutEvent(event);
}

void MessageInput::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        insertPlainText(leftOf(source->text(), maxPasted));
}

void MessageInput::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

void MessageInput::retranslate()
{
    setAccessibleName(tr("Message"));
    setPlaceholderText(tr("Message"));
    setToolTip(tr("Enter sends, Shift+Enter breaks the line"));
    checkLength();
}

// Recalls on Up in the first line and on Down in the last one; otherwise the keys move the cursor.
void MessageInput::forget(const QString &text)
{
    if (m_sent.removeAll(text) > 0)
        m_shown = -1;
}

bool MessageInput::recall(int step)
{
    const QTextBlock block = textCursor().block();
    const QTextLine line = block.layout()->lineForTextPosition(textCursor().positionInBlock());
    const bool first = !block.previous().isValid() && (!line.isValid() || line.lineNumber() == 0);
    const bool last = !block.next().isValid() && (!line.isValid() || line.lineNumber() == block.layout()->lineCount() - 1);
    if (step < 0 ? !first : !last || m_shown < 0)
        return false;
    if (step < 0 && (m_sent.isEmpty() || m_shown == 0))
        return m_shown == 0;
    if (m_shown < 0)
        m_draft = message();
    m_shown = m_shown < 0 ? m_sent.size() - 1 : m_shown + step;
    if (m_shown >= m_sent.size()) {
        m_shown = -1;
        replaceText(std::exchange(m_draft, {}));
    } else {
        replaceText(m_sent.at(m_shown));
    }
    return true;
}

void MessageInput::replaceText(const QString &text)
{
    setPlainText(text);
    moveCursor(QTextCursor::End);
}

void MessageInput::checkLength()
{
    const qsizetype over = message().toUtf8().size() - protocol::maxTextBytes;
    const QString problem = over <= 0
        ? QString()
        : tr("Too long by %1: a message holds %2.").arg(bytesText(double(over)), bytesText(double(protocol::maxTextBytes)));
    if (problem == m_problem)
        return;
    m_problem = problem;
    setAccessibleDescription(problem);
    Q_EMIT problemChanged(problem);
}

void MessageInput::fitHeight()
{
    updateGeometry();
}

QSize MessageInput::sizeHint() const
{
    const int lines = qBound(1, int(document()->size().height()), maxLines); // QPlainTextDocumentLayout measures height in lines
    const int around = int(2 * document()->documentMargin()) + contentsMargins().top() + contentsMargins().bottom();
    return {fontMetrics().averageCharWidth() * 30, lines * fontMetrics().lineSpacing() + around + fontMetrics().height() / 3};
}

QSize MessageInput::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 10, sizeHint().height()};
}

} // namespace pushlab::widgets
