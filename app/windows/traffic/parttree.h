// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/anatomy.h"

#include <QTreeWidget>

namespace pushlab::app {

//! The parts of a record as a tree: each with its name, what it says, and its place among the bytes.
class PartTree final : public QTreeWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PartTree)

public:
    explicit PartTree(QWidget *parent = nullptr);

    void setParts(const QList<wire::Part> &parts, const QByteArray &bytes);
    void selectByte(qsizetype offset); //!< selects the smallest part that has it; says so to nobody
    [[nodiscard]] const wire::Part *chosen() const; //!< nullptr: none

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void partChosen(); //!< see chosen(); a part is no argument of a signal, for Qt cannot compare what has a list of itself

protected:
    void changeEvent(QEvent *event) override;

private:
    void add(QTreeWidgetItem *parent, const wire::Part &part);
    [[nodiscard]] QString valueOf(const wire::Part &part) const;
    void fit();
    void retranslate();

    QList<wire::Part> m_parts;
    QList<const wire::Part *> m_all; // into m_parts; items have the index
    QByteArray m_bytes;
};

} // namespace pushlab::app
