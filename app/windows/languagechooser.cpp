// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/languagechooser.h"

#include "app/windows/language.h"

#include <QEvent>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

LanguageChooser::LanguageChooser(QWidget *parent) : QComboBox(parent)
{
    addItem(u"English"_s, u"en"_s);
    addItem(u"简体中文"_s, u"zh_CN"_s);
    setSizeAdjustPolicy(AdjustToContents);
    showCurrent();
    connect(this, &QComboBox::activated, this, [this](int index) { chooseLanguage(itemData(index).toString()); });
}

void LanguageChooser::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showCurrent();
}

void LanguageChooser::showCurrent()
{
    setCurrentIndex(findData(currentLanguage()));
    setAccessibleName(tr("Language"));
    setToolTip(tr("Language"));
}

} // namespace pushlab::app
