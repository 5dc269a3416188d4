// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/anatomy.h"

#include <QTableWidget>

namespace pushlab::app {

//! How the first bytes of a masked payload are unmasked, a row a byte: masked XOR key = plain (RFC 6455 5.3).
class UnmaskingTable final : public QTableWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnmaskingTable)

public:
    explicit UnmaskingTable(QWidget *parent = nullptr);

    void setSteps(const QList<wire::XorStep> &steps);

    static constexpr qsizetype most = 64; //!< bytes

    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
};

} // namespace pushlab::app
