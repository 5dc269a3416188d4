#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# --delete-after deletes old classes, says so, and nothing else goes. PUSHLAB names the program.

# shellcheck source=tests/cli/support.sh
. "$(dirname "$0")/support.sh"

export XDG_DATA_HOME=$dir/data
classes=$XDG_DATA_HOME/PushLab/PushLab/classes
mkdir -p "$classes"

class() { # NAME DAYS: one that was used so long ago
    printf '%s\n%s\n' '{"schema":"pushlab-room","version":1,"room":"lobby","messages":1}' \
        '{"seq":1,"from":"Mia","text":"hi","sent":0.000,"accepted":1700000000000.000,"via":null}' >log.jsonl
    "$PUSHLAB" import --database "$classes/$1.sqlite" log.jsonl 2>>import.err || { cat import.err; exit 1; }
    touch -d "$2 days ago" "$classes/$1.sqlite"
}

there() { # FILES...: these are in the folder, and no others
    [ "$(ls -A "$classes")" = "$(printf '%s\n' "$@" | LC_ALL=C sort)" ]
}

run() { # OPTIONS...: a host, until it has said its address
    : >out
    env -u DISPLAY "$PUSHLAB" host --headless --bind 127.0.0.1 --port 0 "$@" >out 2>err &
    host=$!
    soon 60 grep -q http out
    kill -TERM "$host"
    wait "$host"
}

class old 31
echo 1234 >"$classes/old.sqlite.pin"
touch -d '31 days ago' "$classes/old.sqlite.pin"
class lately 29
class maths 400
class zoo 50
ln -s "$classes/lately.sqlite" "$classes/link.sqlite"
touch -hd '90 days ago' "$classes/link.sqlite"

for value in 30 1h 23h 0d -1d 3651d month ''; do
    "$PUSHLAB" host --headless --delete-after "$value" >out 2>err
    check "\"$value\" is refused" [ $? = 2 ]
    check "\"$value\" is refused in words" grep -q -- '--delete-after must be a time from one day to ten years, such as 30d' err
    "$PUSHLAB" --delete-after "$value" >out 2>err
    check "\"$value\" is refused by the start window, too" [ $? = 2 ]
done
"$PUSHLAB" join http://127.0.0.1:1 --headless --delete-after 30d 2>err
check "it is no option of join" [ $? = 2 ]
run
check "nothing goes without it" there lately.sqlite link.sqlite maths.sqlite old.sqlite old.sqlite.pin zoo.sqlite

# One is open in another instance, though its file looks old: silent classes write nothing.
env -u DISPLAY "$PUSHLAB" host --headless --bind 127.0.0.1 --port 0 --database "$classes/zoo.sqlite" >zoo.out 2>/dev/null &
client=$!
soon 60 grep -q http zoo.out
touch -d '50 days ago' "$classes"/zoo.sqlite*
run --room maths --delete-after 30d
check "old ones are deleted" [ ! -e "$classes/old.sqlite" ]
check "and their PIN with them" [ ! -e "$classes/old.sqlite.pin" ]
check "it is said" grep -q 'Deleted the class "old", last used on' err
check "one in use is refused, and said" grep -q 'The class "zoo" was not deleted: .* in use by another host' err
check "that one is there" [ -e "$classes/zoo.sqlite" ]
check "the one that is about to be used is spared" [ -e "$classes/maths.sqlite" ]
check "a young one stays" [ -e "$classes/lately.sqlite" ]
check "a link stays" [ -L "$classes/link.sqlite" ]
kill -TERM "$client"
wait "$client"
client=

touch -d '50 days ago' "$classes"/zoo.sqlite
run --delete-after 45d --lang zh_CN
check "it is said in Chinese" grep -q '已删除课堂.*maths' err
check "the others stay" there lately.sqlite link.sqlite

exit "$((failures > 0))"
