#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# A class without a window that is recorded into a file: tshark reads it without a complaint, and a full disk ends the recording alone.

# shellcheck source=support.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/support.sh"

pin=739152

start() { # MOST-KIBIBYTES ARGUMENTS...: a host in the background, once it has said its address
    local most=$1
    shift
    rm -f host.out
    (ulimit -f "$most" && exec "$PUSHLAB" host --headless --bind 127.0.0.1 --port 0 --pin "$pin" "$@") >host.out 2>host.err &
    host=$!
    soon 10 test -s host.out
    url=$(head -n 1 host.out)
}

stop() {
    kill -TERM "$host"
    wait "$host"
}

join() { curl -s -H 'Content-Type: application/json' -d "{\"pin\":\"$pin\"}" "${url}api/join" | sed 's/.*"token":"\([^"]*\)".*/\1/'; }
say() {
    curl -s -o /dev/null -b a-cookie=of-mine -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
        -d "{\"text\":\"$1\",\"member\":\"an-id-of-mine\"}" "${url}api/rooms/lobby/messages"
}
fields() { tshark -n -r class.pcapng -o tcp.check_checksum:TRUE "$@" 2>/dev/null; }

no_complaint() { # a filter that tshark does not know fails, too
    fields -Y 'tcp.analysis.flags || tcp.checksum.status == 0 || _ws.malformed || _ws.expert.severity >= 0x600000' >complaints && test ! -s complaints
}

start unlimited --record class.pcapng
token=$(join)
for number in 1 2 3; do say "hello $number"; done
"$PUSHLAB" join "$url" --pin "$pin" --name Anna --headless --stay --technique websocket </dev/null >client.out 2>/dev/null &
client=$!
soon 10 grep -q 'hello 3' client.out
say "by WebSocket"
check "a member hears of it" soon 10 grep -q 'by WebSocket' client.out
kill -INT "$client"
wait "$client" 2>/dev/null
say "at last"
stop
check "the host ends with 0" test $? -eq 0
check "nobody else may read the file" test "$(stat -c %a class.pcapng)" = 600
check "tshark finds the requests, the last one, too" test "$(fields -Y 'http.request.method == POST' -T fields -e http.request.uri | grep -c /messages)" -eq 5
check "and what went by WebSocket" test -n "$(fields -Y websocket -T fields -e websocket.payload.text | grep 'by WebSocket')"
check "tshark does not complain" no_complaint
check "the PIN is masked" bash -c "! grep -q $pin class.pcapng"
check "tokens are masked" bash -c "! grep -q -- $token class.pcapng"
check "ids and cookies are masked" bash -c "! grep -q of-mine class.pcapng"

# --- the disk is full
holds() { [ "$(stat -c %s "$2")" -ge "$1" ]; } # BYTES FILE
for format in pcapng pushlab; do
    start 8 --record "full.$format"
    token=$(join)
    say hello
    check "$format: what passes is written after a while" soon 20 holds 700 "full.$format"
    sent=0
    until grep -q 'recording ends here' host.err || [ "$sent" -ge 200 ]; do
        say "$(head -c 600 /dev/urandom | base64 -w 0)"
        sent=$((sent + 1))
        sleep 0.05
    done
    check "$format: the host says that the recording ends" grep -q "full.$format cannot be written" host.err
    check "$format: the class goes on" test "$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $token" "${url}api/rooms/lobby")" = 200
    stop
    check "$format: it ends with 0" test $? -eq 0
    check "$format: what there was is kept" holds 700 "full.$format"
done
check "tshark reads what there was" bash -c 'tshark -n -r full.pcapng >/dev/null 2>tshark.err'

# --- what is refused
refused() { # ARGUMENTS...
    "$PUSHLAB" host --bind 127.0.0.1 --port 0 "$@" >out 2>err
    test $? -eq 2
}
check "a file that is there" refused --headless --record class.pcapng
check "and says so" grep -q 'is there already' err
check "another kind of file" refused --headless --record class.txt
check "a window" refused --record new.pcapng
check "an option without a recording" refused --headless --record-secrets
(exec timeout 20 "$PUSHLAB" host --headless --bind 127.0.0.1 --port 0 --record none/new.pcapng) >out 2>err
check "a folder that is not there ends with 1" test $? -eq 1
check "and is named" grep -q 'none/new.pcapng' err

exit $((failures > 0))
