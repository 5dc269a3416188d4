#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The class's question in a client without a window: told when it is asked and to who comes late, guessed with /guess, told again
# when it is closed and when its result is shown.

# shellcheck source=support.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/support.sh"

"$PUSHLAB" host --headless --bind 127.0.0.1 --port 0 >host.out 2>host.err </dev/null &
host=$!
soon 30 test -s host.out
url=$(head -n 1 host.out)
soon 30 grep -q '#key=' host.err
key=$(sed -n 's/.*#key=//p' host.err)

lead() { # BODY: what the teacher does with the question
    curl -s -H "Authorization: Bearer $key" -H 'Content-Type: application/json' -d "$1" "${url}api/class/question"
}
# open NAME TECHNIQUE: a client whose stdin is descriptor 3; what was told before is forgotten
open() {
    rm -f in err
    mkfifo in
    timeout 150 "$PUSHLAB" join "$url" --name "$1" --technique "$2" --poll-interval 300ms --headless --json <in >out 2>err &
    client=$!
    exec 3>in
    soon 30 grep -q Joined err
}
# told COUNT LINE: stderr has that line, so many times
told() { [ "$(grep -c -x -F -- "pushlab: $2" err)" -eq "$1" ]; }
guesses() { lead '{}' >/dev/null; curl -s -H "Authorization: Bearer $key" "${url}api/class/guesses" | tr -d '\r' | tail -n +2; }
# leaves CODE: stdin ends, and so does the client
leaves() {
    exec 3>&-
    wait "$client"
    [ "$?" -eq "$1" ]
}

for technique in polling long-polling websocket; do
    open "$technique" "$technique"
    echo '/guess 5' >&3
    check "$technique: nothing is asked" soon 20 told 1 'Nothing is asked now, so there is nothing to guess.'
    lead '{"action":"open","question":{"text":"How many\u001b[31m\nbytes?","unit":"kB","answer":12.5}}' >/dev/null
    check "$technique: told when it is asked, in one line that leaves the terminal alone" \
        soon 20 told 1 'The teacher asks: How many\x1b[31m bytes?'
    check "$technique: and how to guess" soon 20 told 1 'Guess with /guess NUMBER, in kB.'
    for bad in '' many -1 1e10 '1 2' 12.5s nan; do
        echo "/guess $bad" >&3
    done
    check "$technique: seven wrong guesses" soon 20 told 7 '/guess needs a number from 0 to 1,000,000,000, as in /guess 12.5'
    echo '/guess 3 kB' >&3
    check "$technique: a guess" soon 20 told 1 'Your guess: 3 kB. You may change it until the question is closed.'
    echo '/guess 12.26' >&3
    check "$technique: and another" soon 20 told 1 'Your guess: 12.3 kB. You may change it until the question is closed.'
    echo '/guess 12.26' >&3
    check "$technique: and the same again" soon 20 told 2 'Your guess: 12.3 kB. You may change it until the question is closed.'
    check "$technique: which the class has" test "$(guesses | tail -n 1 | sed "s/.*,$technique/$technique/")" = "$technique,12.26"
    lead '{"action":"close"}' >/dev/null
    check "$technique: told when it is closed" soon 20 told 1 'No more guesses: now it is measured.'
    echo '/guess 12.5' >&3
    check "$technique: too late" soon 20 told 1 'This question takes no guesses any more.'
    lead '{"action":"show","upTo":"guesses"}' >/dev/null
    check "$technique: the guesses" soon 20 told 1 'Guesses: 1; their median: 12.3 kB'
    lead '{"action":"show","names":true}' >/dev/null
    check "$technique: the answer" soon 20 told 1 'Answer: 12.5 kB'
    check "$technique: who came nearest" soon 20 told 1 "Nearest: 12.3 kB — $technique"
    check "$technique: the guesses but once" told 1 'Guesses: 1; their median: 12.3 kB'
    lead '{"action":"discard"}' >/dev/null
    lead '{"action":"open","prepared":"requests"}' >/dev/null
    check "$technique: a prepared one" soon 20 grep -q 'The teacher asks: .*30 members' err
    lead '{"action":"discard"}' >/dev/null
    check "$technique: taken back" soon 20 told 1 'The question has been taken back.'
    check "$technique: wrong guesses count when it ends" leaves 1
    check "$technique: nothing of it is a message" test ! -s out
done

# --- who comes late, and who guesses without waiting for anything
lead '{"action":"open","prepared":"poll-mean-delay"}' >/dev/null
echo '/guess 900 ms' | timeout 60 "$PUSHLAB" join "$url" --name Ben --headless >out 2>err
check "a guess through a pipe: ends with 0" test "${PIPESTATUS[1]}" -eq 0
check "a guess through a pipe: is told" told 1 'Your guess: 900 ms. You may change it until the question is closed.'
check "a guess through a pipe: is there" test "$(guesses | tail -n 1 | sed 's/.*,Ben/Ben/')" = Ben,900
open Eve websocket
check "who comes late is told" soon 20 grep -q 'The teacher asks: Short polling every 2 s' err
check "after it has joined" test "$(grep -n 'teacher asks' err | cut -d: -f1)" -gt "$(grep -n Joined err | cut -d: -f1)"
lead '{"action":"show"}' >/dev/null
check "theory" soon 20 told 1 'Theory: 1,000 ms'
check "why it was not measured" soon 20 grep -q 'Not measured yet: ' err
check "ends with 0" leaves 0
open Zoe polling
check "the result is told to who comes after it" soon 20 told 1 'Theory: 1,000 ms'

# --- what else begins with a slash
echo '/burn it' >&3
check "no command" soon 20 told 1 'There is no command /burn. There are /technique and /guess; // sends a text that begins with /.'
echo '/' >&3
check "no command at all" soon 20 told 1 'There is no command /. There are /technique and /guess; // sends a text that begins with /.'
echo '//guess 5' >&3
check "a text with a slash" soon 20 grep -q '"text":"/guess 5"' out
check "ends with 0" leaves 0

# --- in Chinese
lead '{"action":"open","prepared":"requests"}' >/dev/null
echo '/guess many' | timeout 60 "$PUSHLAB" join "$url" --name 小明 --headless --lang zh_CN >out 2>err
check "in Chinese" grep -qF '/guess 后面必须是 0 到 1,000,000,000 之间的数' err

kill -TERM "$host"
wait "$host"
check "the host ends as it should" test "$?" -eq 0
exit "$((failures > 0))"
