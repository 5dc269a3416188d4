// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/qrmatrix.h"

#include <QWidget>

#include <optional>

namespace pushlab::app {

//! Shows a QR code, dark on white in any palette, as large as possible.
class QrView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QrView)

public:
    explicit QrView(QWidget *parent = nullptr);

    void setText(const QString &text); //!< empty: nothing is shown

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
