// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>

//! The table of techniques in the pages' own languages, so that it is written nowhere twice.
namespace pushlab::web {

//! In the order of everything that lists them.
[[nodiscard]] QByteArrayList techniqueNameList();

//! A style sheet: the colours as variables `--NAME`, and for the class NAME what the pages' own style draws it with: `--of`
//! its colour, `--mark`, `--shape` for clip-path, `--edge` of a border, `--dash` and `--cap` of a stroke.
[[nodiscard]] QByteArray techniqueStyle();

//! A script: `PushLab.techniqueTable`, a list of `{name, shape, isPaced, holdsConnection, sendsInBand, isDefault}`, and
//! `PushLab.defaultTechnique`.
[[nodiscard]] QByteArray techniqueScript();

} // namespace pushlab::web
