// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

//! QCustomPlot. Its header uses Qt's keywords, which this program disables. The header is large: include it in sources only.

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH

#include <qcustomplot.h>

#undef signals
#undef slots
#undef foreach
