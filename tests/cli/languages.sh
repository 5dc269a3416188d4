#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the terminal is spoken to in: the environment's language, or --lang's. Files for programs have none.

# shellcheck source=support.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/support.sh"

export XDG_CONFIG_HOME=$dir XDG_DATA_HOME=$dir
chinese=(env -u LC_ALL -u LANGUAGE LANG=zh_CN.UTF-8)

# Words of ASCII letters in FILE that are no terms, names, units, options or examples. The log, the lines of which begin with a category,
# speaks English always.
english_words() {
    grep -v '^pushlab\.' "$1" | sed -E -e 's/(^|[^A-Za-z0-9-])--?[a-z0-9][a-z0-9-]*/\1/g' -e 's,(https?|wss?)://[^ 。）]*,,g' \
        -e "s/'?websocket\\.[a-z0-9]+>=?[0-9]+(ms|s)'?//g" -e 's/rate=[0-9.]+//g' -e 's/[0-9]+m[0-9]+s//g' -e 's/“[^”]*”//g' |
        grep -oE '[A-Za-z][A-Za-z0-9-]+' |
        grep -vxE '[A-Z0-9-]+|WebSocket|Poisson|PushLab|pushlab|Markdown|Wireshark|pcapng|cookie|CometD|IPv[46]|kB|ms|k?bit|Mbit|p50|p95|p99|pin|zh|en' |
        grep -vxE 'host|join|demo|compare|export|import|lesson|check|polling|long-polling|websocket|sse|tutorial-queue|all|none|normal|full|lobby|system|light|dark' |
        grep -vxE 'poisson|quick|quiet|busy|slow-phone|tutorial|lubbers|rfc6202|abril|vandevyvere|cometd|technique|guess|stdin|stdout|https?|wss?' |
        grep -vxE 'X-Forwarded-For|Host|Proto|Lines|jsonl|mean|max|cpu|empty|bytes|requests|lost|repeated|failures'
}
speaks_chinese() { # FILE
    grep -qP '\p{Han}' "$1" && [ -z "$(english_words "$1")" ] && return
    english_words "$1" | sed 's/^/# /'
    return 1
}
speaks_english() {
    ! grep -qP '\p{Han}' "$1"
}

for command in '' host join demo compare export import; do
    # shellcheck disable=SC2086
    "${chinese[@]}" "$PUSHLAB" $command --help >help 2>/dev/null
    check "$command --help follows the environment" speaks_chinese help
    # shellcheck disable=SC2086
    "${chinese[@]}" "$PUSHLAB" $command --lang en --help >help 2>/dev/null
    check "$command --lang en overrules it" speaks_english help
    # shellcheck disable=SC2086
    "$PUSHLAB" --lang=zh_CN $command --help >help
    check "$command --lang zh_CN speaks Chinese" speaks_chinese help
done

refuses() { # ARGUMENTS...
    "$PUSHLAB" "$@" --lang zh_CN >out 2>err
    check "$* is wrong usage" test $? -eq 2
    check "$* is refused in Chinese" speaks_chinese err
}
refuses compare --clients 0
refuses compare --preset nonsense=1
refuses compare --fail-if 5
refuses compare --sweep 5
refuses compare --rate
refuses compare --5
refuses host --hold 99
refuses join http://

run=(compare --clients 3 --rate 10 --poll-interval 200ms --warm-up 0 --repeats 1 --duration 1)
"$PUSHLAB" "${run[@]}" --lang zh_CN --json zh.json --csv zh.csv --html zh.html --md zh.md >out 2>err
check "a run in Chinese ends with 0" test $? -eq 0
check "its table is Chinese" speaks_chinese out
check "its progress is Chinese" speaks_chinese err
check "its page is Chinese" grep -q '<html lang="zh-CN">.*每种技术的代价' zh.html
check "its Markdown is Chinese" grep -q '^# 每种技术的代价' zh.md
"$PUSHLAB" "${run[@]}" --json en.json --csv en.csv >/dev/null 2>&1
keys() { grep -oE '"[A-Za-z0-9]+":' "$1" | sort -u; }
check "keys of JSON are the same" cmp <(keys zh.json) <(keys en.json)
check "and so is the language of its sentences" speaks_english zh.json
check "the heads of CSV are the same" cmp <(head -1 zh.csv) <(head -1 en.csv)

"$PUSHLAB" compare --lang zh_CN --host 127.0.0.1:1 >out 2>err
check "a host that is not there ends with 3" test $? -eq 3
check "and is missed in Chinese" speaks_chinese err
"$PUSHLAB" "${run[@]}" --lang zh_CN --techniques websocket --fail-if 'websocket.mean>=0ms' >out 2>err
check "a threshold that holds ends with 4" test $? -eq 4
check "and says so in Chinese" grep -q '不应成立的条件成立了：websocket.mean>=0ms' err

"$PUSHLAB" host --headless --lang zh_CN --bind 127.0.0.1 --port 0 >address 2>err &
host=$!
check "a host in Chinese prints its address" soon 10 grep -q . address
check "which is an address alone" grep -qxE 'http://127\.0\.0\.1:[0-9]+/' address
check "and speaks to the teacher in Chinese" soon 5 grep -q '仅供教师：' err
port=$(sed -E 's,.*:([0-9]+)/.*,\1,' address)
"$PUSHLAB" host --headless --lang zh_CN --bind 127.0.0.1 --port "$port" >out 2>err
check "a port that is taken ends with 3" test $? -eq 3
check "and is refused in Chinese" grep -q '无法在 127.0.0.1 的端口 [0-9]* 上监听：该地址和端口已被占用' err
kill "$host"

exit "$((failures > 0))"
