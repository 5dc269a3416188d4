// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/unmaskingtable.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

enum UnmaskingColumn { IndexColumn, MaskedColumn, KeyColumn, PlainColumn, CharacterColumn, UnmaskingColumns };

//! "4f 0100 1111"
QString byteText(quint8 byte)
{
    const QString bits = QString::number(byte, 2).rightJustified(8, u'0');
    return QString::number(byte, 16).rightJustified(2, u'0') + u"  "_s + bits.first(4) + u' ' + bits.last(4);
}

} // namespace

UnmaskingTable::UnmaskingTable(QWidget *parent) : QTableWidget(0, UnmaskingColumns, parent)
{
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    retranslate();
}

void UnmaskingTable::setSteps(const QList<wire::XorStep> &steps)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    setRowCount(int(steps.size()));
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 4 / 3);
    for (int row = 0; row < rowCount(); ++row) {
        const wire::XorStep &step = steps.at(row);
        const bool isPrintable = step.plain >= 0x20 && step.plain < 0x7f;
        const QString cells[] = {QString::number(row), byteText(step.masked), u"⊕ "_s + byteText(step.key),
                                 u"= "_s + byteText(step.plain), isPrintable ? QString(QLatin1Char(char(step.plain))) : u"·"_s};
        for (int column = 0; column < UnmaskingColumns; ++column) {
            auto *const item = new QTableWidgetItem(cells[column]);
            item->setFont(fixed);
            setItem(row, column, item);
        }
    }
}

void UnmaskingTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UnmaskingTable::retranslate()
{
    setHorizontalHeaderLabels({tr("Byte"), tr("As sent"), tr("⊕ masking key"), tr("= as meant"), tr("Character")});
    setAccessibleName(tr("The payload without its mask"));
}

} // namespace pushlab::app
