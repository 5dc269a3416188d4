#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# A host and its clients on the command line: they talk, change technique, end with the right
# codes, and need neither a display nor a Qt platform plugin. PUSHLAB names the program.

set -u
: "${PUSHLAB:?must name the pushlab program}"

work=$(mktemp -d) || exit 1
failures=0
started=()
declare -A client=()

cleanup() {
    local pid
    for pid in "${started[@]}"; do
        kill -KILL "$pid" 2>/dev/null
    done
    wait 2>/dev/null
    rm -rf "$work"
}
trap cleanup EXIT

pushlab() {
    exec env -u DISPLAY -u WAYLAND_DISPLAY QT_QPA_PLATFORM=none "$PUSHLAB" "$@"
}

fail() {
    echo "FAIL: $*" >&2
    failures=$((failures + 1))
}

show() {
    local file
    for file in "$work"/*.out "$work"/*.err; do
        [ -s "$file" ] && { echo "--- the end of ${file##*/}"; tail -n 20 "$file"; } >&2
    done
}

# until_true SECONDS WHAT COMMAND...: waits until COMMAND succeeds
until_true() {
    local tries=$(($1 * 20)) what=$2
    shift 2
    while ! "$@" 2>/dev/null; do
        tries=$((tries - 1))
        if [ "$tries" -le 0 ]; then
            fail "$what"
            return 1
        fi
        sleep 0.05
    done
}

# exits CODE ARGUMENTS...: the program ends with CODE, and does so in good time
exits() {
    local expected=$1 code
    shift
    (trap - EXIT; pushlab "$@") >"$work/exits.out" 2>"$work/exits.err" </dev/null &
    local pid=$!
    started+=("$pid")
    until_true 20 "pushlab $* does not end" ended "$pid" || { kill -KILL "$pid"; return; }
    wait "$pid"
    code=$?
    [ "$code" -eq "$expected" ] || fail "pushlab $* exits $code, not $expected: $(tail -n 3 "$work/exits.err")"
}

ended() { ! kill -0 "$1" 2>/dev/null; }

# count TEXT FILE: the number of lines with TEXT in them
count() { grep -c -F -- "$1" "$2"; }
has() { [ "$(count "$1" "$2")" -ge 1 ]; }
has_lines() { [ "$(wc -l <"$2")" -ge "$1" ]; }

# start NAME ARGUMENTS...: in the background; its standard input stays open on $work/NAME.in
start() {
    local name=$1
    shift
    mkfifo "$work/$name.in"
    (trap - EXIT; pushlab "$@") <"$work/$name.in" >"$work/$name.out" 2>"$work/$name.err" &
    started+=("$!")
    client[$name]=$!
}

# terminated PID WHAT: ends with code 0 within two seconds of SIGTERM
terminated() {
    local pid=$1 what=$2 code
    ended "$pid" && fail "$what is no longer there"
    kill -TERM "$pid" 2>/dev/null
    until_true 2 "$what takes more than 2 s to end on SIGTERM" ended "$pid" || kill -KILL "$pid" 2>/dev/null
    wait "$pid"
    code=$?
    [ "$code" -eq 0 ] || fail "$what ends with code $code on SIGTERM"
}

# --- a host
(trap - EXIT; pushlab host --headless --port 0 --bind 127.0.0.1) </dev/null >"$work/host.out" 2>"$work/host.err" &
host_pid=$!
started+=("$host_pid")
until_true 20 "the host prints its address" has_lines 1 "$work/host.out" || { show; exit 1; }
url=$(head -n 1 "$work/host.out")
if ! [[ $url =~ ^http://127\.0\.0\.1:([0-9]+)/$ ]]; then
    fail "the first line is '$url', not the address"
    exit 1
fi
port=${BASH_REMATCH[1]}

# --- the address of a class that is not in the lobby leads a client into its room
(trap - EXIT; pushlab host --headless --port 0 --bind 127.0.0.1 --room 'physics 一') </dev/null >"$work/physics.out" 2>"$work/physics.err" &
physics_pid=$!
started+=("$physics_pid")
until_true 20 "the host of a room prints its address" has_lines 1 "$work/physics.out" || { show; exit 1; }
physics=$(head -n 1 "$work/physics.out")
[[ $physics =~ ^http://127\.0\.0\.1:[0-9]+/\?room=physics%20%E4%B8%80$ ]] || fail "the room is not in the address '$physics'"
echo 'in the room' | timeout 20 "$PUSHLAB" join "$physics" --name Ann --technique websocket --headless >/dev/null 2>&1 &
started+=($!)
until_true 20 "a client of that address is in the room" \
    sh -c "curl -s '${physics%%\?*}get/msg/?index=0&room=physics%20%E4%B8%80' | grep -q 'in the room'"
terminated "$physics_pid" "the host of a room"

# --- three clients of one room, one a technique
room='class 一'
start ann join "$url" --room "$room" --name Ann --technique polling --headless
exec 3>"$work/ann.in"
start bob join "$url" --room "$room" --name 小明 --technique polling --headless --json
exec 4>"$work/bob.in"
start eve join "$url" --room "$room" --name Eve --technique long-polling --headless --json
exec 5>"$work/eve.in"

# Each begins with what comes once it is there, so they greet until all have heard all others.
greet() {
    echo "greeting-ann" >&3
    echo "greeting-bob" >&4
    echo "greeting-eve" >&5
    sleep 0.5
    for pair in ann:bob ann:eve bob:ann bob:eve eve:ann eve:bob; do
        has "greeting-${pair#*:}" "$work/${pair%:*}.out" || return 1
    done
}
until_true 3 "all clients hear each other" greet || { show; exit 1; }

# --- what goes in by one comes out of the others once
# shellcheck disable=SC2016
hello='hello <b>"class"</b> $HOME \n & 你好 😀'
echo "$hello" >&3
echo 'from bob' >&4
chinese='from eve: 你好，“引号” 😀'
echo "$chinese" >&5
for name in ann bob eve; do
    for text in hello 'from bob' 'from eve'; do
        case $name:$text in ann:hello | bob:'from bob' | eve:'from eve') continue ;; esac
        until_true 20 "$name hears '$text'" has "$text" "$work/$name.out"
    done
done

# Here sender and receiver use the same technique, so the field is known whichever it tells.
until_true 20 'bob hears ann by polling' grep -q 'hello.*"technique" *: *"polling"\|"technique" *: *"polling".*hello' "$work/bob.out"

# --- another technique in the middle
for fd in 3 4 5; do
    echo '/technique websocket' >&$fd
done
for number in 1 2 3 4 5 6 7 8 9; do
    echo "ann-$number." >&3
    echo "bob-$number." >&4
    [ "$number" -ne 5 ] || sleep 1
done
until_true 20 'bob hears ann to the end' has 'ann-9.' "$work/bob.out"
until_true 20 'eve hears ann to the end' has 'ann-9.' "$work/eve.out"
until_true 20 'eve hears bob to the end' has 'bob-9.' "$work/eve.out"
until_true 20 'ann hears bob to the end' has 'bob-9.' "$work/ann.out"
grep -F 'ann-9.' "$work/bob.out" | grep -q '"technique" *: *"websocket"' || fail 'bob does not use WebSocket'

# Back to polling, and once more a message.
echo '/technique polling' >&4
echo '/technique long-polling' >&3
echo 'the end' >&5
until_true 20 'ann hears the end' has 'the end' "$work/ann.out"
until_true 20 'bob hears the end' has 'the end' "$work/bob.out"
sleep 2.5 # a poll more, which must repeat nothing

# once FILE WHO: every numbered text of WHO is there once and in order
once() {
    local found
    found=$(grep -o "$2-[0-9]\." "$1" | tr -d '\n')
    [ "$found" = "$2-1.$2-2.$2-3.$2-4.$2-5.$2-6.$2-7.$2-8.$2-9." ] || fail "${1##*/} has $found"
}
once "$work/bob.out" ann
once "$work/eve.out" ann
once "$work/eve.out" bob
once "$work/ann.out" bob
for pair in bob:hello eve:hello 'ann:from bob' 'eve:from bob' 'ann:from eve' 'bob:from eve' 'ann:the end' 'bob:the end'; do
    [ "$(count "${pair#*:}" "$work/${pair%%:*}.out")" -eq 1 ] || fail "${pair%%:*} has '${pair#*:}' not exactly once"
done
has "$chinese" "$work/ann.out" || fail "ann does not see '$chinese'"
grep -q -F '/technique' "$work"/ann.out "$work"/bob.out "$work"/eve.out && fail 'a command was sent as a message'
grep -F 'from eve' "$work/ann.out" | grep -q -F Eve || fail 'ann does not see who wrote'

# --- --json is one object a line with the promised fields, seq rising by one
for name in bob eve; do
    for field in seq from text technique delay; do
        grep -v "\"$field\" *:" "$work/$name.out" && fail "$name: a line without $field"
    done
    grep -v '^{.*}$' "$work/$name.out" && fail "$name: a line that is no object"
    sed 's/.*"seq" *: *\([0-9]*\).*/\1/' "$work/$name.out" | sort -n -c -u || fail "$name: seq does not rise"
done
if command -v python3 >/dev/null; then
    HELLO=$hello python3 - "$work/bob.out" "$work/eve.out" <<'PYTHON' || fail '--json'
import json, os, sys
for name in sys.argv[1:]:
    lines = [json.loads(line) for line in open(name, encoding="utf-8")]
    seen = [line for line in lines if line["text"] == os.environ["HELLO"]]
    assert len(seen) == 1 and seen[0]["from"] == "Ann", (name, seen)
    for line in lines:
        assert line["technique"] in ("polling", "long-polling", "websocket"), line
        assert line["delay"] is None or -1000 < line["delay"] < 60000, line
PYTHON
fi

# --- exit codes
exits 0 --help
exits 0 --version
[ -s "$work/exits.out" ] || fail '--version prints nothing on stdout'
exits 0 host --help
exits 0 join --help
[ -s "$work/exits.out" ] || fail '--help prints nothing on stdout'
exits 2 no-such-command
exits 2 host --headless --no-such-option
exits 2 host --headless --port none
exits 2 host --headless --port 70000
exits 2 join --headless
exits 2 join "$url" --room r --name n --technique telepathy --headless
exits 3 host --headless --bind 127.0.0.1 --port "$port"
exits 3 join http://127.0.0.1:1/ --room r --name n --technique polling --headless

# --- an orderly end
terminated "${client[ann]}" 'a client'
terminated "${client[bob]}" 'a client with --json'
terminated "$host_pid" 'the host, with a client still there,'
terminated "${client[eve]}" 'a client whose host has gone'
exec 3>&- 4>&- 5>&-

[ "$failures" -eq 0 ] || { show; exit 1; }
echo 'ok'
