// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/chatview.h"

#include "app/windows/projector/projectorcontent.h"
#include "client/widgets/messagemodel.h"
#include "client/widgets/shownname.h"

#include <QLabel>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostLines = 24;
constexpr qsizetype mostCharacters = 400; // of one message

} // namespace

ChatView::ChatView(QWidget *parent) : ProjectorView(parent)
{
    for (int i = 0; i < mostLines; ++i) {
        QLabel *const line = addText(1);
        line->setTextFormat(Qt::RichText);
        line->setWordWrap(true);
        line->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        line->hide();
        m_lines.append(line);
    }
}

void ChatView::take(const ProjectorContent &content)
{
    if (m_messages != content.messages) {
        m_messages = content.messages;
        if (m_messages) {
            for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
                connect(m_messages, change, this, &ChatView::showMessages);
            connect(m_messages, &QAbstractItemModel::dataChanged, this, &ChatView::showMessages);
            connect(m_messages, &QAbstractItemModel::modelReset, this, &ChatView::showMessages);
        }
        showMessages();
    }
}

bool ChatView::hasContent() const
{
    return m_messages;
}

//! As HTML, the newest first.
QStringList ChatView::lastMessages() const
{
    QStringList texts;
    for (int i = m_messages ? m_messages->rowCount() - 1 : -1; i >= 0 && texts.size() < mostLines; --i) {
        const widgets::MessageRow &row = m_messages->row(i);
        if (row.kind != widgets::MessageRow::Kind::Message || row.state != widgets::MessageRow::State::Received)
            continue;
        const QString said = widgets::leftOf(widgets::rowText(row), mostCharacters).toHtmlEscaped();
        texts.append(u"<b>%1</b> %2"_s.arg(widgets::isolatedName(widgets::rowSender(row)).toHtmlEscaped(), said));
    }
    return texts;
}

//! From the bottom upwards, as many as have room. Costs nothing while another view is shown.
void ChatView::showMessages()
{
    if (!isVisible())
        return;
    const QStringList texts = lastMessages();
    int bottom = height();
    qsizetype shown = 0;
    for (; shown < texts.size(); ++shown) {
        QLabel *const line = m_lines.at(shown);
        line->setText(texts.at(shown));
        const int needed = line->heightForWidth(width());
        if (shown > 0 && needed > bottom)
            break;
        bottom -= needed;
        line->setGeometry(0, bottom, width(), needed);
        bottom -= textSize() / 4;
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        m_lines.at(i)->setVisible(i < shown);
}

QString ChatView::title() const
{
    return tr("Chat");
}

void ChatView::resizeEvent(QResizeEvent *event)
{
    ProjectorView::resizeEvent(event);
    showMessages();
}

void ChatView::showEvent(QShowEvent *event)
{
    ProjectorView::showEvent(event);
    showMessages();
}

} // namespace pushlab::app
