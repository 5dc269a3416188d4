// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

//! Prepares the process before anything else is done.
namespace pushlab::app {

//! Opens /dev/null as those of the descriptors 0, 1 and 2 that are closed. Otherwise the next files and sockets would get these
//! numbers, and output would be written to them. Reading ends at once, and writing fails, so that no result is believed to be
//! written.
void openStandardStreams();

//! Ignores SIGPIPE and SIGXFSZ: writing to a pipe without a reader, or beyond the user's file size limit (ulimit -f), then fails
//! like any other write instead of ending the program.
void ignoreSignalsOfWriting();

//! Has all sockets connect directly: a class is on the local network. Asking for the system's proxy may wait without an end for a
//! D-Bus that does not answer (libproxy 0.5, by which Qt asks on Debian 13).
void connectWithoutProxy();

} // namespace pushlab::app
