#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every way in which a start can fail: its exit code, one clear sentence on stderr, nothing on stdout. PUSHLAB names the
# program.

set -u
: "${PUSHLAB:?must name the pushlab program}"

work=$(mktemp -d) || exit 1
failures=0
host=
cleanup() {
    [ -n "$host" ] && kill -KILL "$host" 2>/dev/null && wait "$host" 2>/dev/null
    chmod -R u+rwx "$work" 2>/dev/null
    rm -rf "$work"
}
trap cleanup EXIT

fail() {
    echo "FAIL: $*" >&2
    failures=$((failures + 1))
}

# fails CODE WORD ARGUMENTS...: ends with CODE, and what it says has WORD in it
fails() {
    local expected=$1 word=$2 code
    shift 2
    env -u DISPLAY -u WAYLAND_DISPLAY QT_QPA_PLATFORM=none timeout 20 "$PUSHLAB" "$@" >"$work/out" 2>"$work/err" </dev/null
    code=$?
    [ "$code" -eq "$expected" ] || fail "pushlab $* exits $code, not $expected: $(tail -n 3 "$work/err")"
    grep -q -i -F -- "$word" "$work/err" || fail "pushlab $* does not say '$word' but: $(cat "$work/err")"
    [ "$(wc -l <"$work/err")" -le 2 ] || fail "pushlab $* says more than a sentence: $(cat "$work/err")"
    [ -s "$work/out" ] && fail "pushlab $* prints to stdout: $(head -n 2 "$work/out")"
}

# --- the port
"$PUSHLAB" host --headless --port 0 --bind 127.0.0.1 </dev/null >"$work/host" 2>/dev/null &
host=$!
for _ in $(seq 200); do
    [ -s "$work/host" ] && break
    sleep 0.1
done
port=$(sed -n 's,.*:\([0-9]*\)/$,\1,p' "$work/host")
[ -n "$port" ] || { fail 'no host to be in the way'; exit 1; }
fails 3 "$port" host --headless --bind 127.0.0.1 --port "$port"
for value in 70000 -1 none '' 80.5; do
    fails 2 '--port' host --headless "--port=$value"
done
if [ "$(id -u)" -ne 0 ] && [ "$(cat /proc/sys/net/ipv4/ip_unprivileged_port_start 2>/dev/null || echo 1024)" -gt 80 ]; then
    fails 3 80 host --headless --bind 127.0.0.1 --port 80
fi

# --- the address
fails 3 '192.0.2.1' host --headless --bind 192.0.2.1 --port 0 # RFC 5737: nobody's
fails 2 '--bind' host --headless --bind nonsense --port 0

# --- values
fails 2 '--hold' host --headless --hold 0
fails 2 '--hold' host --headless --hold 1h
fails 2 '--poll-interval' host --headless --poll-interval 1ms
fails 2 '--technique' host --headless --technique telepathy
fails 2 '--delay' host --headless --delay -1
fails 2 '--jitter' host --headless --jitter much
fails 2 '--rate' host --headless --rate 0
fails 2 '--max-connections' host --headless --max-connections 0
fails 2 '--room' host --headless --room 'a/b'
fails 2 'no-such-option' host --headless --no-such-option
fails 2 'no-such-command' no-such-command

# --- folders
fails 2 '--pages' host --headless --pages "$work/nowhere"
: >"$work/file"
fails 2 '--pages' host --headless --pages "$work/file"
if [ "$(id -u)" -ne 0 ]; then
    mkdir "$work/closed"
    chmod 000 "$work/closed"
    fails 2 '--pages' host --headless --pages "$work/closed"
fi

# --- lessons
fails 2 '--lessons' host --headless --lessons "$work/nowhere"
printf '{\n"lesson": 1,\n"title": 5,\n"steps": []}\n' >"$work/lesson.json"
fails 1 'lesson.json, line 3: title' lesson check "$work/lesson.json"
fails 1 'nowhere.json' lesson check "$work/nowhere.json"
"$PUSHLAB" lesson check - <"$(dirname "$0")/../../resources/lessons/45-minutes.json" | grep -q 'Steps: 17; minutes: 45' ||
    { echo "the built-in lesson is not taken"; failures=$((failures + 1)); }

# --- a client
fails 2 'host' join --headless
fails 2 'nonsense' join 'nonsense:// x' --name n --headless
fails 2 '--technique' join http://127.0.0.1:1/ --name n --technique telepathy --headless
fails 3 '127.0.0.1' join http://127.0.0.1:1/ --name n --headless
fails 2 '--clients' compare --clients 0
fails 3 '127.0.0.1' compare --host 127.0.0.1:1

[ "$failures" -eq 0 ] || exit 1
echo 'ok'
