// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

//! What the program puts right in its process before it does anything else.
namespace pushlab::app {

//! Gives the descriptors 0, 1 and 2 to /dev/null where the program was started without them, else the next files and sockets
//! would get these numbers, and what is printed would land in them. What comes from there ends at once, and writing fails, so
//! that nobody takes a result for written.
void openStandardStreams();

//! Writing to a pipe that nobody reads, or past the largest size of a file that the user may have (ulimit -f), fails as any
//! other writing does, instead of ending the program by SIGPIPE or SIGXFSZ.
void ignoreSignalsOfWriting();

} // namespace pushlab::app
