// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/worksheetprinter.h"

#include "app/classroom/worksheethtml.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFont>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

#include <cmath>
#include <memory>
#include <vector>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double fontPoints = 10;
constexpr double footPoints = 8;
constexpr double marginMillimetres = 15;
constexpr int pdfDpi = 300;

//! As worksheet.css, as far as QTextDocument knows it.
const QString paperStyle =
    u"table { border-collapse: collapse; border-style: solid; border-color: #000000; margin-bottom: 6px }"
    "h1 { font-size: 16pt; margin-bottom: 4px } h2 { font-size: 13pt; margin-top: 0; margin-bottom: 6px }"
    "h3 { font-size: 11pt; margin-top: 0; margin-bottom: 4px } p { margin-top: 0; margin-bottom: 5px }"
    "th { font-weight: normal; font-size: 9pt } .sheet-note, .sheet-about { font-size: 8pt }"
    ".sheet-bars { border-style: none } .bar { font-size: 7pt }"_s;

QFont paperFont(bool isChinese, double points)
{
    QFont font;
    font.setStyleHint(QFont::SansSerif);
    // Otherwise the system may take the Japanese forms of letters that both have.
    font.setFamilies(isChinese ? QStringList{u"Noto Sans CJK SC"_s, u"Microsoft YaHei"_s, u"PingFang SC"_s, u"sans-serif"_s}
                               : QStringList{u"Noto Sans"_s, u"DejaVu Sans"_s, u"sans-serif"_s});
    font.setPointSizeF(points);
    return font;
}

using Document = std::unique_ptr<QTextDocument>;

//! A piece of the sheet as wide as the page.
Document documentOf(const QString &html, const QFont &font, QPagedPaintDevice &device)
{
    auto document = std::make_unique<QTextDocument>();
    document->documentLayout()->setPaintDevice(&device);
    document->setDocumentMargin(0);
    document->setDefaultFont(font);
    document->setDefaultStyleSheet(paperStyle);
    document->setHtml(html);
    document->setTextWidth(device.width());
    return document;
}

//! Where a piece stands: \c shift of its height is on pages before.
struct PlacedPiece
{
    const QTextDocument *document = nullptr;
    double top = 0;
    double shift = 0;
};
using SheetPages = std::vector<std::vector<PlacedPiece>>;

SheetPages placed(const std::vector<Document> &pieces, double height, double gap)
{
    SheetPages pages(1);
    double top = 0;
    for (const Document &piece : pieces) {
        const double needed = piece->size().height();
        if (top > 0 && top + needed > height) {
            pages.emplace_back();
            top = 0;
        }
        pages.back().push_back({piece.get(), top, 0});
        for (double shift = height; needed - shift > 0; shift += height) { // longer than a page
            pages.emplace_back().push_back({piece.get(), 0, shift});
            top -= height;
        }
        top += needed + gap;
    }
    return pages;
}

void paintPiece(QPainter &painter, const PlacedPiece &piece, const QSizeF &area)
{
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black);
    context.clip = QRectF(0, piece.shift, area.width(), area.height());
    painter.save();
    painter.translate(0, piece.top - piece.shift);
    painter.setClipRect(context.clip);
    piece.document->documentLayout()->draw(&painter, context);
    painter.restore();
}

} // namespace

void printWorksheet(QPagedPaintDevice &device, const protocol::Worksheet &sheet, bool isChinese)
{
    const QFont font = paperFont(isChinese, fontPoints);
    const QFont small = paperFont(isChinese, footPoints);
    const QString heading = worksheetHeading(isChinese);
    QStringList sections = worksheetSections(sheet, isChinese);
    sections.first().prepend(u"<h1>"_s + heading + u"</h1>"_s);
    std::vector<Document> pieces;
    for (const QString &section : std::as_const(sections))
        pieces.push_back(documentOf(section, font, device));

    QPainter painter(&device);
    painter.setFont(small);
    const double foot = QFontMetricsF(small, &device).height() * 2;
    const QSizeF area(device.width(), device.height() - foot);
    const SheetPages pages = placed(pieces, area.height(), foot);
    for (size_t i = 0; i < pages.size(); ++i) {
        if (i > 0)
            device.newPage();
        for (const PlacedPiece &piece : pages[i])
            paintPiece(painter, piece, area);
        painter.setPen(Qt::black);
        const QRectF line(0, area.height(), area.width(), foot);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom, u"PushLab · "_s + sheet.title.in(isChinese));
        painter.drawText(line, Qt::AlignRight | Qt::AlignBottom, u"%1/%2"_s.arg(i + 1).arg(pages.size()));
    }
}

QByteArray worksheetPdf(const protocol::Worksheet &sheet, bool isChinese)
{
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&file);
        writer.setResolution(pdfDpi);
        writer.setPageLayout({QPageSize(QPageSize::A4),
                              QPageLayout::Portrait,
                              {marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres},
                              QPageLayout::Millimeter});
        writer.setTitle(worksheetHeading(isChinese) + u": "_s + sheet.title.in(isChinese));
        writer.setCreator(u"PushLab"_s);
        printWorksheet(writer, sheet, isChinese);
    }
    return file.data();
}

} // namespace pushlab::app
