// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/nameslabel.h"

#include "client/widgets/figures.h"
#include "client/widgets/shownname.h"

#include <QEvent>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestProjectedName = 24; // of one name

//! A name that is not broken at its blanks and turns nothing round beside it.
QString wholeName(const QString &name)
{
    const bool isLong = name.size() > longestProjectedName;
    QString text = widgets::isolatedName(isLong ? widgets::leftOf(name, longestProjectedName) + u'…' : name);
    return text.replace(u' ', QChar(QChar::Nbsp));
}

} // namespace

NamesLabel::NamesLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
}

void NamesLabel::setNames(const QStringList &names, qint64 more)
{
    QStringList shown;
    for (const QString &name : names)
        shown.append(wholeName(name.isEmpty() ? tr("(no name)") : name));
    if (shown == m_names && more == m_more)
        return;
    m_names = shown;
    m_more = more;
    fit();
}

QString NamesLabel::textOf(qsizetype count) const
{
    QStringList parts = m_names.first(count);
    if (const qint64 more = m_names.size() - count + m_more; more > 0)
        parts.append(tr("and %1 more").arg(widgets::countText(more)).replace(u' ', QChar(QChar::Nbsp)));
    return parts.join(u" · "_s);
}

void NamesLabel::fit()
{
    const auto hasRoom = [this](qsizetype count) {
        const QRect place(0, 0, std::max(1, width()), 1);
        return fontMetrics().boundingRect(place, Qt::TextWordWrap, textOf(count)).height() <= height();
    };
    qsizetype fitting = 0;
    qsizetype tooMany = m_names.size() + 1;
    while (tooMany - fitting > 1) {
        const qsizetype middle = (fitting + tooMany) / 2;
        (hasRoom(middle) ? fitting : tooMany) = middle;
    }
    setText(textOf(fitting));
}

void NamesLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

void NamesLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        fit();
}

} // namespace pushlab::app
