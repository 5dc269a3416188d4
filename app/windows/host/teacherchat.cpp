// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/teacherchat.h"

#include "client/session/chatclient.h"
#include "client/widgets/chatpane.h"
#include "client/widgets/messagemodel.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace pushlab::app {

TeacherChat::TeacherChat(QWidget *parent) : QWidget(parent), m_note(new QLabel(this))
{
    m_note->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_note);
    retranslate();
}

TeacherChat::~TeacherChat()
{
    leave();
}

void TeacherChat::join(session::ClientOptions options)
{
    leave();
    options.name = tr("Teacher");
    m_client = std::make_unique<session::ChatClient>(options);
    m_pane = new widgets::ChatPane(*m_client, widgets::ChatPane::Style::Compact, this);
    m_pane->setLeading(true);
    m_pane->setTraceable(true);
    connect(m_pane, &widgets::ChatPane::withdrawalWanted, this, &TeacherChat::withdrawalWanted);
    connect(m_pane, &widgets::ChatPane::bytesWanted, this, &TeacherChat::bytesWanted);
    layout()->addWidget(m_pane);
    connect(&m_pane->messages(), &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { countNew(first, last); });
    m_note->hide();
    m_client->start();
}

void TeacherChat::countNew(int first, int last)
{
    int count = 0;
    for (int row = first; row <= last; ++row) {
        if (!m_pane->messages().index(row, 0).data(widgets::MessageModel::OwnRole).toBool())
            ++count;
    }
    if (count > 0)
        Q_EMIT messagesCame(count);
}

QWidget *TeacherChat::lastField() const
{
    return m_pane ? m_pane->lastField() : m_note;
}

QString TeacherChat::memberId() const
{
    return m_client ? m_client->memberId() : QString();
}

const widgets::MessageModel *TeacherChat::messages() const
{
    return m_pane ? &m_pane->messages() : nullptr;
}

bool TeacherChat::showMessage(qint64 seq)
{
    return m_pane && m_pane->showMessage(seq);
}

void TeacherChat::trust(const QByteArray &fingerprint)
{
    if (m_client && m_client->options().fingerprint != fingerprint)
        m_client->trust(fingerprint);
}

void TeacherChat::leave()
{
    if (!m_client)
        return;
    m_client->stop();
    delete m_pane; // it uses the client, so it is destroyed first
    m_pane = nullptr;
    m_client.reset();
    m_note->show();
}

void TeacherChat::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TeacherChat::retranslate()
{
    m_note->setText(tr("The chat opens with the class."));
}

} // namespace pushlab::app
