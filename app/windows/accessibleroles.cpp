// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/accessibleroles.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QLatin1StringView>
#include <QWidget>

#include <array>

namespace pushlab::app {

namespace {

struct KindRole
{
    QLatin1StringView className;
    QAccessible::Role role;
};

constexpr std::array kindRoles{
    KindRole{QLatin1StringView("pushlab::widgets::StateLine"), QAccessible::StaticText},
    KindRole{QLatin1StringView("QCustomPlot"), QAccessible::Chart},
    KindRole{QLatin1StringView("pushlab::app::QrView"), QAccessible::Graphic},
    KindRole{QLatin1StringView("pushlab::widgets::PhotoFinish"), QAccessible::Chart},
    KindRole{QLatin1StringView("pushlab::widgets::GuessChart"), QAccessible::Chart},
    KindRole{QLatin1StringView("pushlab::app::LessonPage"), QAccessible::Pane},
    KindRole{QLatin1StringView("pushlab::app::OverviewPage"), QAccessible::Pane},
    KindRole{QLatin1StringView("pushlab::app::QuestionPage"), QAccessible::Pane},
    KindRole{QLatin1StringView("pushlab::app::RacePage"), QAccessible::Pane},
    KindRole{QLatin1StringView("pushlab::app::ResultsView"), QAccessible::Pane},
    KindRole{QLatin1StringView("pushlab::app::HandshakePanel"), QAccessible::Pane},
    KindRole{QLatin1StringView("pushlab::app::HexView"), QAccessible::StaticText},
    KindRole{QLatin1StringView("pushlab::app::XrayView"), QAccessible::Chart},
    KindRole{QLatin1StringView("pushlab::app::LadderView"), QAccessible::Chart},
};

//! Called for each class of a widget, the most derived one first.
QAccessibleInterface *ownInterface(const QString &className, QObject *object)
{
    if (!object || !object->isWidgetType())
        return nullptr;
    for (const KindRole &kind : kindRoles) {
        if (className == kind.className)
            return new QAccessibleWidget(static_cast<QWidget *>(object), kind.role);
    }
    return nullptr;
}

} // namespace

void installAccessibleRoles()
{
    QAccessible::installFactory(ownInterface);
}

} // namespace pushlab::app
