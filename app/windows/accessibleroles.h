// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::app {

//! Tells screen readers what the windows' own kinds of widgets are: Qt knows its own ones only. To be called once.
void installAccessibleRoles();

} // namespace pushlab::app
