// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/qrmatrix.h"

#include <QWidget>

#include <optional>

namespace pushlab::app {

//! A QR code, dark on white whatever the palette, as large as its place allows.
class QrView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QrView)

public:
    explicit QrView(QWidget *parent = nullptr);

    void setText(const QString &text); //!< empty: shows nothing

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<QrMatrix> m_matrix;
    QString m_text;
};

} // namespace pushlab::app
