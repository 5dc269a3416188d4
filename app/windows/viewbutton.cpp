// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/viewbutton.h"

#include "app/translation.h"
#include "app/windows/appearance.h"
#include "app/windows/language.h"
#include "app/windows/windowkeys.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QMenu>

#include <functional>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

//! A key behind a tab is shown in the menu; the window's own shortcut acts.
QString withKey(const QString &text, const QKeySequence &key)
{
    return text + u'\t' + key.toString(QKeySequence::NativeText);
}

} // namespace

ViewButton::ViewButton(QWidget *parent) : QToolButton(parent), m_menu(new QMenu(this))
{
    setObjectName(u"view"_s);
    setPopupMode(InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ViewButton::fill);
    fill();
    retranslate();
}

void ViewButton::fill()
{
    m_menu->clear();
    addThemes();
    addSizes();
    addLanguages();
    m_menu->addSeparator();
    m_menu->addAction(withKey(tr("Keys …"), Qt::Key_F1), this, [this] { showKeys(window()); });
}

void ViewButton::addThemes()
{
    m_menu->addSection(tr("Colours"));
    auto *const group = new QActionGroup(m_menu);
    for (const auto &[theme, text] : {std::pair(Theme::System, tr("As the system")), std::pair(Theme::Light, tr("Light")),
                                      std::pair(Theme::Dark, tr("Dark"))}) {
        QAction *const action = group->addAction(m_menu->addAction(text));
        action->setObjectName(themeName(theme));
        action->setCheckable(true);
        action->setChecked(theme == currentTheme());
        connect(action, &QAction::triggered, this, [theme = theme] { chooseTheme(theme); });
    }
}

void ViewButton::addSizes()
{
    //: %1 is a number of percent
    m_menu->addSection(tr("Size: %1 %").arg(currentScale()));
    const auto add = [this](const QString &text, const QKeySequence &key, int scale) {
        QAction *const action = m_menu->addAction(withKey(text, key));
        action->setEnabled(scale != currentScale());
        connect(action, &QAction::triggered, this, [scale] { chooseScale(scale); });
    };
    add(tr("Larger"), Qt::CTRL | Qt::Key_Plus, nextScale(currentScale(), 1));
    add(tr("Smaller"), Qt::CTRL | Qt::Key_Minus, nextScale(currentScale(), -1));
    add(tr("Usual size"), Qt::CTRL | Qt::Key_0, usualScale);
}

void ViewButton::addLanguages()
{
    m_menu->addSection(tr("Language"));
    auto *const group = new QActionGroup(m_menu);
    for (const auto &[language, name] :
         {std::pair(QString(englishLanguage), u"English"_s), std::pair(QString(chineseLanguage), u"简体中文"_s)}) {
        QAction *const action = group->addAction(m_menu->addAction(name));
        action->setCheckable(true);
        action->setChecked(language == currentLanguage());
        // Queued: the menu is filled anew for the new language.
        connect(
            action, &QAction::triggered, this, [language = language] { chooseLanguage(language); }, Qt::QueuedConnection);
    }
}

void ViewButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ViewButton::retranslate()
{
    setText(tr("View"));
    setToolTip(tr("Colours, size, language and keys"));
    fill();
}

} // namespace pushlab::app
