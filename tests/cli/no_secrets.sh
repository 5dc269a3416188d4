#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What a host writes and what it tells of itself holds no message and no PIN, however much it logs. PUSHLAB names the program.

set -u
: "${PUSHLAB:?must name the pushlab program}"

work=$(mktemp -d) || exit 1
pin=739152 wrong=864209 marker=ZxMarkerTextZx
host=
trap '[ -n "$host" ] && kill -KILL "$host" 2>/dev/null; rm -rf "$work"' EXIT

QT_LOGGING_RULES='*=true' "$PUSHLAB" host --headless --port 0 --bind 127.0.0.1 --pin "$pin" >"$work/out" 2>"$work/err" &
host=$!
for _ in $(seq 100); do [ -s "$work/out" ] && break; sleep 0.1; done
url=$(head -n 1 "$work/out")
[ -n "$url" ] || { echo "FAIL: the host does not start" >&2; cat "$work/err" >&2; exit 1; }

join() { curl -s -o "$work/answer" -w '%{http_code}' --data "{\"pin\":\"$1\"}" -H 'Content-Type: application/json' "${url}api/join"; }
failures=0
expect() { [ "$2" = "$3" ] || { echo "FAIL: $1: $2, not $3" >&2; failures=1; }; }

expect "wrong PIN" "$(join $wrong)" 403
expect "PIN in the address" "$(curl -s -o /dev/null -w '%{http_code}' "${url}?pin=$pin")" 200
expect "PIN" "$(join $pin)" 200
token=$(sed 's/.*"token":"\([^"]*\)".*/\1/' "$work/answer")
bearer="Authorization: Bearer $token"
expect "send" "$(curl -s -H "$bearer" "${url}send/msg/?text=$marker")" OK
expect "post" "$(curl -s -H "$bearer" --data "content=$marker" "${url}send_msg/")" OK
expect "API" "$(curl -s -o /dev/null -w '%{http_code}' -H "$bearer" --data "{\"text\":\"$marker\"}" "${url}api/rooms/lobby/messages")" 201
echo "$marker" | QT_LOGGING_RULES='*=true' timeout 20 "$PUSHLAB" join "$url" --pin "$pin" --name Anna --headless --stay >"$work/client" 2>"$work/clienterr" &
client=$!
for _ in $(seq 100); do [ "$(grep -c "$marker" "$work/client")" -ge 4 ] && break; sleep 0.1; done
kill "$client" 2>/dev/null
expect "messages" "$(grep -c "$marker" "$work/client")" 4
curl -s "${url}metrics" >"$work/metrics"
curl -s "${url}api/stats" >"$work/stats"
[ -s "$work/metrics" ] && [ -s "$work/stats" ] || { echo "FAIL: no figures" >&2; failures=1; }
kill "$host"; wait "$host" 2>/dev/null
host=

for file in out err metrics stats; do
    for secret in "$pin" "$wrong" "$marker" "$token"; do
        grep -q -- "$secret" "$work/$file" && { echo "FAIL: $secret is in the host's $file" >&2; failures=1; }
    done
done
grep -q -- "$pin" "$work/clienterr" && { echo "FAIL: the PIN is in what the client logs" >&2; failures=1; }
[ "$(grep -c 'admin/#key=' "$work/err")" = 1 ] || { echo "FAIL: the teacher's link is not there once" >&2; failures=1; }
exit $failures
