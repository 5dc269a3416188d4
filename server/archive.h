// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/storage/archive.h"
#include "server/storage/database.h"

//! Exports rooms to files, reads such files and imports them into a database that no host has open; for the application. Any
//! thread; each call blocks until the disk has answered.
namespace pushlab::server {

using storage::Archive;
using storage::Fault;
using storage::LineFault;

using storage::importRoom;
using storage::isInUse;
using storage::isOwnDatabase;
using storage::readArchive;
using storage::readRoom;
using storage::removeDatabase;
using storage::writeArchive;

} // namespace pushlab::server
