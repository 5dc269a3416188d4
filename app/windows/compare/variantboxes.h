// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/variant.h"

#include <QList>
#include <QWidget>

class QCheckBox;

namespace pushlab::app {

//! A check box for each variant that can be compared.
class VariantBoxes final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VariantBoxes)

public:
    explicit VariantBoxes(QWidget *parent = nullptr);

    [[nodiscard]] QList<compare::Variant> chosen() const;
    void setChosen(const QList<compare::Variant> &variants);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void colour();

    QList<QCheckBox *> m_boxes; // indexed by Variant
};

} // namespace pushlab::app
