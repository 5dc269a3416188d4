#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# A file that reaches the largest size that the user may have (ulimit -f): no command is killed by it, each does what it does when
# the disk is full.

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

epoch() { curl -s "${url}api/rooms/lobby/messages?after=0" | grep -o '"epoch": *"[^"]*"'; }
count() { curl -s "${url}api/rooms/lobby" | sed 's/.*"next": *\([0-9]*\).*/\1/'; }

text=$(printf '%04000d' 0)
send() { curl -s -o /dev/null -w '%{http_code}' -H 'Content-Type: application/json' -d "{\"text\":\"$1 $text\"}" "${url}api/rooms/lobby/messages"; }

# --- in the middle of a class
start 400 --database class.sqlite
check "the class is in its database" bash -c '! grep -q "in memory only" host.err'
before=$(epoch)
sent=0
until grep -q 'in memory only' host.err || [ "$sent" -ge 300 ]; do
    [ "$(send "message $((sent + 1))")" = 201 ] || break
    sent=$((sent + 1))
done
check "the host says that the class goes on in memory" soon 5 grep -q 'in memory only' host.err
check "and what to look at" grep -q 'class.sqlite cannot be read or written.*ulimit -f' host.err
check "it is there" kill -0 "$host"
check "more is sent" test "$(send more)" = 201
check "under a new epoch" test "$(epoch)" != "$before"
check "every message that was acknowledged is there" test "$(count)" -eq $((sent + 1))
stop
check "it ends with 0" test $? -eq 0
start unlimited --database class.sqlite
check "the old epoch is in the file" test "$(epoch)" = "$before"
kept=$(count)
check "with the messages before ($kept of $sent)" test "$kept" -ge 10
stop

# --- from the start
start 8 --database new.sqlite
check "a host that can hardly write starts" test "$(send hello)" = 201
check "and says that the class is in memory" grep -q 'in memory only' host.err
stop

# --- files that commands write
(ulimit -f 16 && exec "$PUSHLAB" export --database class.sqlite) >out 2>err
check "an export ends with 1" test $? -eq 1
check "and says why" grep -q 'cannot write' err
"$PUSHLAB" export --database class.sqlite >class.jsonl
(ulimit -f 48 && exec "$PUSHLAB" import --database other.sqlite class.jsonl) 2>err
check "an import ends with 1" test $? -eq 1
check "and says why" grep -q 'other.sqlite cannot be read or written' err
(ulimit -f 4 && exec timeout 60 "$PUSHLAB" compare --clients 2 --rate 5 --duration 1 --warm-up 0 --repeats 1 --techniques websocket \
    --html r.html) >/dev/null 2>err
check "a comparison ends with 1" test $? -eq 1
check "and says which file" grep -q 'Cannot write r.html' err

names=() # so that it is larger than the least size that can be set
for number in $(seq 12); do
    names+=(--allow-host "a-class-with-a-long-name-$number.school.example")
done
secure() { XDG_DATA_HOME=$dir/data exec timeout 20 "$PUSHLAB" host --headless --bind 127.0.0.1 --port 0 --tls-self-signed "${names[@]}"; }
rm host.out
(secure) >host.out 2>host.err &
host=$!
check "a certificate is made" soon 10 test -s host.out
stop
certificate=$(find data -name selfsigned.pem)
check "larger than a KiB" test "$(stat -c %s "$certificate")" -gt 1024
rm "$certificate"
(ulimit -f 1 && secure) >out 2>err
check "one that cannot be kept ends with 1" test $? -eq 1
check "and says so" grep -q 'Cannot keep the certificate' err
check "no part of it is left" test -z "$(find data -type f)"

exit $((failures > 0))
