// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

class QAbstractItemView;
class QWidget;

//! Through a window by keys and by ear. Faults are sentences; empty: none.
namespace pushlab::tests {

[[nodiscard]] bool isReachedByKeys(const QWidget &widget);
[[nodiscard]] QString kindOf(const QWidget &widget); //!< class and name, for sentences

//! What a screen reader lacks of \a widget, if keys reach it: its name or role.
[[nodiscard]] QString faultOf(QWidget *widget);

//! \a window and all in it, other windows not.
[[nodiscard]] QList<QWidget *> widgetsOf(QWidget &window);

//! Texts of \a window with a mnemonic that another one has, too.
[[nodiscard]] QStringList twiceUsed(QWidget &window);

//! Shows \a window, large, and waits until it is there.
[[nodiscard]] bool show(QWidget &window);

//! The widgets that Tab comes to, from the first on until it comes to one again.
[[nodiscard]] QList<QWidget *> tabOrder(QWidget &window);

//! What Tab does not come to, or where it is caught.
[[nodiscard]] QString tabFaultOf(QWidget &window);

//! Of which cell of \a view nothing is said.
[[nodiscard]] QString rowFaultOf(QAbstractItemView &view);

} // namespace pushlab::tests
