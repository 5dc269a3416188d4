#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What a client without a window does when its stdin ends.

# shellcheck source=support.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/support.sh"

start() {
    rm -f host.out
    "$PUSHLAB" host --headless --bind 127.0.0.1 --port 0 "$@" >host.out 2>host.err </dev/null &
    host=$!
    soon 30 test -s host.out
    url=$(head -n 1 host.out)
    key=$(sed -n 's/.*#key=//p' host.err)
}

# join ARGUMENTS...: by stdin; sets code and seconds
join() {
    SECONDS=0
    timeout 120 "$PUSHLAB" join "$url" --name Ann --headless "$@" >out 2>err
    code=$?
    seconds=$SECONDS
}

# open ARGUMENTS...: in the background, its stdin is descriptor 3, once it has joined
open() {
    rm -f in err # the background job empties it only when it comes to run
    mkfifo in
    timeout 150 "$PUSHLAB" join "$url" --name Ann --headless "$@" <in >out 2>err &
    client=$!
    exec 3>in
    soon 30 grep -q Joined err
}

# Each thread of the host stands: the signal takes a moment on a busy machine.
stands() { ! cat "/proc/$host/task/"*/status | grep '^State:' | grep -qv 'T (stopped)'; }

texts() { curl -s "${url}api/rooms/${1:-lobby}/messages?after=0" | grep -o '"text": *"[^"]*"' | sed 's/"text": *//; s/"//g' | tr '\n' ' '; }

start --message-rate 0
for technique in polling long-polling websocket; do
    join --technique "$technique" --room "$technique" < <(printf 'one\ntwo\nwithout a line end')
    check "$technique: ends with 0" test "$code" -eq 0
    check "$technique: at once, not after the 30 s that a host has to answer" test "$seconds" -le 15
    check "$technique: all is there" test "$(texts "$technique")" = 'one two without a line end '
done
join </dev/null
check "with nothing to send it ends with 0" test "$code" -eq 0
check "once it has joined" grep -q Joined err
seq 500 >lines
join --room many <lines
check "more than may be under way at a time: ends with 0" test "$code" -eq 0
check "all 500 are there" test "$(curl -s "${url}api/rooms/many" | sed 's/.*"next": *\([0-9]*\).*/\1/')" -eq 500

# --- something is not sent
(printf '%0100000d\n' 0; echo short) >lines
join --room long <lines
check "a line that is too long: ends with 1" test "$code" -eq 1
check "and says so" grep -q 'too long' err
check "the other was sent" test "$(texts long)" = 'short '
open --room muted
member=$(curl -s -H "Authorization: Bearer $key" "${url}api/rooms/muted/members" | grep -o '"member": *"[^"]*"' | head -n 1 | sed 's/^"member": *"//; s/"//')
curl -s -o /dev/null -H "Authorization: Bearer $key" -H 'Content-Type: application/json' -d "{\"action\":\"mute\",\"member\":\"$member\"}" \
    "${url}api/rooms/muted/moderation"
echo unheard >&3
exec 3>&-
wait "$client"
code=$?
check "a refused line: ends with 1" test "$code" -eq 1
check "and says so" grep -q 'refused a message' err

# --- told to stay
open --stay
echo 'I stay' >&3
exec 3>&-
check "--stay: sends" soon 30 grep -q 'I stay' out
sleep 1
check "--stay: stays" kill -0 "$client"
curl -s "${url}send/msg/?text=news" >/dev/null
check "--stay: prints what comes" soon 30 grep -q news out
kill -TERM "$client"
wait "$client"

# --- a host that acknowledges nothing any more
open --technique long-polling
kill -STOP "$host"
soon 10 stands
echo unanswered >&3
exec 3>&-
SECONDS=0
wait "$client"
code=$?
check "no acknowledgement: ends with 1" test "$code" -eq 1
check "after about 30 s ($SECONDS)" test "$SECONDS" -ge 28 -a "$SECONDS" -le 60
check "and says so" grep -q '1 message was not acknowledged' err
kill -CONT "$host"
kill -TERM "$host"
wait "$host"
join <lines
check "no host: ends with 3" test "$code" -eq 3

exit $((failures > 0))
