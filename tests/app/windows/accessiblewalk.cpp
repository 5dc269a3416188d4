// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/windows/accessiblewalk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QKeySequence>
#include <QLabel>
#include <QTabBar>
#include <QTest>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;

namespace {

QString kindsOf(const QList<QWidget *> &widgets)
{
    QStringList kinds;
    for (const QWidget *const widget : widgets)
        kinds += kindOf(*widget);
    return kinds.join(u", "_s);
}

QChar mnemonicOf(const QString &text)
{
    const QString key = QKeySequence::mnemonic(text).toString(QKeySequence::PortableText);
    return key.isEmpty() ? QChar() : key.back();
}

} // namespace

bool isReachedByKeys(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy();
}

QString kindOf(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
}

QString faultOf(QWidget *widget)
{
    if (!isReachedByKeys(*widget))
        return {};
    const QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(widget);
    if (!spoken)
        return kindOf(*widget) + u" is not there for a screen reader"_s;
    if (spoken->text(QAccessible::Name).trimmed().isEmpty())
        return kindOf(*widget) + u" has no name"_s;
    if (spoken->role() == QAccessible::NoRole || spoken->role() == QAccessible::Client)
        return kindOf(*widget) + u" has no role"_s;
    return {};
}

QList<QWidget *> widgetsOf(QWidget &window)
{
    QList<QWidget *> all{&window};
    all += window.findChildren<QWidget *>();
    all.removeIf([&window](const QWidget *each) { return each->window() != &window; });
    return all;
}

QStringList twiceUsed(QWidget &window)
{
    QString seen;
    QStringList twice;
    const auto look = [&](const QString &text) {
        const QChar key = mnemonicOf(text);
        if (!key.isNull() && seen.contains(key))
            twice += text;
        seen += key;
    };
    const QList<QWidget *> all = widgetsOf(window);
    for (QWidget *const widget : all) {
        if (const auto *const button = qobject_cast<QAbstractButton *>(widget); button && button->isVisible())
            look(button->text());
        else if (const auto *const label = qobject_cast<QLabel *>(widget); label && label->buddy())
            look(label->text());
        else if (const auto *const tabs = qobject_cast<QTabBar *>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                look(tabs->tabText(i));
    }
    return twice;
}

bool show(QWidget &window)
{
    window.resize(1500, 900);
    window.show();
    if (!QTest::qWaitForWindowActive(&window))
        return false;
    QTest::qWait(50); // its parts take their places
    return true;
}

QList<QWidget *> tabOrder(QWidget &window)
{
    QList<QWidget *> order;
    window.setFocus();
    for (int i = 0; i < 300; ++i) {
        QWidget *const at = QApplication::focusWidget() ? QApplication::focusWidget() : &window;
        QTest::keyClick(at, Qt::Key_Tab);
        QWidget *const now = QApplication::focusWidget();
        if (!now || order.contains(now))
            break;
        order += now;
    }
    return order;
}

QString tabFaultOf(QWidget &window)
{
    const QList<QWidget *> order = tabOrder(window);
    if (order.isEmpty())
        return u"Tab comes to nothing"_s;
    for (const QList<QWidget *> all = widgetsOf(window); QWidget *const widget : all) {
        const auto *const button = qobject_cast<QAbstractButton *>(widget);
        const bool isOneOfSeveral = button && button->autoExclusive(); // arrows go from one to another
        if (isReachedByKeys(*widget) && !isOneOfSeveral && !order.contains(widget))
            return kindOf(*widget) + u" is not among "_s + kindsOf(order);
    }
    QWidget *const first = order.constFirst();
    if (QApplication::focusWidget() != first)
        return u"Tab is caught in "_s + kindsOf(order);
    QTest::keyClick(first, Qt::Key_Backtab);
    return QApplication::focusWidget() == order.constLast() ? QString() : u"the way back is another"_s;
}

QString rowFaultOf(QAbstractItemView &view)
{
    QAccessibleInterface *const list = QAccessible::queryAccessibleInterface(&view);
    if (!list || list->role() == QAccessible::Client || !list->tableInterface())
        return kindOf(view) + u" is no list for a screen reader"_s;
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        for (int column = 0; column < view.model()->columnCount(); ++column) {
            const QAccessibleInterface *const cell = list->tableInterface()->cellAt(row, column);
            if (!cell || cell->text(QAccessible::Name).isEmpty())
                return u"%1: nothing is said of row %2, column %3"_s.arg(kindOf(view)).arg(row).arg(column);
        }
    }
    return {};
}

} // namespace pushlab::tests
