// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/hostchoice.h"

#include "app/joinaddress.h"
#include "client/widgets/contrast.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Choice { Own, Class, Other };

} // namespace

HostChoice::HostChoice(QWidget *parent)
    : QWidget(parent), m_choice(new QComboBox(this)), m_address(new QLineEdit(this)), m_warning(new QLabel(this))
{
    m_warning->setWordWrap(true);
    m_address->setPlaceholderText(u"http://192.168.1.20:8000/"_s);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_choice);
    column->addWidget(m_address);
    column->addWidget(m_warning);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        showChoice();
        Q_EMIT changed();
    });
    connect(m_address, &QLineEdit::textChanged, this, &HostChoice::changed);
    fill();
    colour();
}

void HostChoice::setClassHost(const QUrl &url)
{
    if (url.isEmpty() != m_classHost.isEmpty()) {
        m_classHost = url;
        fill();
        Q_EMIT changed();
    }
    m_classHost = url;
}

void HostChoice::setUrl(const QUrl &url)
{
    if (!url.isEmpty())
        m_address->setText(url.toString());
    m_choice->setCurrentIndex(m_choice->findData(url.isEmpty() ? Own : Other));
}

bool HostChoice::isOwn() const
{
    return m_choice->currentData().toInt() == Own;
}

std::optional<QUrl> HostChoice::url() const
{
    switch (Choice(m_choice->currentData().toInt())) {
    case Own:
        return QUrl();
    case Class:
        return m_classHost;
    case Other:
        break;
    }
    const auto address = parseJoinAddress(m_address->text());
    const bool isUsable = address && address->host.scheme() == u"http"; // virtual clients do not use TLS
    return isUsable ? std::optional(address->host) : std::nullopt;
}

void HostChoice::fill()
{
    const QSignalBlocker blocker(m_choice);
    const int chosen = m_choice->currentData().toInt(); // initially Own
    m_choice->clear();
    m_choice->addItem(tr("Its own, in the background"), Own);
    if (!m_classHost.isEmpty())
        m_choice->addItem(tr("The class’s"), Class);
    m_choice->addItem(tr("Another one"), Other);
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(chosen)));
    m_choice->setAccessibleName(tr("Host"));
    m_address->setAccessibleName(tr("Address of the host"));
    showChoice();
}

void HostChoice::showChoice()
{
    const int choice = m_choice->currentData().toInt();
    m_address->setVisible(choice == Other);
    m_warning->setVisible(choice != Own);
    m_warning->setText(choice == Class
                           ? tr("Caution: everybody in the class shares the host with the virtual clients. The chat will be slow, and "
                                "the figures include the class.")
                           : tr("Caution: whoever uses that host will notice. Measure only what is yours."));
}

void HostChoice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
    else if (event->type() == QEvent::PaletteChange)
        colour();
}

void HostChoice::colour()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, widgets::readableOn(colours.color(QPalette::Window), QColor(0xb3, 0x6b, 0x00)));
    m_warning->setPalette(colours);
}

} // namespace pushlab::app
