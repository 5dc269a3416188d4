// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/spotlightview.h"

#include "app/windows/projector/fittedlabel.h"
#include "app/windows/projector/projectorcontent.h"
#include "client/widgets/figures.h"
#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pushlab::app {

namespace {

constexpr qsizetype mostSpotlitCharacters = 300; // of one message

} // namespace

SpotlightView::SpotlightView(QWidget *parent)
    : ProjectorView(parent), m_name(addFitted(2)), m_technique(addText(1.2)), m_said(addText(1))
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_name);
    column->addWidget(m_technique);
    auto *const grid = new QGridLayout;
    for (int i = 0; i < int(m_figures.size()); ++i) {
        Figure &figure = m_figures.at(size_t(i));
        figure = {addText(1.4, true), addQuietText()};
        figure.caption->setWordWrap(true);
        figure.caption->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(figure.value, 0, i);
        grid->addWidget(figure.caption, 1, i);
        grid->setColumnStretch(i, 1);
    }
    column->addLayout(grid);
    m_technique->setWordWrap(true);
    m_said->setWordWrap(true);
    m_said->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_said->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    column->addWidget(m_said, 1);
    showMember();
}

//! Only the figures of the one that is shown stand still.
void SpotlightView::take(const ProjectorContent &content)
{
    const auto &spotlight = content.snapshot.spotlight;
    const bool isSame = spotlight && m_spotlight && spotlight->member.key == m_spotlight->member.key
        && spotlight->member.room == m_spotlight->member.room;
    if (m_isPaused && isSame)
        return;
    m_spotlight = spotlight;
    showMember();
}

void SpotlightView::clear()
{
    m_spotlight.reset();
    showMember();
}

void SpotlightView::showMember()
{
    const server::SpotlightState shown = m_spotlight.value_or(server::SpotlightState());
    const room::MemberState &member = shown.member;
    m_name->setFitted(member.name.isEmpty() ? tr("(no name)") : widgets::shownName(member.name));
    m_technique->setText(shown.isHere ? widgets::techniqueTitle(member.technique) : tr("not here at present"));
    const QStringList values{
        widgets::countText(member.requests), widgets::countText(member.delivered), widgets::bytesText(double(member.bytes)),
        shown.delays.p95 ? widgets::measuredDelay(*shown.delays.p95, shown.delays.uncertainty) : QString(u'–')};
    const QStringList captions{tr("Requests"), tr("Messages received"), tr("Bytes"), tr("Delay p95")};
    for (qsizetype i = 0; i < captions.size(); ++i) {
        const Figure &figure = m_figures.at(size_t(i));
        figure.value->setText(values.at(i));
        figure.caption->setText(captions.at(i));
        figure.value->setVisible(shown.isHere);
        figure.caption->setVisible(shown.isHere);
    }
    showMessages();
}

//! The newest last.
QString SpotlightView::lastMessages(qsizetype count) const
{
    QStringList texts;
    for (qsizetype i = m_spotlight->said.size() - count; i < m_spotlight->said.size(); ++i)
        texts.append(widgets::seenText(widgets::leftOf(m_spotlight->said.at(i).text, mostSpotlitCharacters)));
    return texts.join(u'\n');
}

//! As many as have room.
void SpotlightView::showMessages()
{
    layout()->activate();
    qsizetype count = m_spotlight ? m_spotlight->said.size() : 0;
    m_said->setText(count > 0 ? lastMessages(count) : QString());
    while (count > 1 && m_said->heightForWidth(m_said->width()) > m_said->height())
        m_said->setText(lastMessages(--count));
}

QString SpotlightView::title() const
{
    return tr("In the spotlight");
}

void SpotlightView::resizeParts()
{
    layout()->setSpacing(textSize() / 2);
    showMessages();
}

void SpotlightView::resizeEvent(QResizeEvent *event)
{
    ProjectorView::resizeEvent(event);
    showMessages();
}

} // namespace pushlab::app
