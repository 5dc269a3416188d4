// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>

//! The table of techniques for pages, generated from the C++ table, so that it is written only once.
namespace pushlab::web {

//! The names on the wire, in the order of the table.
[[nodiscard]] QByteArrayList techniqueNameList();

//! A style sheet: each technique's colour as a variable `--NAME`, and a class NAME with the variables `--of` (its colour),
//! `--mark`, `--shape` (clip-path), `--edge` (border), `--dash` and `--cap` (stroke).
[[nodiscard]] QByteArray techniqueStyle();

//! A script: `PushLab.techniqueTable`, a list of `{name, shape, isPaced, holdsConnection, sendsInBand, isDefault}`, and
//! `PushLab.defaultTechnique`.
[[nodiscard]] QByteArray techniqueScript();

} // namespace pushlab::web
