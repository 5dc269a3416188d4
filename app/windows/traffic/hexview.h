// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractScrollArea>
#include <QByteArray>

class QPainter;

namespace pushlab::app {

//! Bytes as people read them: offset, hexadecimal, text. One stretch is highlighted; a cursor goes from byte to byte by keys and
//! mouse. Characters of several bytes stand at their first.
class HexView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HexView)

public:
    explicit HexView(QWidget *parent = nullptr);

    //! Shows \a bytes. \a payload: a character a byte, 1 where it is no overhead, which is drawn less strongly; empty: all is payload.
    void setBytes(const QByteArray &bytes, const QByteArray &payload = {});
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

    //! Highlights \a size bytes from \a offset on and scrolls to them; none when \a size is 0.
    void highlight(qsizetype offset, qsizetype size);
    [[nodiscard]] qsizetype highlightOffset() const { return m_offset; }
    [[nodiscard]] qsizetype highlightSize() const { return m_size; }

    [[nodiscard]] qsizetype cursor() const { return m_cursor; } //!< the byte that keys go from
    [[nodiscard]] int bytesPerRow() const { return m_perRow; }
    [[nodiscard]] QRect byteRect(qsizetype offset) const; //!< where its two digits are, in the viewport
    [[nodiscard]] int comfortableWidth() const; //!< for 16 bytes a row

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void byteChosen(qsizetype offset);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void fit();
    void measure();
    void scrollTo(qsizetype offset);
    void choose(qsizetype offset);
    void copy() const;
    void paintRow(QPainter &painter, qsizetype row, int top) const;
    void paintText(QPainter &painter, qsizetype row, int top) const;
    [[nodiscard]] qsizetype offsetAt(const QPoint &position) const; //!< -1: none
    [[nodiscard]] bool isHighlighted(qsizetype offset) const { return offset >= m_offset && offset < m_offset + m_size; }
    [[nodiscard]] QColor inkOf(qsizetype offset) const;
    [[nodiscard]] int hexLeft(int column) const;
    [[nodiscard]] int textLeft(int column) const;

    QByteArray m_bytes;
    QByteArray m_payload;
    qsizetype m_offset = 0; // of what is highlighted
    qsizetype m_size = 0;
    qsizetype m_cursor = 0;
    int m_perRow = 16;
    int m_letter = 8; // width, pixels
    int m_line = 16; // height, pixels
};

} // namespace pushlab::app
