// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QHash>
#include <QRect>
#include <QStyledItemDelegate>

namespace pushlab::widgets {

//! Draws a row of the chat: time, name, wrapped plain text, delay badge. Caches the heights of rows, so that a new layout of
//! 10,000 rows costs only a look-up each. Owned by its view.
class MessageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageDelegate)

public:
    explicit MessageDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    //! The rectangle of the Retry link of a failed row that is drawn in option.rect.
    [[nodiscard]] QRect retryRect(const QStyleOptionViewItem &option) const;

    //! Discards the heights, after the language or texts of rows have changed. A new width or font is noticed by itself.
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
    static void paintOwn(QPainter *painter, const QStyleOptionViewItem &option);
    void paintMessage(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintGap(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBadge(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QModelIndex &index) const;

    mutable QHash<quint64, int> m_heights; // indexed by KeyRole, for the width and font below
    mutable int m_width = -1;
    mutable QFont m_font;
};

} // namespace pushlab::widgets
