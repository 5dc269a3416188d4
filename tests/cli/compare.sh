#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# pushlab compare as a script meets it: exit codes, what goes to which stream, the files, an interruption.

# shellcheck source=support.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/support.sh"

compare() { # sets code
    "$PUSHLAB" compare --clients 5 --rate 10 --poll-interval 200ms --warm-up 0 --repeats 1 "$@" >out 2>err
    code=$?
}

compare --duration 1 --json r.json --csv r.csv --html r.html --md r.md
check "a run ends with 0" test "$code" -eq 0
check "the table is on stdout" grep -q '^mean delay' out
check "nothing of progress is on stdout" bash -c '! grep -q measuring out'
check "progress is on stderr" grep -q 'WebSocket, 1 of 1: measuring' err
check "no colours in a file" bash -c '! grep -q $'"'\\033'"' out'
check "the JSON has its schema" grep -q '"schema": "pushlab-compare"' r.json
check "the CSV begins with a BOM" bash -c 'head -c 3 r.csv | od -An -tx1 | grep -q "ef bb bf"'
check "the page has charts" grep -q '<svg' r.html
check "the Markdown has a table" grep -q '^|---|' r.md

compare --duration 1 --techniques websocket --fail-if 'websocket.sent<5'
check "an unknown figure is wrong usage" test "$code" -eq 2
compare --duration 1 --techniques websocket --fail-if 'websocket.mean>=0ms'
check "a threshold that holds ends with 4" test "$code" -eq 4
check "and says which" grep -q 'websocket.mean>=0ms' err
compare --duration 1 --techniques websocket --fail-if 'websocket.mean>60s'
check "one that does not hold ends with 0" test "$code" -eq 0
compare --duration 1 --techniques websocket --json /nonexistent/r.json
check "a file that cannot be written ends with 1" test "$code" -eq 1

mkfifo pipe
ln -s pipe link
cat pipe >through &
compare --duration 1 --techniques websocket --json pipe
wait $!
check "a pipe is written into" grep -q '"schema": "pushlab-compare"' through
check "and stays one" test -p pipe
cat pipe >linked &
compare --duration 1 --techniques websocket --csv link
wait $!
check "a link to one, too" grep -q 'technique,clients' linked
check "and both stay" test -L link -a -p pipe
stdout=/dev/stdout
test -e "$stdout" || stdout=/dev/fd/1 # as in a bare container
compare --duration 1 --techniques websocket --json "$stdout"
check "stdout takes both, where it is a file" bash -c 'grep -q "^mean delay" out && grep -q "\"schema\": \"pushlab-compare\"" out'
compare --duration 1 --techniques websocket --json >(cat >substituted)
soon 30 grep -q schema substituted
check "a process of the shell takes it" grep -q '"schema": "pushlab-compare"' substituted
check "and that ends with 0" test "$code" -eq 0
mkfifo unread
rm -f out # the background job empties it only when it comes to run
"$PUSHLAB" compare --clients 5 --rate 10 --warm-up 0 --repeats 1 --duration 1 --techniques websocket --json unread >out 2>err &
pid=$!
soon 60 grep -q '^mean delay' out
sleep 1 # to the pipe, which nobody reads
kill -TERM "$pid"
ended() { ! kill -0 "$pid"; }
soon 30 ended
kill -KILL "$pid" 2>/dev/null # should it wait still
wait "$pid"
check "while it waits for a reader, a signal ends it" test $? -eq 143

compare --host 127.0.0.1:1
check "a host that is not there ends with 3" test "$code" -eq 3

"$PUSHLAB" compare --clients 5 --rate 10 --warm-up 0 --duration 30 --techniques websocket --json cut.json >out 2>err &
pid=$!
soon 60 grep -q measuring err
sleep 2.5
kill -INT "$pid"
wait "$pid"
code=$?
check "an interrupted run ends with 130" test "$code" -eq 130
check "and keeps what there is" grep -q '"partial": true' cut.json
check "and prints it" grep -q '^mean delay' out

exit $((failures > 0))
