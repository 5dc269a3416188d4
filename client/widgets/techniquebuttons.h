// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/techniqueoffer.h"
#include "server/protocol/techniquetraits.h"

#include <QList>
#include <QWidget>

#include <optional>

class QShortcut;

namespace pushlab::widgets {

class TechniqueButton;

//! Exclusive buttons for the offered techniques, also activated by Ctrl+1, Ctrl+2 and so on anywhere in their window.
class TechniqueButtons final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TechniqueButtons)

public:
    explicit TechniqueButtons(QWidget *parent = nullptr);

    void setTechnique(protocol::Technique technique); //!< shows the technique; emits nothing
    [[nodiscard]] protocol::Technique technique() const { return m_technique; }

    //! Sets the class technique: a padlock is shown, and no other can be chosen. nullopt unlocks.
    void setClassTechnique(std::optional<protocol::Technique> technique);

    //! Sets the techniques that can be chosen. The one in use is always shown.
    void setOffered(const QList<protocol::Technique> &techniques);
    //! Shows these techniques as well.
    void setShown(const QList<protocol::Technique> &techniques);

Q_SIGNALS:
    void techniqueChosen(pushlab::protocol::Technique technique); //!< by the user

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(protocol::Technique technique);
    [[nodiscard]] bool mayChoose(protocol::Technique technique) const;
    void retranslate();
    void showState();

    QList<TechniqueButton *> m_buttons; // indexed by Technique
    QList<QShortcut *> m_shortcuts; // likewise
    protocol::Technique m_technique = protocol::defaultTechnique;
    std::optional<protocol::Technique> m_classTechnique;
    QList<protocol::Technique> m_offered = protocol::defaultTechniques();
    QList<protocol::Technique> m_shown;
};

} // namespace pushlab::widgets
