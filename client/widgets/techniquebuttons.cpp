// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/techniquebuttons.h"

#include "client/session/hanspacing.h"
#include "client/widgets/techniquebutton.h"
#include "client/widgets/techniquestyle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>

namespace pushlab::widgets {

using protocol::Technique;

TechniqueButtons::TechniqueButtons(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height() / 3);
    for (const Technique technique : protocol::allTechniques) {
        auto *button = new TechniqueButton(technique, this);
        layout->addWidget(button, 1);
        m_buttons.append(button);
        connect(button, &QAbstractButton::clicked, this, [this, technique] { choose(technique); });
        auto *shortcut = new QShortcut(QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_1 + int(technique)))), this);
        connect(shortcut, &QShortcut::activated, this, [this, technique] { choose(technique); });
        m_shortcuts.append(shortcut);
    }
    retranslate();
    showState();
}

void TechniqueButtons::setTechnique(Technique technique)
{
    m_technique = technique;
    showState();
}

void TechniqueButtons::setClassTechnique(std::optional<Technique> technique)
{
    m_classTechnique = technique;
    retranslate();
    showState();
}

void TechniqueButtons::setOffered(const QList<Technique> &techniques)
{
    m_offered = techniques;
    showState();
}

void TechniqueButtons::setShown(const QList<Technique> &techniques)
{
    if (techniques == m_shown)
        return;
    m_shown = techniques;
    showState();
}

bool TechniqueButtons::mayChoose(Technique technique) const
{
    return m_classTechnique ? *m_classTechnique == technique : m_offered.contains(technique);
}

void TechniqueButtons::choose(Technique technique)
{
    if (technique != m_technique && mayChoose(technique))
        Q_EMIT techniqueChosen(technique);
    showState(); // nothing changes until the receiver of the signal says so
}

void TechniqueButtons::showState()
{
    for (TechniqueButton *button : m_buttons) {
        const bool mine = button->technique() == m_technique;
        button->setLocked(m_classTechnique == button->technique());
        button->setEnabled(mine || mayChoose(button->technique()));
        button->setVisible(mine || m_offered.contains(button->technique()) || m_shown.contains(button->technique()));
        button->setChecked(mine);
    }
}

void TechniqueButtons::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TechniqueButtons::retranslate()
{
    setAccessibleName(tr("Technique"));
    for (TechniqueButton *button : m_buttons) {
        const QString title = techniqueTitle(button->technique());
        const QString keys =
            QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_1 + int(button->technique())))).toString(QKeySequence::NativeText);
        button->setText(techniqueShortTitle(button->technique()));
        button->setAccessibleName(title);
        button->setToolTip(
            m_classTechnique ? session::closedUp(tr("The teacher has set %1 for the class.").arg(techniqueTitle(*m_classTechnique)))
                             : tr("%1 (%2)").arg(title, keys));
        m_shortcuts.at(int(button->technique()))->setWhatsThis(tr("Change to: %1").arg(title));
        button->updateGeometry();
    }
}

} // namespace pushlab::widgets
