# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sourced by the scripts of this folder: a folder of their own to work in, an end that leaves nothing behind, and checks. A script sets
# host and client to the processes that are to end with it, and ends by: exit "$((failures > 0))".

set -u
: "${PUSHLAB:?must name the pushlab program}"
dir=$(mktemp -d) || exit 1
host=
client=
trap 'kill -KILL $host $client 2>/dev/null; rm -rf "$dir"' EXIT
cd "$dir" || exit 1
failures=0

check() { # DESCRIPTION COMMAND...
    local what=$1
    shift
    if "$@"; then
        echo "ok: $what"
    else
        echo "FAILED: $what"
        failures=$((failures + 1))
    fi
}

soon() { # SECONDS COMMAND...: succeeds within that time
    local tries=$(($1 * 20))
    shift
    until "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.05
    done
}
