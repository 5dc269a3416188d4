// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QHash>
#include <QRect>
#include <QStyledItemDelegate>

namespace pushlab::widgets {

//! Draws a row of the chat: time, name, wrapped plain text, delay badge. Keeps the height of every row it has
//! measured, so that a relayout of 10,000 rows costs a look-up each. Owned by its view.
class MessageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageDelegate)

public:
    explicit MessageDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    //! Where a failed row that is drawn in option.rect shows its Retry.
    [[nodiscard]] QRect retryRect(const QStyleOptionViewItem &option) const;

    //! Measure anew: the language or the text of rows changed. A new width or font is noticed without it.
    void forgetHeights() { m_heights.clear(); }

private:
    struct Places
    {
        QRect time;
        QRect name;
        QRect text;
        QRect badge;
    };
    [[nodiscard]] static Places placesFor(const QStyleOptionViewItem &option, const QRect &row);
    [[nodiscard]] static int textHeight(const QString &text, const QFont &font, int width);
    void paintMessage(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintGap(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBadge(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QModelIndex &index) const;

    mutable QHash<quint64, int> m_heights; // by KeyRole, for the width and font below
    mutable int m_width = -1;
    mutable QFont m_font;
};

} // namespace pushlab::widgets
