// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

//! QCustomPlot, whose header is written with Qt's keywords, which this program builds without. A large one: for sources only.

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH

#include <qcustomplot.h>

#undef signals
#undef slots
#undef foreach
