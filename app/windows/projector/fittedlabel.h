// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace pushlab::app {

//! A label whose text becomes smaller where its place is too narrow, down to a least size; below that it is broken into lines.
class FittedLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FittedLabel)

public:
    explicit FittedLabel(QWidget *parent = nullptr);

    void setFonts(const QFont &largest, int leastPixels);
    void setFitted(const QString &text);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QFont m_largest;
    QString m_text;
    int m_least = 1; // px
};

} // namespace pushlab::app
