// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace pushlab::widgets {
class MessageModel;
}

namespace pushlab::tests {

//! What is wrong with the rows of a chat's model that should contain the messages with these \a numbers, each once and in order;
//! empty when nothing is.
[[nodiscard]] QString faultOf(const widgets::MessageModel &model, const QList<qint64> &numbers);

} // namespace pushlab::tests
