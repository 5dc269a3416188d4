// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace pushlab::widgets {

//! Leaves Enter to the input method while it composes: a field would take it for the end of the input otherwise, with the text as
//! far as it is composed. Owned by its field.
class Composing final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Composing)

public:
    explicit Composing(QWidget *field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_isComposing = false;
};

} // namespace pushlab::widgets
