// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/comparewindow.h"

#include "app/windows/compare/comparepage.h"
#include "app/windows/endwatch.h"
#include "app/windows/languagechooser.h"
#include "app/windows/question.h"
#include "app/windows/viewbutton.h"
#include "app/windows/windowkeys.h"
#include "app/windows/windowplace.h"

#include <QCloseEvent>
#include <QMessageBox>
#include <QSettings>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {
const QString geometryKey = u"compare/geometry"_s;
}

CompareWindow::CompareWindow(QWidget *parent) : QWidget(parent), m_page(new ComparePage(this))
{
    const int em = fontMetrics().height();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em / 4, em / 2, em / 4, em / 4);
    column->setSpacing(0);
    auto *header = new QHBoxLayout;
    header->addStretch(1);
    header->addWidget(new LanguageChooser(this));
    header->addWidget(new ViewButton(this));
    new WindowKeys(this);
    column->addLayout(header);
    column->addWidget(m_page, 1);
    restorePlace(*this, QSettings().value(geometryKey).toByteArray(), {em * 78, em * 52});
    retranslate();
}

void CompareWindow::closeEvent(QCloseEvent *event)
{
    if (m_page->isRunning() && !m_isClosing && !EndWatch::isEnding()) {
        event->ignore();
        askToEnd();
        return;
    }
    QSettings().setValue(geometryKey, saveGeometry());
    m_page->stop();
    event->accept();
}

void CompareWindow::askToEnd()
{
    if (m_question) // a question is shown already
        return;
    m_question = askFirst(
        this, {tr("End the comparison?"), tr("It is not finished: what it has measured is lost."), tr("End the comparison")}, [this] {
            m_isClosing = true;
            close();
        });
    connect(m_page, &ComparePage::runFinished, m_question, &QMessageBox::reject); // there is nothing to lose any more
}

void CompareWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CompareWindow::retranslate()
{
    setWindowTitle(tr("Compare techniques — PushLab"));
}

} // namespace pushlab::app
