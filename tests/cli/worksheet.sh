#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# pushlab lesson worksheet: a lesson's empty worksheet as HTML and as PDF, in both languages, and what it says where it cannot.
# WIDGETS says whether this pushlab was built with windows.

# shellcheck source=tests/cli/support.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/support.sh"
: "${WIDGETS:?must be 1 or 0}"
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM LANGUAGE
export LC_ALL=C.UTF-8

cat >mine.json <<'END'
{"lesson": 1, "title": {"en": "Bread & <b>butter</b>", "zh-CN": "面包与黄油"}, "steps": [
 {"title": {"en": "Guess", "zh-CN": "猜"}, "settings": {"pollInterval": 7}, "question": "poll-mean-delay"},
 {"title": {"en": "Own", "zh-CN": "自拟"}, "question": {"text": {"en": "How heavy?", "zh-CN": "多重？"}, "answer": 4242}}]}
END

fails() { # STATUS WORDS ARGUMENTS...
    local status=$1 words=$2 got=0
    shift 2
    "$PUSHLAB" "$@" >out 2>err </dev/null || got=$?
    [ "$got" = "$status" ] && [ ! -s out ] && grep -qF -- "$words" err && return
    echo "status $got, not $status with: $words"
    cat out err
    return 1
}

"$PUSHLAB" lesson worksheet mine.json >en.html
check "HTML goes to stdout" grep -q '<html lang="en">' en.html
check "as text" grep -qF 'Bread &amp; &lt;b&gt;butter&lt;/b&gt;' en.html
check "with the question as it will be asked" grep -qF 'every 7 s' en.html
check "and not with its answer" sh -c '! grep -q 4242 en.html'
check "in Chinese" "$PUSHLAB" lesson worksheet --lang zh_CN -o zh.html - <mine.json
check "which is a file" grep -qF '<html lang="zh-CN">' zh.html
check "and in Chinese alone" sh -c 'grep -qF "每 7 秒短轮询一次" zh.html && grep -qF 学习单 zh.html && ! grep -q Worksheet zh.html'

if [ "$WIDGETS" = 1 ]; then
    check "PDF without a display" "$PUSHLAB" lesson worksheet mine.json --output sheet.PDF
    check "which is PDF" sh -c 'head -c 5 sheet.PDF | grep -q %PDF- && [ "$(wc -c <sheet.PDF)" -gt 2000 ]'
    check "in Chinese" "$PUSHLAB" lesson worksheet --lang zh_CN mine.json -o zh.pdf
    if command -v pdftotext >/dev/null; then
        check "whose words are text" sh -c 'pdftotext sheet.PDF - | grep -q "every 7 s" && pdftotext zh.pdf - | grep -q "学习单"'
    fi
    check "a folder that is not there" fails 1 'no/sheet.pdf' lesson worksheet mine.json -o no/sheet.pdf
else
    check "no PDF without windows" fails 2 'without windows' lesson worksheet mine.json -o sheet.pdf
fi

printf '{\n"lesson": 1,\n"title": 5,\n"steps": []}\n' >bad.json
check "a lesson that is none" fails 1 'bad.json, line 3: title' lesson worksheet bad.json -o bad.html
check "nothing was written" [ ! -e bad.html ]
check "another kind of file" fails 2 '.pdf or .html' lesson worksheet mine.json -o sheet.odt
check "a file for a check" fails 2 'worksheet' lesson check mine.json -o sheet.html
check "no file" fails 2 'worksheet' lesson worksheet

exit "$((failures > 0))"
