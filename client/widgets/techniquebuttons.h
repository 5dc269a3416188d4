// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/techniqueoffer.h"
#include "server/protocol/techniquetraits.h"

#include <QList>
#include <QWidget>

#include <optional>

namespace pushlab::widgets {

class TechniqueButton;

//! Short, Long, WebSocket …: exclusive buttons for what is on offer, also by Ctrl+1, Ctrl+2 and so on anywhere in their window.
class TechniqueButtons final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TechniqueButtons)

public:
    explicit TechniqueButtons(QWidget *parent = nullptr);

    void setTechnique(protocol::Technique technique); //!< shows it; emits nothing
    [[nodiscard]] protocol::Technique technique() const { return m_technique; }

    //! The class technique: a padlock, and no other can be chosen. Nothing unlocks.
    void setClassTechnique(std::optional<protocol::Technique> technique);

    //! What there is to choose from. The one in use is shown in any case.
    void setOffered(const QList<protocol::Technique> &techniques);
    //! Shows these besides.
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

    QList<TechniqueButton *> m_buttons; // by Technique
    protocol::Technique m_technique = protocol::defaultTechnique;
    std::optional<protocol::Technique> m_classTechnique;
    QList<protocol::Technique> m_offered = protocol::defaultTechniques();
    QList<protocol::Technique> m_shown;
};

} // namespace pushlab::widgets
