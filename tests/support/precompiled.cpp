// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A library has to have a source; this one is there for its precompiled header, see tests/CMakeLists.txt.
