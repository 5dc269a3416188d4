#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The program with standard streams that are closed: nothing takes their numbers, and a result that cannot be written is a fault.

# shellcheck source=support.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/support.sh"

start() { # ARGUMENTS...: a host in the background, once it has said its address
    rm -f host.out
    "$PUSHLAB" host --headless --bind 127.0.0.1 --port 0 "$@" >host.out 2>host.err &
    host=$!
    soon 10 test -s host.out
    url=$(head -n 1 host.out)
}

stop() { # sets code
    kill -TERM "$host" || { code=gone; return; }
    wait "$host"
    code=$?
}

names() { # PROCESS: what its descriptors 0 to 2 are
    readlink "/proc/$1/fd/0" "/proc/$1/fd/1" "/proc/$1/fd/2" | sort -u
}

# --- a host that may say nothing
start --database class.sqlite
curl -s "${url}send/msg/?text=kept" >/dev/null
stop
for closed in '>&-' '2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
    # With a database: were its file the first to be opened, what the host says would be written into it.
    eval '"$PUSHLAB" host --headless --bind 127.0.0.1 --port '"$(echo "$url" | grep -o '[0-9]*/$' | tr -d /)"' --database class.sqlite \
        <&0 >host.out 2>host.err '"$closed"' &'
    host=$!
    check "host $closed: serves" soon 10 curl -sf "${url}api/health"
    if [ "$closed" = '<&- >&- 2>&-' ]; then
        check "host $closed: has /dev/null instead" test "$(names "$host")" = /dev/null
    fi
    stop
    check "host $closed: ends with 0 on a signal" test "$code" = 0
done
"$PUSHLAB" export --database class.sqlite >out 2>err
check "the database holds what it held" test "$(grep -c kept out)" -eq 1

# --- clients
start
for closed in '<&-' '<&- 2>&-'; do
    eval 'timeout 20 "$PUSHLAB" join "$url" --name Ann --headless >out 2>err '"$closed"
    code=$?
    check "join $closed: ends with 0" test "$code" = 0
    eval 'timeout 5 "$PUSHLAB" join "$url" --name Ann --headless --stay >out 2>err '"$closed"' &'
    client=$!
    curl -s "${url}send/msg/?text=hello" >/dev/null
    check "join --stay $closed: prints" soon 10 grep -q hello out
    kill -TERM "$client"
    wait "$client"
done
echo 'to nobody' | timeout 20 "$PUSHLAB" join "$url" --name Ann --headless --stay >&- 2>err
code=$?
check "join >&-: ends with 1" test "$code" = 1
check "and says why" grep -q 'cannot write to stdout' err
stop

# --- results
"$PUSHLAB" export --database class.sqlite >&- 2>err
code=$?
check "export >&-: ends with 1" test "$code" = 1
check "and says why" grep -q 'cannot write' err
"$PUSHLAB" export --database class.sqlite >/dev/full 2>err
check "export to a full disk ends with 1" test $? -eq 1
"$PUSHLAB" export --database class.sqlite 2>&- >out
check "export 2>&-: exports" grep -q kept out
"$PUSHLAB" import --database other.sqlite - <&- 2>err
check "import <&-: ends with 1" test $? -eq 1
check "and says why" test -s err
"$PUSHLAB" --help >&- 2>err
check "--help >&-: ends with 1" test $? -eq 1
check "and says why" grep -q 'cannot write to stdout' err
compare=("$PUSHLAB" compare --clients 2 --rate 5 --duration 1 --warm-up 0 --repeats 1 --techniques websocket --json r.json)
timeout 60 "${compare[@]}" <&- >&- 2>err
code=$?
check "compare >&-: ends with 1" test "$code" = 1
check "and says why" grep -q 'cannot write to stdout' err
check "and keeps its files" grep -q '"schema": "pushlab-compare"' r.json
timeout 60 "${compare[@]}" <&- 2>&- >out
check "compare 2>&-: ends with 0" test $? -eq 0
check "and prints its table" grep -q '^mean delay' out

exit $((failures > 0))
