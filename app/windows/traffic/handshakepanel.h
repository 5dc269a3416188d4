// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/anatomy.h"

#include <QScrollArea>

class QLabel;

namespace pushlab::app {

//! How a WebSocket's accept value came about on this very connection, step by step.
class HandshakePanel final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HandshakePanel)

public:
    explicit HandshakePanel(QWidget *parent = nullptr);

    //! \a answered: the accept value of the host's answer; empty: it is not known.
    void setSteps(const wire::AcceptSteps &steps, const QByteArray &answered);

    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void show();

    wire::AcceptSteps m_steps;
    QByteArray m_answered;
    QList<QLabel *> m_captions;
    QList<QLabel *> m_values;
};

//! The value of the field \a name in the head of an HTTP message; empty: there is none.
[[nodiscard]] QByteArray headField(QByteArrayView message, QByteArrayView name);

} // namespace pushlab::app
