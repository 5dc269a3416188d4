#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
# From the start of `pushlab demo` to charts that move: each technique has brought a message, and the window shows it. A machine
# that is busy gets three tries.
set -euo pipefail

pushlab=${PUSHLAB:?names the pushlab program}
most=3000 # ms
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT

for try in 1 2 3; do
    begin=$(date +%s%3N)
    XDG_DATA_HOME=$folder XDG_CONFIG_HOME=$folder QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='pushlab.demo.info=true' \
        "$pushlab" demo 2> >(while read -r line; do
            [[ $line == *'The charts move'* ]] && date +%s%3N > "$folder/moved.new" && mv "$folder/moved.new" "$folder/moved"
        done; true) &
    demo=$!
    for ((i = 0; i < 200; ++i)); do
        [ -e "$folder/moved" ] && break
        sleep 0.1
    done
    kill -TERM "$demo"
    status=0
    wait "$demo" || status=$?
    [ "$status" = 0 ] || { echo "the demo ended with $status"; exit 1; }
    [ -e "$folder/moved" ] || { echo "no chart has moved within 20 s"; exit 1; }
    taken=$(($(cat "$folder/moved") - begin))
    rm "$folder/moved"
    echo "from start to moving charts: $taken ms"
    [ "$taken" -le "$most" ] && exit 0
done
exit 1
