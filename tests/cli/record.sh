#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# pushlab host --headless --record FILE: what the file holds, and what a full disk ends.

# shellcheck source=support.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/support.sh"

start() { # KIBIBYTES ARGUMENTS...: a host in the background whose files grow no larger, once it has said its address
    local most=$1
    shift
    rm -f host.out
    (ulimit -f "$most" && exec "$PUSHLAB" host --headless --bind 127.0.0.1 --port 0 --message-rate 0 "$@") >host.out 2>host.err &
    host=$!
    soon 10 test -s host.out
    url=$(head -n 1 host.out)
}

stop() {
    kill -TERM "$host"
    wait "$host"
}

send() { # TEXT
    curl -s -o /dev/null -w '%{http_code}' -b pushlab-pass=a-cookie-of-mine -H 'Content-Type: application/json' \
        -d "{\"text\":\"$1\",\"member\":\"an-id-of-mine\",\"from\":\"Ann\"}" "${url}api/rooms/lobby/messages"
}
holds() { grep -q -a -F "$1" class.pcapng; }

start unlimited --record class.pcapng
check "a message is sent" test "$(send said-in-class)" = 201
stop
check "it ends with 0" test $? -eq 0
check "the file is one of pcapng" test "$(head -c 4 class.pcapng | od -An -tx1 | tr -d ' ')" = 0a0d0d0a
check "it holds the message, sent last as it was" holds said-in-class
check "and its answer" holds '{"seq":1}'
check "no member's id" bash -c '! grep -q -a -F an-id-of-mine class.pcapng'
check "no cookie" bash -c '! grep -q -a -F a-cookie-of-mine class.pcapng'

start 64 --record class.pcapng
text=$(printf '%04000d' 0)
sent=0
until grep -q 'The recording ends here' host.err || [ "$sent" -ge 100 ]; do
    [ "$(send "$text")" = 201 ] || break
    sent=$((sent + 1))
    sleep 0.02
done
check "a full disk ends the recording with a word" soon 5 grep -q 'The recording ends here; the class goes on. class.pcapng' host.err
check "the class goes on" test "$(send more)" = 201
stop
check "and ends with 0" test $? -eq 0

"$PUSHLAB" host --headless --port 0 --record none/class.pcapng >out 2>err
check "a file that cannot be made ends it with 1" test $? -eq 1
check "and says which" grep -q 'Cannot record into none/class.pcapng' err
"$PUSHLAB" host --record class.pcapng >out 2>err
check "a window has its own" test $? -eq 2

exit $((failures > 0))
