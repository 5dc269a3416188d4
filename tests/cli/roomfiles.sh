#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Databases on the command line: which processes may open one, what is said when it cannot be used, export and import.

fixtures="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../storage/fixtures" && pwd)" # before support.sh goes elsewhere
# shellcheck source=support.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/support.sh"

start() { # ARGUMENTS...: a host in the background, once it has said its address
    rm -f host.out # the background job empties it only when it comes to run
    "$PUSHLAB" host --headless --bind 127.0.0.1 --port 0 "$@" >host.out 2>host.err &
    host=$!
    for _ in $(seq 200); do
        [ -s host.out ] && return
        sleep 0.05
    done
}

stop() {
    kill -TERM "$host"
    wait "$host"
}

printf '%s\n' '{"schema":"pushlab-room","version":1,"room":"lobby","messages":2}' \
    '{"seq":7,"from":"Mia","text":"你好","sent":0.000,"accepted":1700000000000.000,"via":"polling"}' \
    '{"seq":8,"from":"","text":"two","sent":0.000,"accepted":1700000001000.000,"via":null}' >class.jsonl
"$PUSHLAB" import --database class.sqlite class.jsonl 2>err
check "a room is imported" test $? -eq 0
"$PUSHLAB" export --database class.sqlite >out.jsonl
check "and exported as it was" cmp <(sed 1d class.jsonl) <(sed 1d out.jsonl)
printf '%s\n' '{"schema":"pushlab-room","version":2,"room":"led","entries":2}' \
    '{"seq":1,"accepted":1700000000000.000,"control":{"kind":"mark","text":"你好"}}' \
    '{"seq":2,"from":"","text":"two","sent":0.000,"accepted":1700000001000.000,"via":null}' >led.jsonl
"$PUSHLAB" import --database class.sqlite led.jsonl 2>err
check "control entries are imported" grep -q '1 message is in the room "led"' err
"$PUSHLAB" export --database class.sqlite --room led >led-out.jsonl
check "and exported as they were" cmp <(sed 1d led.jsonl) <(sed 1d led-out.jsonl)
"$PUSHLAB" import --database class.sqlite - <out.jsonl 2>err
check "not into a room with messages" test $? -eq 1
sed '3s/8/9/' class.jsonl >damaged.jsonl
"$PUSHLAB" import --database class.sqlite --room other damaged.jsonl 2>err
check "a damaged file is refused" test $? -eq 1
check "its line is named" grep -q 'damaged.jsonl, line 3: seq 9 follows 7' err
"$PUSHLAB" export --database class.sqlite --room other >/dev/null 2>err
check "and nothing of it is there" test $? -eq 1

# Seen through a mount that may not be written to, as a backup or another's share is.
mkdir kept seen
read_only() { # COMMAND...: where kept/ is seen read-only
    unshare -m bash -c 'mount --make-rprivate / && mount --bind kept seen && mount -o remount,bind,ro seen && "$@"' bash "$@"
}
if read_only true 2>/dev/null; then
    cp class.sqlite "kept/a class? 100%.sqlite"
    read_only "$PUSHLAB" export --database "seen/a class? 100%.sqlite" >seen.jsonl 2>err
    check "a database on a read-only mount is exported" test $? -eq 0
    check "as it is" cmp out.jsonl seen.jsonl
    read_only "$PUSHLAB" import --database "seen/a class? 100%.sqlite" --room more class.jsonl 2>err
    check "nothing is imported there" test $? -eq 1
    check "and that says why" grep -q 'may not be written to' err
    cp "$fixtures"/version1* kept
    for old in version1 version1-killed; do
        read_only "$PUSHLAB" export --database "seen/$old.sqlite" >old.jsonl 2>err
        check "one of version 1 is exported from there ($old)" grep -q '"text":"two"' old.jsonl
        check "and stays one" cmp "$fixtures/$old.sqlite" "kept/$old.sqlite"
    done
    check "as it was" cmp <(sed 1d "$fixtures/version1.jsonl") <(read_only "$PUSHLAB" export --database seen/version1.sqlite | sed 1d)
    start --database kept/killed.sqlite
    "$PUSHLAB" join "$(sed -n 's/.*\(http:[^ ]*\).*/\1/p;q' host.out)" --headless >join.out 2>join.err < <(echo three; sleep 3) &
    join=$!
    for _ in $(seq 100); do
        grep -qs three join.out && break
        sleep 0.05
    done
    read_only "$PUSHLAB" export --database seen/killed.sqlite >/dev/null 2>err
    check "one in use is not exported there" test $? -eq 1
    check "and is named" grep -q 'seen/killed.sqlite is in use by another host' err
    kill -KILL "$host" "$join"
    wait "$host" "$join" 2>/dev/null
    check "a host that is killed leaves a log" test -s kept/killed.sqlite-wal
    find kept -type f -exec sha256sum {} + >before
    read_only "$PUSHLAB" export --database seen/killed.sqlite >killed.jsonl 2>err
    check "what is in it is exported, too" grep -q '"text":"three"' killed.jsonl
    check "and nothing is changed" sha256sum --quiet -c before
    head -c 600 /dev/zero >kept/zeros.sqlite
    read_only "$PUSHLAB" export --database seen/zeros.sqlite >/dev/null 2>err
    check "what is no database is refused there, too" grep -q 'zeros.sqlite is no database' err
else
    echo "skipped: a read-only mount needs unshare -m and the right to mount"
fi

start --database class.sqlite
"$PUSHLAB" host --headless --bind 127.0.0.1 --port 0 --database class.sqlite >/dev/null 2>err
check "a database in use ends with 1" test $? -eq 1
check "and is named" grep -q 'class.sqlite is in use by another host' err
"$PUSHLAB" export --database class.sqlite >/dev/null 2>err
check "it is not exported either" test $? -eq 1
stop
check "the host ends with 0" test $? -eq 0

mark=$'\xef\xbb\xbf' # U+FEFF, a byte order mark at the beginning of a file alone
start --database marks.sqlite
"$PUSHLAB" join "$(sed -n 's/.*\(http:[^ ?]*\).*/\1/p;q' host.out)" --room "${mark}room" --name "${mark}Mia" --headless --json \
    >join.out 2>join.err < <(echo "${mark}hello"; sleep 3) &
join=$!
for _ in $(seq 100); do
    grep -qs hello join.out && break
    sleep 0.05
done
check "a text that begins with U+FEFF comes as it was typed" grep -q "\"text\":\"${mark}hello\"" join.out
check "and its writer's name" grep -q "\"from\":\"${mark}Mia\"" join.out
kill "$join"
wait "$join"
stop
"$PUSHLAB" export --database marks.sqlite --room "${mark}room" >marks.jsonl 2>err
check "it is exported" grep -q "\"from\":\"${mark}Mia\",\"text\":\"${mark}hello\"" marks.jsonl
"$PUSHLAB" import --database again.sqlite marks.jsonl 2>err
"$PUSHLAB" export --database again.sqlite --room "${mark}room" >again.jsonl 2>err
check "and imported" cmp marks.jsonl again.jsonl

echo "a diary" >diary.txt
start --database diary.txt
check "a file that is no database is named" grep -q 'diary.txt is no database' host.err
check "the class goes on in memory" grep -q 'in memory only' host.err
stop
check "the file is as it was" grep -qx 'a diary' diary.txt

exit $((failures > 0))
